/**
 * Whether a place can be believed, given where the unit was: a receiver that is reflected, jammed or waking up says places
 * that no vehicle reaches. Pure.
 *
 * A place too far for the time that has passed is doubted, and is believed once places that agree with it have come for
 * three seconds, for then the old one was wrong, or the receiver was carried while it was off.
 */
import { distanceM, type Position } from '../../domain/fix.ts';
import type { MonotonicMs } from '../../domain/instant.ts';

/** A position as it came. */
export interface Placing {
  readonly position: Position;
  readonly at: MonotonicMs;
  /** The receiver's own milliseconds since midnight. */
  readonly dayMs?: number | undefined;
}

export interface Motion {
  /** The last place that was believed; kept while there is no fix. */
  readonly last?: Placing;
  /** Where it says it is meanwhile, first and last. */
  readonly doubted?: { readonly first: Placing; readonly latest: Placing };
}

/** Metres by which a place may be wrong without anybody having moved. */
const slackM = 100;
const confirmedAfterMs = 3000;
/** Sentences wait in buffers: the receiver's own count of time is believed so much beyond ours. */
const bufferedMsMax = 10_000;
const dayMs = 86_400_000;

/** The place was believed where `last` is it, and else is `doubted`. */
export function judged(motion: Motion, placing: Placing, speedMpsMax: number): Motion {
  const { last, doubted } = motion;
  const reaches = (from: Placing) =>
    distanceM(from.position, placing.position) <= slackM + (speedMpsMax * elapsedMs(from, placing)) / 1000;
  if (last === undefined || reaches(last)) return { last: placing };
  const first = doubted !== undefined && reaches(doubted.latest) ? doubted.first : placing;
  if (elapsedMs(first, placing) >= confirmedAfterMs) return { last: placing };
  return { last, doubted: { first, latest: placing } };
}

function elapsedMs(from: Placing, to: Placing): number {
  const arrival = to.at - from.at;
  if (from.dayMs === undefined || to.dayMs === undefined) return arrival;
  const own = (to.dayMs - from.dayMs + dayMs) % dayMs;
  return Math.max(arrival, own <= arrival + bufferedMsMax ? own : 0);
}
