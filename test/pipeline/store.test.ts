/** The stage `store` over the real store, filled to its limit and beyond. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { alprEncoder } from '../../firmware/devices/message-encoder.ts';
import { openSqliteStore } from '../../firmware/devices/sqlite-store.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import type { MatchedDetection } from '../../firmware/domain/matched.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import { type StoredDetection, store } from '../../firmware/pipeline/store.ts';
import type { Store } from '../../firmware/ports/store.ts';
import { recordingLog } from '../broker/recording-log.ts';
import { testUnitKey } from '../devices/test-unit-key.ts';
import { detectionOf, hitDetectionOf } from '../proto/detections.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const open = (limitBytes?: number): Store =>
  openSqliteStore({
    folder,
    encode: alprEncoder,
    clock: systemClock(),
    unitKeys: [testUnitKey],
    ...(limitBytes && { limitBytes }),
  });

test('every detection comes out with the sequence it is stored under', async () => {
  using opened = open();
  const tally = new Tally('store');
  const out = await collect(
    store(of([detectionOf(1), hitDetectionOf(2), detectionOf(3)]), { store: opened, tally, log: recordingLog() }),
  );

  expect(out.map((each) => each.sequence)).toEqual([1n, 2n, 3n]);
  expect(out.map((each) => each.matched.detection.id)).toEqual(
    [1, 2, 3].map((number) => detectionOf(number).detection.id),
  );
  expect([opened.outbox('detection', 9).length, opened.outbox('alert', 9).length]).toEqual([3, 1]);
  expect(tally.snapshot()).toMatchObject({ in: 3, out: 3, held: 0, drops: {} });
});

test('a full disk drops and counts, is told of once, and the unit goes on', async () => {
  using opened = open(400_000);
  const tally = new Tally('store');
  const log = recordingLog();
  const faults: (string | undefined)[] = [];
  const source = of(Array.from({ length: 60 }, (_, index) => hitDetectionOf(index)));
  const out = await collect(store(source, { store: opened, tally, log, onFault: (fault) => faults.push(fault?.code) }));

  const counts = tally.snapshot();
  expect(out.length).toBeGreaterThan(3);
  expect(counts).toMatchObject({ in: 60, out: out.length, held: 0, drops: { 'store.full': 60 - out.length } });
  expect(log.events.map((each) => each.name)).toEqual(['store.full']);
  expect(faults).toEqual(['store.full']);
  for (const kind of ['detection', 'alert'] as const) expect(opened.outbox(kind, 999)).toHaveLength(out.length);
  expect(inspect(log.events, { depth: 9 })).not.toMatch(/ZQX48/);
});

test('when the disk takes detections again, that is told with how many were lost', async () => {
  const full = open(400_000);
  let roomy: Store | undefined;
  const tally = new Tally('store');
  const log = recordingLog();
  // Room appears as it does on a unit: from one append to the next.
  const disk: Store = { ...full, append: (matched) => (roomy ?? full).append(matched) };
  async function* source() {
    for (let number = 1; tally.snapshot().drops['store.full'] !== 2; number += 1) yield detectionOf(number);
    full[Symbol.dispose]();
    roomy = open();
    yield detectionOf(1000);
  }
  const out = await collect(store(source(), { store: disk, tally, log }));
  roomy?.[Symbol.dispose]();

  expect(log.events.map((each) => each.name)).toEqual(['store.full', 'store.recovered']);
  expect(log.events[1]?.fields).toEqual({ dropped: 2 });
  expect(out.at(-1)?.sequence).toBe(BigInt(out.length));
});

async function* of(items: readonly MatchedDetection[]): AsyncIterable<MatchedDetection> {
  yield* items;
}

async function collect(source: AsyncIterable<StoredDetection>): Promise<readonly StoredDetection[]> {
  const all: StoredDetection[] = [];
  for await (const each of source) all.push(each);
  return all;
}
