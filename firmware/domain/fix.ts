/** A fix: where the unit is, with what that is worth. A missing fix is said, never papered over. */
import type { MonotonicMs, WallInstant } from './instant.ts';

/**
 * `none`: never had one or lost it; `stale`: the last one is older than the limit; `2d`, `3d`, `differential` as the
 * receiver reports (NMEA 0183 GGA and GSA); `surveyed`: a fixed unit's entered place; `simulated` is said so.
 */
export const fixQualities = ['none', 'stale', '2d', '3d', 'differential', 'surveyed'] as const;
export type FixQuality = (typeof fixQualities)[number];

export interface Position {
  /** Degrees, WGS 84, north positive. */
  readonly latitude: number;
  /** Degrees, WGS 84, east positive. */
  readonly longitude: number;
  /** Metres above mean sea level. */
  readonly altitudeM?: number;
}

export interface Fix {
  readonly quality: FixQuality;
  readonly position?: Position;
  /** Horizontal dilution of precision, no unit. */
  readonly hdop?: number;
  readonly satellites?: number;
  readonly speedMps?: number;
  /** Degrees clockwise from true north. */
  readonly courseDeg?: number;
  /** The receiver's own time, where its sentences carried date and time. */
  readonly receiverTime?: WallInstant;
  /** When the position was received. */
  readonly monotonic?: MonotonicMs;
  readonly ageMs?: number;
}

export const noFix: Fix = { quality: 'none' };

/** Metres over ground between two places, on a sphere: within 0.6 % of the truth (WGS 84's flattening is 1 / 298). */
export function distanceM(a: Position, b: Position): number {
  const [from, to] = [radians(a.latitude), radians(b.latitude)];
  const north = Math.sin((to - from) / 2) ** 2;
  const east = Math.cos(from) * Math.cos(to) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(north + east)));
}

const earthRadiusM = 6_371_008.8;

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
