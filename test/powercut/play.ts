/** Records the workload and plays cuts of it. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Dice } from '../../sim/dice.ts';
import { broken } from './check.ts';
import { type Cut, Disk, writeOut } from './disk.ts';
import type { Mark } from './kept.ts';
import { type Change, readRecording } from './recording.ts';

const MARKS = '/.marks';

export interface Recorded {
  /** recorder.c, built. */
  readonly recorder: string;
  readonly folder: string;
  readonly seed: number;
  readonly steps: number;
}

/** Runs the workload once and gives every change that it made. */
export function record({ recorder, folder, seed, steps }: Recorded): Change[] {
  const data = join(folder, `data-${seed}`);
  const recording = join(folder, `recording-${seed}`);
  const workload = new URL('workload.ts', import.meta.url).pathname;
  execFileSync(process.execPath, [workload, data, String(seed), String(steps)], {
    env: { ...process.env, LD_PRELOAD: recorder, RECORD_BELOW: data, RECORD_TO: recording, UV_USE_IO_URING: '0' },
  });
  const changes = readRecording(readFileSync(recording));
  rmSync(data, { recursive: true });
  rmSync(recording);
  return changes;
}

export interface Played {
  readonly cut: Cut;
  /** How many changes had been made. */
  readonly at: number;
  readonly wrong: string | undefined;
}

export interface Playing {
  readonly changes: readonly Change[];
  /** Where what stands is written; emptied for each cut. */
  readonly folder: string;
  readonly seed: number;
  /** At most so many cuts, spread over the whole recording. */
  readonly most: number;
}

const kinds: readonly Cut[] = ['in-order', 'synced', 'torn', 'torn'];

/** Cuts at every change in every way, or at places drawn among them where that is more than `most`. */
export function* play({ changes, folder, seed, most }: Playing): Iterable<Played> {
  const dice = new Dice(`powercut/${seed}/cuts`);
  const chance = Math.min(1, most / (changes.length * kinds.length));
  const disk = new Disk();
  const marks: Mark[] = [];
  let done = 0;
  for (const [index, change] of changes.entries()) {
    if (change.path !== MARKS) disk.apply(change);
    else if (change.kind === 'write') marks.push(JSON.parse(Buffer.from(change.data).toString()));
    for (const cut of kinds) {
      if (done === most || !dice.chance(chance)) continue;
      done += 1;
      writeOut(disk.after(cut, dice), folder);
      yield { cut, at: index + 1, wrong: check(folder, marks) };
    }
  }
}

function check(folder: string, marks: readonly Mark[]): string | undefined {
  try {
    return broken(folder, marks);
  } catch (error) {
    return `it threw: ${error instanceof Error ? error.message : String(error)}`;
  }
}
