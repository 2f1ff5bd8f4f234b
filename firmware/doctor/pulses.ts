/** What a line's edges say of the pulses that a sequencer played on it. Pure: times in, figures out. */

export interface StampedEdge {
  readonly monotonicMs: number;
  readonly rising: boolean;
}

export interface PlayedPlan {
  /** Of cycle 0, on the edges' clock. */
  readonly startMs: number;
  readonly periodUs: number;
  /** Of the pulses, in turn, one a cycle, each from the beginning of its cycle. */
  readonly widthsUs: readonly number[];
}

/** By how much each pulse that came was too long, microseconds; a pulse begins with a rising edge. One whose end is missing is none. */
export function widthErrorsUs(edges: readonly StampedEdge[], { startMs, periodUs, widthsUs }: PlayedPlan): number[] {
  return edges.flatMap(({ monotonicMs, rising }, at) => {
    const end = edges[at + 1];
    if (!rising || end === undefined || end.rising) return [];
    const cycle = Math.round(((monotonicMs - startMs) * 1000) / periodUs);
    const width = widthsUs[cycle % widthsUs.length];
    return width === undefined ? [] : [(end.monotonicMs - monotonicMs) * 1000 - width];
  });
}

/** What half of the values, 99 of 100, and all are not above; tenths are kept. */
export function spreadOf(values: readonly number[]): {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
} {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
    return Number(value.toFixed(1));
  };
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
