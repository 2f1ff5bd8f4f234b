import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alikeOf } from '../../firmware/domain/reading.ts';
import { spelled } from '../../firmware/pipeline/syntax.ts';
import { readingOf } from './readings.ts';

const brazil = { code: 'br', confidence: 0.99 };
const text = (read: string, region = brazil) => spelled(readingOf({ text: read }), region);

describe('position grammar', () => {
  test.each([
    ['0QI1O34', 'OQI1O34'],
    ['AB01I3O', 'ABO1I30'],
    ['ABC1O34', 'ABC1O34'],
  ])('%s from Brazil is spelled %s', (read, wanted) => {
    const { plate, characters } = text(read);
    expect(plate.reveal()).toBe(wanted);
    expect(characters.map(({ character }) => character).join('')).toBe(wanted);
  });

  test('the characters that it decided say so, with the confidence of both spellings', () => {
    const { characters } = text('AB01234');
    expect(characters.map(({ settled }) => settled === true)).toEqual([false, false, true, true, false, false, false]);
    expect(characters[2]!.confidence).toBeGreaterThan(0.95);
  });

  test('the spelling it demands leads the candidates, and the one it rules out is gone', () => {
    const { candidates } = text('AB01234');
    expect(candidates.map(({ plate }) => plate.reveal())).toEqual(['ABO1234']);
  });

  test('it is silent where the region is unsure, has no certain syntax, or the text has another form', () => {
    expect(text('AB01234', { code: 'br', confidence: 0.8 }).plate.reveal()).toBe('AB01234');
    expect(text('AB01234', { code: 'us-il', confidence: 0.99 }).plate.reveal()).toBe('AB01234');
    expect(text('AB8I234').plate.reveal()).toBe('AB8I234');
    expect(text('AB0123').plate.reveal()).toBe('AB0123');
  });

  test('it never changes anything but 0, O, 1 and I, and what it says stays said', () => {
    const texts = fc.stringMatching(/^[0-9A-Z]{6,8}$/);
    fc.assert(
      fc.property(texts, (read) => {
        const once = text(read);
        const now = once.plate.reveal();
        for (const [place, character] of [...read].entries()) {
          if (now[place] !== character) expect(alikeOf[character]).toBe(now[place]);
        }
        expect(spelled({ ...readingOf({ text: now }) }, brazil).plate.reveal()).toBe(now);
      }),
    );
  });
});
