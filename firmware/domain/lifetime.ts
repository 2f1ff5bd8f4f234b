/**
 * How old a stored thing surely is, whatever the clocks said. A store counts its life: the milliseconds that it has run, through all
 * boots, by clocks that never jump. Where a boot learned the calendar from something that vouches for it (GPS, NTP, a pulse), the
 * boot keeps the difference of the two; between two such boots the difference grows by the time that the unit was off.
 *
 * So the least age of a thing is the life since then and the time off that is known of. It is exact within a boot, whatever the
 * calendar did meanwhile, and exact between boots that learned the time at any moment of theirs; elsewhere it is too small by time
 * off that nobody knows of. Nothing purged by it leaves early, and a clock that nobody vouches for changes nothing.
 */
import type { WallInstant } from './instant.ts';

export interface Boot {
  /** Life when it began, and when it was last heard of, milliseconds. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Calendar less life, milliseconds; absent: nobody vouched for the time in this boot. */
  readonly offsetMs?: number;
}

/** A bound wider than this is no better than none. */
const UNCERTAIN_MS = 10_000;

/** Whether something vouches for it. */
export function vouchedFor({ quality }: WallInstant): boolean {
  return quality.source !== 'free-running' && (quality.uncertaintyMs ?? 0) <= UNCERTAIN_MS;
}

/**
 * The end of what is due: all that was stored at this life or before has surely the age. Undefined: nothing has.
 * @param boots in their order; the last is the present one. @param nowMs of life.
 */
export function dueUntil(boots: readonly Boot[], nowMs: number, ageMs: number): number | undefined {
  const latest = boots.findLast(({ offsetMs }) => offsetMs !== undefined)?.offsetMs ?? 0;
  let known: number | undefined;
  let offMs = 0;
  for (let each = boots.length - 1; each >= 0; each -= 1) {
    const { fromMs, toMs, offsetMs } = boots[each]!;
    known = offsetMs ?? known;
    // What is older was off for at least as long as what is younger, also where clocks contradict each other.
    offMs = Math.max(offMs, latest - (known ?? latest));
    const until = nowMs + offMs - ageMs;
    const endMs = each === boots.length - 1 ? nowMs : toMs;
    if (until >= fromMs) return Math.min(until, endMs);
  }
  return undefined;
}

/** The least age of what was stored at a life, milliseconds. */
export function leastAge(boots: readonly Boot[], nowMs: number, lifeMs: number): number {
  const latest = boots.findLast(({ offsetMs }) => offsetMs !== undefined)?.offsetMs ?? 0;
  let known: number | undefined;
  let offMs = 0;
  for (let each = boots.length - 1; each >= 0; each -= 1) {
    const { fromMs, toMs, offsetMs } = boots[each]!;
    if (each < boots.length - 1 && toMs < lifeMs) break;
    known = offsetMs ?? known;
    offMs = Math.max(offMs, latest - (known ?? latest));
    if (fromMs <= lifeMs) break;
  }
  return nowMs - lifeMs + offMs;
}

/** What the calendar said then, at the latest that it can have been; undefined: nobody has vouched for the time since. */
export function calendarOf(boots: readonly Boot[], lifeMs: number): number | undefined {
  const known = boots.find(
    ({ toMs, offsetMs }, at) => offsetMs !== undefined && (toMs >= lifeMs || at === boots.length - 1),
  );
  return known?.offsetMs === undefined ? undefined : known.offsetMs + lifeMs;
}

/**
 * The time, but no earlier than it surely is: a clock that fell back while the unit was off, and that nobody vouches for yet, makes no
 * list young and no entry valid again. @param surelyMs what `calendarByNow` says.
 */
export function noEarlierThan(surelyMs: number | undefined, now: WallInstant): WallInstant {
  return surelyMs === undefined || vouchedFor(now) || now.epochMs >= surelyMs ? now : { ...now, epochMs: surelyMs };
}

/** The calendar as far as it surely is by now: what was vouched for last, and the life since. */
export function calendarByNow(boots: readonly Boot[], nowMs: number): number | undefined {
  const latest = boots.findLast(({ offsetMs }) => offsetMs !== undefined)?.offsetMs;
  return latest === undefined ? undefined : latest + nowMs;
}
