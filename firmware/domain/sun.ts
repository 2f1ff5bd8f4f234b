/**
 * Where the sun stands. Low-precision formulas of the Astronomical Almanac (as printed by the US Naval Observatory,
 * "Approximate Solar Coordinates"): within 0.02 degrees from 1950 to 2050, refraction left out. Pure.
 */
import type { Position } from './fix.ts';

const J2000_MS = Date.UTC(2000, 0, 1, 12);
const DAY_MS = 86_400_000;
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

/** Degrees above the horizon; negative below it. Civil twilight ends at -6. */
export function solarElevation({ latitude, longitude }: Position, epochMs: number): number {
  const days = (epochMs - J2000_MS) / DAY_MS;
  const anomaly = radians(357.529 + 0.98560028 * days);
  const mean = 280.459 + 0.98564736 * days;
  const ecliptic = radians(mean + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly));
  const obliquity = radians(23.439 - 0.00000036 * days);
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(ecliptic));
  const ascension = Math.atan2(Math.cos(obliquity) * Math.sin(ecliptic), Math.cos(ecliptic));
  const sidereal = radians(15 * (18.697374558 + 24.06570982441908 * days));
  const hourAngle = sidereal + radians(longitude) - ascension;
  const up =
    Math.sin(radians(latitude)) * Math.sin(declination) +
    Math.cos(radians(latitude)) * Math.cos(declination) * Math.cos(hourAngle);
  return degrees(Math.asin(up));
}
