/** Watches for partial plates against regular expressions, and what can not be watched for. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWatchedFor, unfitWatch } from '../../../firmware/services/hot-list/watch.ts';

test('a watch meets what the regular expression of its signs meets', () => {
  const watch = fc.string({ unit: fc.constantFrom('A', 'B', '?', '*'), maxLength: 12 });
  const plate = fc.string({ unit: fc.constantFrom('A', 'B'), maxLength: 15 });
  fc.assert(
    fc.property(watch, plate, (wanted, text) => {
      const pattern = new RegExp(`^${wanted.replaceAll('?', '.').replaceAll('*', '.*')}$`);
      expect(isWatchedFor(wanted, text)).toBe(pattern.test(text));
    }),
    { numRuns: 2000 },
  );
});

test('a watch that names no three characters, is too long or of other signs is refused, and the reason names none of it', () => {
  for (const text of ['*', 'A?B*', 'AB%C', '????????????ABCD', 'ABC*'.repeat(10)]) {
    const reason = unfitWatch(text);
    expect(reason).toBeTypeOf('string');
    expect(reason).not.toContain(text.replaceAll(/[?*]/g, '') || 'nothing');
  }
  expect(unfitWatch('?BC4*')).toBeUndefined();
});
