/**
 * Two kinds of "when", kept apart by their types: a wall instant says what the calendar says and how much that is
 * worth; a monotonic instant only orders and measures. Nothing here reads a clock.
 */

/**
 * Where the wall clock's time comes from. `pps`: the system's clock, which its kernel keeps by a pulse each second; `ntp`: the
 * system's clock, which a daemon keeps by the network, or by a receiver that it reads itself; `gps`: the receiver's sentences;
 * `free-running`: nobody vouches for it at present.
 */
export const clockSources = ['pps', 'ntp', 'gps', 'free-running', 'simulated'] as const;
export type ClockSource = (typeof clockSources)[number];

/** What a wall instant is worth. `uncertaintyMs` is an upper bound where the source gives one. */
export interface ClockQuality {
  readonly source: ClockSource;
  readonly uncertaintyMs?: number;
}

/** A point on the calendar: milliseconds since 1970-01-01 UTC, with its quality. */
export interface WallInstant {
  readonly epochMs: number;
  readonly quality: ClockQuality;
}

/** The last moment that a Date can hold: https://tc39.es/ecma262/#sec-time-values-and-time-range */
export const EPOCH_MS_MAX = 8.64e15;

declare const monotonic: unique symbol;
/** Milliseconds since an arbitrary start, never set back; comparable within one boot only. */
export type MonotonicMs = number & { readonly [monotonic]: true };

export function monotonicMs(value: number): MonotonicMs {
  return value as MonotonicMs;
}
