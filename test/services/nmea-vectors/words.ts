/**
 * In what words a vector is written: a sentence that another NMEA parser's tests hold, and what it says. Facts, taken over; where we read a
 * sentence otherwise than its source does, `theirs` says how, and why.
 */
import type { Sentence } from '../../../firmware/services/gps/nmea.ts';

export interface Vector {
  readonly sentence: string;
  /** `other`: sound, but not read here. `refused`: nothing. */
  readonly is: Sentence | 'other' | 'refused';
  /** What the source makes of it, where that is something else. */
  readonly theirs?: string;
}

export const time = (hours: number, minutes: number, seconds: number) => ({
  dayMs: ((hours * 60 + minutes) * 60 + seconds) * 1000,
});
export const date = (year: number, month: number, day: number) => ({ dateMs: Date.UTC(year, month - 1, day) });
export const place = (latitude: number, longitude: number) => ({ latitude, longitude });
/** Degrees of degrees and minutes. */
export const angle = (degrees: number, minutes: number) => degrees + minutes / 60;
/** A knot is 1852 metres an hour. */
export const knots = (speed: number) => ({ speedMps: (speed * 1852) / 3600 });
export const accuracy = (satellites: number, hdop: number, altitudeM: number) => ({ satellites, hdop, altitudeM });

export const [rmc, gga, gns, gll] = [{ kind: 'rmc' }, { kind: 'gga' }, { kind: 'gns' }, { kind: 'gll' }] as const;
export const [gsa, vtg, zda] = [{ kind: 'gsa' }, { kind: 'vtg' }, { kind: 'zda' }] as const;
export const [autonomous, differential] = [{ mode: 'autonomous' }, { mode: 'differential' }] as const;
export const [estimated, none] = [{ mode: 'estimated' }, { mode: 'none' }] as const;
export const valid = { valid: true } as const;
export const invalid = { valid: false, mode: 'none' } as const;

/** What most parsers do with a field that can not be. */
export const whole = 'refuses the whole sentence: we leave out what is wrong, the rest is sound by its checksum';
export const unchecked = 'takes it without a checksum: half a sentence can look like a good one';
