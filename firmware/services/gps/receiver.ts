/**
 * What the receiver has said, folded to a fix. Pure: a state, a sentence and its arrival give the next state; a state
 * and the present give the fix.
 *
 * A position counts only with the receiver's word that it is one: RMC or GLL valid, or GGA or GNS with a mode. Estimated
 * positions (dead reckoning, entered, the receiver's own simulation) are no fix. A receiver that says it has none is
 * believed at once; one that falls silent, or says the same moment again and again, leaves a position that grows stale,
 * and so does one that says a place which can not be (motion.ts). A date that is 1024 weeks back is mended (rollover.ts).
 */
import { type Fix, type FixQuality, noFix, type Position } from '../../domain/fix.ts';
import type { MonotonicMs, WallInstant } from '../../domain/instant.ts';
import { judged, type Motion } from './motion.ts';
import type { Gga, Gll, Gns, Rmc, Sentence, Zda } from './nmea.ts';
import { mended } from './rollover.ts';

/** What the receiver's word is held against. */
export interface Belief {
  /** No vehicle of this unit is faster. */
  readonly speedMpsMax: number;
  /** When this program was made, milliseconds since 1970: no date is before it. */
  readonly madeMs: number;
}

export interface ReceiverState {
  /** The latest position and when its moment was first heard of; absent before the first and after it was lost. */
  readonly position?: Position;
  readonly at?: MonotonicMs;
  readonly differential: boolean;
  readonly dimensions?: '2d' | '3d';
  readonly hdop?: number;
  readonly satellites?: number;
  readonly speedMps?: number;
  readonly courseDeg?: number;
  /** The moment that the sentences speak of: the receiver's milliseconds since midnight, and when it was first heard of. */
  readonly moment?: { readonly dayMs: number; readonly at: MonotonicMs; readonly leapSecond: boolean };
  /** Midnight UTC of the latest date, the time of day that came with it, and whether it had to be mended. */
  readonly date?: { readonly ms: number; readonly dayMs: number; readonly mended: boolean };
  /** Of the position. */
  readonly time?: { readonly epochMs: number; readonly at: MonotonicMs; readonly leapSecond: boolean };
  readonly motion: Motion;
}

export const receiverStart: ReceiverState = { differential: false, motion: {} };

/** Bound of the error of a time taken from sentences alone: they come late in their second (FIELD: 10-100 ms). */
const nmeaUncertaintyMs = 100;
const dayMs = 86_400_000;

export function heard(before: ReceiverState, sentence: Sentence, arrived: MonotonicMs, belief: Belief): ReceiverState {
  const state = inMoment(before, sentence, arrived);
  switch (sentence.kind) {
    case 'rmc': {
      if (!sentence.valid) return lost(state);
      const { speedMps, courseDeg, mode } = sentence;
      const { speedMps: _speed, courseDeg: _course, ...rest } = dated(state, sentence, belief);
      const moving = {
        ...(speedMps === undefined ? {} : { speedMps }),
        ...(courseDeg === undefined ? {} : { courseDeg }),
      };
      return placed(state, { ...rest, ...moving, differential: kept(state, mode) }, sentence, arrived, belief);
    }
    case 'gll':
      return placed(state, { ...state, differential: kept(state, sentence.mode) }, sentence, arrived, belief);
    case 'gga':
    case 'gns': {
      const { satellites, hdop, mode } = sentence;
      // Some say so while they guess, and some (Furuno) have the count in another sentence.
      if (mode !== 'none' && satellites === 0) return state;
      const next = {
        ...state,
        differential: mode === 'differential',
        ...(satellites === undefined ? {} : { satellites }),
        ...(hdop === undefined ? {} : { hdop }),
      };
      return placed(state, next, sentence, arrived, belief);
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
    case 'zda':
      return timed(dated(state, sentence, belief));
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

/** The state with the sentence's place in it, or as it was before where that place is doubted or is none. */
function placed(
  before: ReceiverState,
  next: ReceiverState,
  sentence: Rmc | Gll | Gga | Gns,
  arrived: MonotonicMs,
  { speedMpsMax }: Belief,
): ReceiverState {
  const { latitude, longitude, mode } = sentence;
  if (mode === 'none' || mode === 'estimated') return lost(before);
  if (latitude === undefined || longitude === undefined) return before;
  const flat = sentence.kind === 'rmc' || sentence.kind === 'gll';
  const { altitudeM } = flat ? { ...next.position } : sentence;
  const position = { latitude, longitude, ...(altitudeM === undefined ? {} : { altitudeM }) };
  const at = sentence.dayMs === undefined || before.moment === undefined ? arrived : before.moment.at;
  const motion = judged(before.motion, { position, at, dayMs: sentence.dayMs }, speedMpsMax);
  return motion.doubted === undefined ? timed({ ...next, position, at, motion }) : { ...before, motion };
}

/** Opens the next moment where the sentence speaks of one. */
function inMoment(state: ReceiverState, sentence: Sentence, at: MonotonicMs): ReceiverState {
  if (!('dayMs' in sentence) || sentence.dayMs === undefined) return state;
  const { dayMs, leapSecond = false } = sentence;
  const { moment } = state;
  return moment?.dayMs === dayMs && moment.leapSecond === leapSecond
    ? state
    : { ...state, moment: { dayMs, at, leapSecond } };
}

function dated(state: ReceiverState, { dateMs, dayMs }: Rmc | Zda, { madeMs }: Belief): ReceiverState {
  if (dateMs === undefined || dayMs === undefined) return state;
  const ms = mended(dateMs, madeMs);
  return { ...state, date: { ms, dayMs, mended: ms !== dateMs } };
}

/** Gives the position its time once the date is known. A time of day much earlier than the date's own is the next day's. */
function timed(state: ReceiverState): ReceiverState {
  const { moment, date, at } = state;
  if (moment === undefined || date === undefined || at !== moment.at) return state;
  const nextDay = moment.dayMs + dayMs / 2 < date.dayMs;
  const epochMs = date.ms + moment.dayMs + (nextDay ? dayMs : 0);
  return { ...state, time: { epochMs, at, leapSecond: moment.leapSecond } };
}

/** The receiver's time, carried on to the moment of the position. */
function instantOf(time: NonNullable<ReceiverState['time']>, at: MonotonicMs): WallInstant {
  const uncertaintyMs = nmeaUncertaintyMs + (time.leapSecond ? 1000 : 0);
  return { epochMs: time.epochMs + (at - time.at), quality: { source: 'gps', uncertaintyMs } };
}

function qualityOf({ differential, dimensions, satellites }: ReceiverState): FixQuality {
  if (differential) return 'differential';
  if (dimensions) return dimensions;
  // Without GSA: four satellites are needed for a position in three dimensions.
  return satellites !== undefined && satellites >= 4 ? '3d' : '2d';
}

/** A sentence whose letter says only that corrections may be used does not take back that they are. */
function kept({ differential }: ReceiverState, mode: Rmc['mode']): boolean {
  return mode === 'differential' || (differential && mode !== 'autonomous');
}

function lost({ motion, moment, date }: ReceiverState): ReceiverState {
  return { ...receiverStart, motion, ...(moment && { moment }), ...(date && { date }) };
}
