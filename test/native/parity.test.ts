import { describe, expect, it } from 'vitest';
import { isa } from '../../native/index.ts';
import { parities } from './parity.ts';

describe.each(isa().available)('%s against the scalar reference', (tested) => {
  it.each(parities)('$name', ({ check }) => {
    check(tested, 300);
  });
});

it('has a vector set on every processor it is built for, the reference last', () => {
  expect(isa().available.at(-1)).toBe('scalar');
  expect(isa().available).toContain(isa().selected);
});
