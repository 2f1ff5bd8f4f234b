/**
 * How well a line is heard: marks as bytes, sentences and moments arrive, and from them what is wrong. Pure.
 *
 * `gps.missing`: it is not open. `gps.silent`: no bytes; `gps.garbled`: bytes that mean nothing. `gps.stuck`: sentences whose
 * moment stands still. `gps.slow`: moments too far apart; it takes two in time to end that, and a line that is slow is called
 * silent only when it keeps still for longer than it did before.
 */
import type { FaultCode } from '../../domain/fault.ts';
import type { MonotonicMs } from '../../domain/instant.ts';

export interface HearingLimits {
  /** Longest time without a sound sentence. */
  readonly silentAfterMs: number;
  /** Longest time between two moments. */
  readonly slowAfterMs: number;
}

export type LineFault = Extract<FaultCode, 'gps.missing' | 'gps.silent' | 'gps.garbled' | 'gps.stuck' | 'gps.slow'>;

export interface Hearing {
  readonly open: boolean;
  /** It could not be opened, or vanished, and nothing sound has come since. */
  readonly missing: boolean;
  /** The start, or when it was opened after it had been missing. */
  readonly since: MonotonicMs;
  readonly bytesAt?: MonotonicMs;
  /** When the last sound sentence came. */
  readonly soundAt?: MonotonicMs;
  /** When the last moment was first heard of, and how long after the one before. */
  readonly moment?: { readonly dayMs: number; readonly at: MonotonicMs; readonly afterMs: number };
  /** When a sentence last spoke of a moment, new or not. */
  readonly timedAt?: MonotonicMs;
}

export function sounded(before: Hearing, dayMs: number | undefined, at: MonotonicMs): Hearing {
  const hearing = { ...before, missing: false, soundAt: at };
  const { moment } = before;
  if (dayMs === undefined) return hearing;
  if (dayMs === moment?.dayMs) return { ...hearing, timedAt: at };
  return { ...hearing, timedAt: at, moment: { dayMs, at, afterMs: moment ? at - moment.at : 0 } };
}

export function lineFault(hearing: Hearing, now: MonotonicMs, limits: HearingLimits): LineFault | undefined {
  const { open, missing, since, soundAt = since, bytesAt = Number.NEGATIVE_INFINITY, moment, timedAt } = hearing;
  if (!open) return 'gps.missing';
  const silentAfterMs = Math.max(limits.silentAfterMs, 2 * Math.min(moment?.afterMs ?? 0, 10 * limits.slowAfterMs));
  if (now - Math.max(since, soundAt) >= silentAfterMs)
    return now - bytesAt >= limits.silentAfterMs ? 'gps.silent' : 'gps.garbled';
  if (missing) return 'gps.missing';
  if (moment === undefined || timedAt === undefined) return undefined;
  const late = now - moment.at >= limits.slowAfterMs;
  if (late && timedAt - moment.at >= limits.slowAfterMs / 2) return 'gps.stuck';
  return late || moment.afterMs >= limits.slowAfterMs ? 'gps.slow' : undefined;
}
