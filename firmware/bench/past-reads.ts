/**
 * Search over a million past reads, each way of asking by itself, on the index as a store opens it; and that opening: the sealed segments
 * of thirty days, the keys of each half minute walked to, every read put into the index. Plates are random, of seven characters, as full
 * a set as there is; a pattern that fits little goes through all of it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alprEncoder } from '../devices/message-encoder.ts';
import { openSqliteStore } from '../devices/sqlite-store.ts';
import { Database, databaseFile } from '../devices/store/database.ts';
import { DayKeys, STEP_MS } from '../devices/store/day-keys.ts';
import { newKey, openKeySlots } from '../devices/store/key-slots.ts';
import { ReadSegments } from '../devices/store/reads.ts';
import { systemClock } from '../devices/system-clock.ts';
import { Plate } from '../domain/plate.ts';
import type { DetectionQuery, DetectionSearch, PlateRead } from '../ports/detection-search.ts';
import type { Stopwatch } from './stopwatch.ts';

const READS = 1_000_000;
const DAYS = 30;
const BEGAN_MS = 1_700_000_000_000;
const STEPS = (DAYS * 86_400_000) / STEP_MS;
const ROWS_MAX = 200;

const asked: readonly (readonly [string, DetectionQuery])[] = [
  ['a whole plate', { pattern: 'QX40817' }],
  ['one unknown character', { pattern: 'Q?40817' }],
  ['three unknown characters', { pattern: '??40?17' }],
  ['a beginning', { pattern: 'QX40*' }],
  ['an end', { pattern: '*0817' }],
  ['two parts', { pattern: '*Q4*17*' }],
  ['one character anywhere', { pattern: '*Q*Q*Q*' }],
  ['a part within a day', { pattern: '*40*', fromMs: BEGAN_MS + 86_400_000, toMs: BEGAN_MS + 2 * 86_400_000 }],
  ['a part within a place', { pattern: '*7*', within: { south: 41.8, west: -87.7, north: 41.8001, east: -87.6 } }],
];

export const SEARCH = 'search of 1,000,000 reads';

export async function timePastReads(stopwatch: Stopwatch): Promise<void> {
  const opening = `store opening, 1,000,000 reads of ${DAYS} days`;
  const wanted = asked.filter(([name]) => stopwatch.wants(`${SEARCH}, ${name}`, 'store'));
  if (wanted.length === 0 && !stopwatch.wants(opening, 'store')) return;
  const folder = await mkdtemp(join(tmpdir(), 'platekeeper-bench-'));
  const unitKey = newKey();
  try {
    write(folder, unitKey);
    const open = () => openSqliteStore({ folder, encode: alprEncoder, clock: systemClock(), unitKeys: [unitKey] });
    const before = process.memoryUsage().arrayBuffers;
    const [wallMs, cpuMs, store] = timed(open);
    using opened = store;
    const bytes = process.memoryUsage().arrayBuffers - before;
    stopwatch.add({ name: opening, kind: 'store', work: { bytes, macs: 0 } }, { wall: [wallMs], cpuMs });
    for (const [name, query] of wanted) search(stopwatch, opened.search, { name: `${SEARCH}, ${name}`, query });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Each call by itself: a person waits for the slowest. */
function search(
  stopwatch: Stopwatch,
  from: DetectionSearch,
  { name, query }: { name: string; query: DetectionQuery },
): void {
  const wall: number[] = [];
  let cpuMs = 0;
  for (let run = 0; run < Math.max(stopwatch.runs, 100); run += 1) {
    const [wallMs, cpu] = timed(() => from.find(query, ROWS_MAX));
    wall.push(wallMs);
    cpuMs += cpu;
  }
  stopwatch.add({ name, kind: 'store' }, { wall, cpuMs: cpuMs / wall.length });
}

function timed<Result>(work: () => Result): [wallMs: number, cpuMs: number, result: Result] {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const result = work();
  const wallMs = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return [wallMs, (user + system) / 1000, result];
}

/** The segments that thirty days of the traffic leave. */
function write(folder: string, unitKey: Uint8Array): void {
  using slots = openKeySlots(folder, [unitKey]);
  const database = new Database(folder, join(folder, databaseFile));
  const segments = new ReadSegments(database, new DayKeys(slots, 'detections'));
  const next = randomOf(1);
  let sequence = 0;
  database.transaction(() => {
    for (let step = 0; step < STEPS; step += 1) {
      const until = Math.round(((step + 1) * READS) / STEPS);
      const reads: PlateRead[] = [];
      for (; sequence < until; sequence += 1) reads.push(readOf(sequence, step, next));
      if (reads.length > 0) segments.write(step, reads);
    }
    database.exec(`UPDATE outbox SET last_sequence = ${READS}, acknowledged = ${READS} WHERE kind = 'detection'`);
  });
  database.close();
}

const CHARACTERS = '0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ';

function readOf(at: number, step: number, next: () => number): PlateRead {
  const letter = () => CHARACTERS[10 + (next() % 25)]!;
  const digit = () => CHARACTERS[next() % 10]!;
  return {
    sequence: BigInt(at + 1),
    detectionId: `0199c0de-0000-7000-8000-${String(at).padStart(12, '0')}`,
    plate: new Plate(letter() + letter() + digit() + digit() + digit() + digit() + digit()),
    exposedMs: BEGAN_MS + step * STEP_MS,
    region: 'us-il',
    unit: 'bench',
    position: { latitude: 41.8 + (next() % 1000) / 10_000, longitude: -87.65 },
  };
}

/** Numerical Recipes' generator, its upper bits: the same reads in every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
