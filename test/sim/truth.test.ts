import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ScoredDetection, score, type TrueVehicle } from '../../sim/truth.ts';

const vehicle = (plate: string, from = 0, over: Partial<TrueVehicle> = {}): TrueVehicle => ({
  plate,
  region: 'us-il',
  entered_ms: from,
  left_ms: from + 2000,
  visible: true,
  ...over,
});
const read = (plate: string, at = 1000): ScoredDetection => ({ plate, first_ms: at, last_ms: at + 500 });
const texts = fc.stringMatching(/^[A-Z]{2}[0-9]{5}$/);

describe('score', () => {
  test('the right text at the right time is right', () => {
    expect(score([vehicle('AB12345')], [read('AB12345')])).toMatchObject({
      right: 1,
      wrong: 0,
      missed: 0,
      invented: 0,
    });
  });

  test('one character off is wrong, and its vehicle is not missed as well', () => {
    expect(score([vehicle('AB12345')], [read('AB12845')])).toMatchObject({
      right: 0,
      wrong: 1,
      missed: 0,
      invented: 0,
    });
  });

  test('the right text at another time is invented and the vehicle missed', () => {
    expect(score([vehicle('AB12345')], [read('AB12345', 60_000)])).toMatchObject({
      right: 0,
      wrong: 0,
      missed: 1,
      invented: 1,
    });
  });

  test('a text of nothing that passed is invented', () => {
    expect(score([vehicle('AB12345')], [read('SPEED30'), read('AB12345')])).toMatchObject({
      right: 1,
      missed: 0,
      invented: 1,
    });
  });

  test('the same vehicle detected twice counts once', () => {
    expect(score([vehicle('AB12345')], [read('AB12345'), read('AB12345', 1600)])).toMatchObject({
      right: 1,
      invented: 1,
    });
  });

  test('an exact match is preferred before a near one', () => {
    const result = score([vehicle('AB12345'), vehicle('AB12346')], [read('AB12346'), read('AB12345')]);
    expect(result).toMatchObject({ right: 2, wrong: 0, missed: 0 });
    expect(result.verdicts.map((each) => each.truth?.plate)).toEqual(['AB12346', 'AB12345']);
  });

  test('a vehicle that could not be read is not missed, but may be read', () => {
    const hidden = vehicle('AB12345', 0, { visible: false });
    expect(score([hidden], [])).toMatchObject({ vehicles: 1, visible: 0, missed: 0 });
    expect(score([hidden], [read('AB12345')])).toMatchObject({ right: 1, missed: 0 });
  });

  test('every detection has one verdict, and every visible vehicle is read or missed', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 6 }), fc.array(texts, { maxLength: 6 }), (passed, said) => {
        const result = score(
          passed.map((plate, i) => vehicle(plate, i * 700)),
          said.map((plate, i) => read(plate, i * 700)),
        );
        expect(result.right + result.wrong + result.invented).toBe(said.length);
        expect(result.right + result.wrong + result.missed).toBe(passed.length);
      }),
    );
  });
});
