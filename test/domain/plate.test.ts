import { format, inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Plate } from '../../firmware/domain/plate.ts';

const texts = fc.stringMatching(/^[0-9A-Z]{4,15}$/);

describe('a plate', () => {
  test('prints itself redacted wherever a string is asked for', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const plate = new Plate(text);
        const ways = [
          String(plate),
          `${plate}`,
          JSON.stringify({ plate }),
          inspect({ deep: [{ plate }] }, { depth: 9, showHidden: true }),
          format('%s %o %O %j', plate, plate, plate, plate),
          new Error(`about ${plate}`).message,
          JSON.stringify(structuredClone({ ...plate })),
        ];
        for (const way of ways) expect(way).not.toContain(text);
      }),
    );
  });

  test('gives its text only to who asks for it', () => {
    fc.assert(fc.property(texts, (text) => new Plate(text).reveal() === text));
  });

  test('refuses what is no plate without repeating it', () => {
    for (const bad of ['', 'ab123', 'AB 123', 'ABCDEFGH12345678', 'AB-1']) {
      expect(() => new Plate(bad)).toThrow(RangeError);
      if (bad !== '') expect(() => new Plate(bad)).not.toThrow(new RegExp(bad));
    }
  });
});
