/**
 * Which reading continues which track: by where the plate was going and by what it says. Both must be plausible, or the
 * text all but certain; a plate that jumps (a low frame rate) is held by its text, a misread one by its place. Pure.
 */
import type { Box } from '../domain/candidate.ts';
import { distanceOf } from '../domain/edit-distance.ts';
import type { MonotonicMs } from '../domain/instant.ts';
import type { Reading } from '../domain/reading.ts';

/** Where something was at one moment. */
export type Seen = Pick<Reading, 'candidate' | 'monotonic'>;

/** What association needs to know of a track. */
export interface Path {
  readonly readings: readonly Reading[];
}

const SAME_TEXT = 0.7;
const LIKE_TEXT = 0.4;
/** How far from its expected place a plate may be found, in plate widths. */
const REACH = 3;

/** The best one-to-one pairs of readings and paths, greedily by affinity; readings without a pair begin new paths. */
export function associate<P extends Path>(readings: readonly Reading[], paths: readonly P[]): Map<Reading, P> {
  const pairs = readings
    .flatMap((reading) => paths.map((path) => ({ reading, path, affinity: affinityOf(reading, path) })))
    .filter(({ affinity }) => affinity > 0)
    .sort((a, b) => b.affinity - a.affinity);
  const matched = new Map<Reading, P>();
  const taken = new Set<P>();
  for (const { reading, path } of pairs) {
    if (matched.has(reading) || taken.has(path)) continue;
    matched.set(reading, path);
    taken.add(path);
  }
  return matched;
}

/** 0 when the reading can not belong to the path; else the higher the likelier. */
export function affinityOf(reading: Reading, path: Path): number {
  const text = Math.max(
    ...path.readings.slice(-3).map(({ plate }) => similarity(plate.reveal(), reading.plate.reveal())),
  );
  const expected = expectedBox(path.readings, reading.monotonic);
  const away = distance(expected, reading.candidate.box) / Math.max(expected[2], 1);
  if (text >= SAME_TEXT) return text + 1 / (1 + away);
  if (text >= LIKE_TEXT && away <= REACH) return text + 1 / (1 + away);
  return 0;
}

/** Where the plate should be by now, had it kept its last velocity. */
export function expectedBox(seen: readonly Seen[], now: MonotonicMs): Box {
  const last = seen.at(-1)!;
  const before = seen.at(-2);
  const box = last.candidate.box;
  if (before === undefined || last.monotonic <= before.monotonic) return box;
  const factor = (now - last.monotonic) / (last.monotonic - before.monotonic);
  return [
    box[0] + (box[0] - before.candidate.box[0]) * factor,
    box[1] + (box[1] - before.candidate.box[1]) * factor,
    box[2],
    box[3],
  ];
}

/** Of the boxes' middles, pixels. */
export function distance(a: Box, b: Box): number {
  return Math.hypot(a[0] + a[2] / 2 - b[0] - b[2] / 2, a[1] + a[3] / 2 - b[1] - b[3] / 2);
}

/** 1 for equal texts, 0 for texts with nothing in common: one minus the edit distance over the longer length. */
export function similarity(a: string, b: string): number {
  return 1 - distanceOf(a, b) / Math.max(a.length, b.length, 1);
}
