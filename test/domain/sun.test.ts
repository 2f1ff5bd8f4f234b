/** Where the sun stands, against published rises, sets and noons. */
import { expect, test } from 'vitest';
import { solarElevation } from '../../firmware/domain/sun.ts';

const springfield = { latitude: 39.8, longitude: -89.65 };

test.each([
  // Noon at an equinox is 90 degrees less the latitude; at the solstices the obliquity more or less.
  ['2026-03-20T18:06:00Z', 90 - 39.8],
  ['2026-06-21T18:01:00Z', 90 - 39.8 + 23.44],
  ['2026-12-21T17:57:00Z', 90 - 39.8 - 23.44],
])('at noon on %s it stands %f degrees high', (time, expected) => {
  expect(Math.abs(solarElevation(springfield, Date.parse(time)) - expected)).toBeLessThan(0.2);
});

test('it is up for twelve hours of an equinox day anywhere, and never at a pole in winter', () => {
  for (const latitude of [-60, -30, 0, 30, 60]) {
    let up = 0;
    for (let minute = 0; minute < 1440; minute++)
      up +=
        solarElevation({ latitude, longitude: 17 }, Date.parse('2026-03-20T00:00:00Z') + minute * 60_000) > 0 ? 1 : 0;
    expect(Math.abs(up / 60 - 12)).toBeLessThan(0.15);
  }
  for (let hour = 0; hour < 24; hour++)
    expect(
      solarElevation({ latitude: 89, longitude: 0 }, Date.parse('2026-12-21T00:00:00Z') + hour * 3_600_000),
    ).toBeLessThan(-20);
});
