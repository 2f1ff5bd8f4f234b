/**
 * What the receiver has said, folded to a fix. Pure: a state, a sentence and its arrival give the next state; a state
 * and the present give the fix.
 *
 * A position counts only with the receiver's word that it is one: RMC valid, or GGA or GNS with a mode. Estimated
 * positions (dead reckoning, entered, the receiver's own simulation) are no fix. A receiver that says it has none is
 * believed at once; one that falls silent leaves a position that grows stale.
 */
import { type Fix, type FixQuality, noFix, type Position } from '../../domain/fix.ts';
import type { MonotonicMs, WallInstant } from '../../domain/instant.ts';
import type { Sentence } from './nmea.ts';

export interface ReceiverState {
  /** The latest position and when it arrived; absent before the first and after the receiver has lost it. */
  readonly position?: Position;
  readonly at?: MonotonicMs;
  readonly differential: boolean;
  readonly dimensions?: '2d' | '3d';
  readonly hdop?: number;
  readonly satellites?: number;
  readonly speedMps?: number;
  readonly courseDeg?: number;
  /** From the latest valid RMC with a date, and when it arrived. */
  readonly time?: { readonly epochMs: number; readonly at: MonotonicMs };
}

export const receiverStart: ReceiverState = { differential: false };

/** Bound of the error of a time taken from sentences alone: they come late in their second (FIELD: 10-100 ms). */
const nmeaUncertaintyMs = 100;

export function heard(state: ReceiverState, sentence: Sentence, at: MonotonicMs): ReceiverState {
  switch (sentence.kind) {
    case 'rmc': {
      if (!sentence.valid || sentence.mode === 'none' || sentence.mode === 'estimated') return lost(state);
      const { latitude, longitude, dateMs, dayMs, speedMps, courseDeg, mode } = sentence;
      if (latitude === undefined || longitude === undefined) return state;
      const { position, speedMps: _speed, courseDeg: _course, ...rest } = state;
      return {
        ...rest,
        position: { ...position, latitude, longitude },
        at,
        differential: mode === 'differential' || (state.differential && mode !== 'autonomous'),
        ...(speedMps === undefined ? {} : { speedMps }),
        ...(courseDeg === undefined ? {} : { courseDeg }),
        ...(dateMs === undefined || dayMs === undefined ? {} : { time: { epochMs: dateMs + dayMs, at } }),
      };
    }
    case 'gga':
    case 'gns': {
      if (sentence.mode === 'none' || sentence.mode === 'estimated') return lost(state);
      const { latitude, longitude, altitudeM, satellites, hdop, mode } = sentence;
      if (latitude === undefined || longitude === undefined) return state;
      return {
        ...state,
        position: { latitude, longitude, ...(altitudeM === undefined ? {} : { altitudeM }) },
        at,
        differential: mode === 'differential',
        ...(satellites === undefined ? {} : { satellites }),
        ...(hdop === undefined ? {} : { hdop }),
      };
    }
    case 'gsa': {
      const { dimensions: _before, ...rest } = state;
      // Several GSA come each second, one a constellation: one without a fix says nothing of the others.
      if (sentence.dimensions === 'none') return state;
      return {
        ...rest,
        dimensions: sentence.dimensions,
        ...(sentence.hdop === undefined ? {} : { hdop: sentence.hdop }),
      };
    }
    case 'vtg':
      return {
        ...state,
        ...(sentence.speedMps === undefined ? {} : { speedMps: sentence.speedMps }),
        ...(sentence.courseDeg === undefined ? {} : { courseDeg: sentence.courseDeg }),
      };
  }
}

/** The fix at a moment: `stale` when its position is older than the limit. */
export function fixOf(state: ReceiverState, now: MonotonicMs, staleAfterMs: number): Fix {
  const { position, at } = state;
  if (position === undefined || at === undefined) return noFix;
  const ageMs = now - at;
  const { hdop, satellites, speedMps, courseDeg, time } = state;
  return {
    quality: ageMs > staleAfterMs ? 'stale' : qualityOf(state),
    position,
    monotonic: at,
    ageMs,
    ...(hdop === undefined ? {} : { hdop }),
    ...(satellites === undefined ? {} : { satellites }),
    ...(speedMps === undefined ? {} : { speedMps }),
    ...(courseDeg === undefined ? {} : { courseDeg }),
    ...(time === undefined ? {} : { receiverTime: instantOf(time, at) }),
  };
}

/** The receiver's time, carried on to the moment of the position. */
function instantOf(time: NonNullable<ReceiverState['time']>, at: MonotonicMs): WallInstant {
  return { epochMs: time.epochMs + (at - time.at), quality: { source: 'gps', uncertaintyMs: nmeaUncertaintyMs } };
}

function qualityOf({ differential, dimensions, satellites }: ReceiverState): FixQuality {
  if (differential) return 'differential';
  if (dimensions) return dimensions;
  // Without GSA: four satellites are needed for a position in three dimensions.
  return satellites !== undefined && satellites >= 4 ? '3d' : '2d';
}

function lost(state: ReceiverState): ReceiverState {
  return state.position === undefined ? state : receiverStart;
}
