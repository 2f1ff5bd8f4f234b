/** What a thief with the disk has, and what a search finds. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { alertMessage } from '../../../firmware/devices/alert-codec.ts';
import { detectionMessage, v1 } from '../../../firmware/devices/alpr-codec.ts';
import { alprEncoder } from '../../../firmware/devices/message-encoder.ts';
import { openSqliteStore, type SealedStore, viewSqliteStore } from '../../../firmware/devices/sqlite-store.ts';
import { ReadIndex } from '../../../firmware/devices/store/read-index.ts';
import { readsIn, segmentOf } from '../../../firmware/devices/store/read-segment.ts';
import { Fault } from '../../../firmware/domain/fault.ts';
import { monotonicMs } from '../../../firmware/domain/instant.ts';
import { Plate } from '../../../firmware/domain/plate.ts';
import { alphabet } from '../../../firmware/domain/reading.ts';
import type { Clock } from '../../../firmware/ports/clock.ts';
import type { DetectionQuery, PlateRead } from '../../../firmware/ports/detection-search.ts';
import { alertOn, detectionOf, hitDetectionOf } from '../../proto/detections.ts';
import { testUnitKey } from '../test-unit-key.ts';

let folder: string;
let nowMs = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealed-'));
  nowMs = 0;
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const clock: Clock = {
  wall: () => ({ epochMs: 1_760_000_000_000 + nowMs, quality: { source: 'gps' } }),
  monotonic: () => monotonicMs(nowMs),
  sleep: () => Promise.reject(new Error('nobody sleeps here')),
};
const open = (own = folder): SealedStore =>
  openSqliteStore({ folder: own, encode: alprEncoder, clock, machineBoot: 'boot', unitKeys: [testUnitKey] });

const PLATE = 'WYXQ739';
const HOUR_MS = 3_600_000;

test('U9 a dump of the folder holds no plate, no picture and no key, while it is written and after', async () => {
  const matched = hitDetectionOf(1);
  const { detection } = detectionOf(1, PLATE);
  const picture = Buffer.from(detection.contextImage.bytes).subarray(5000, 5064);
  {
    using store = open();
    store.append({ detection, hits: matched.hits, alert: alertOn({ ...matched, detection }) });
    store.records.keep('search', Buffer.from(`{"pattern":"${PLATE}"}`));
    nowMs += 60_000;
    // The step is over: what was read in it is written as a segment.
    store.append(detectionOf(2, PLATE));
    const order = { caseNumber: '26-77', who: { name: 'officer-1', role: 'officer' as const }, why: `saw ${PLATE}` };
    await store.holds.place({ ...order, placedEpochMs: 1e12, untilEpochMs: 2e12 }, [store.holds.holdable(1n)!]);
    expectNothingIn(folder, picture);
  }
  expectNothingIn(folder, picture);
  const forms = new DatabaseSync(join(folder, 'store.sqlite'), { readOnly: true });
  for (const table of ['message', 'alert', 'record', 'read_segment', 'held', 'hold'])
    expect(forms.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.rows, table).not.toBe(0);
  forms.close();
});

test('reads are gone through oldest first, also while the oldest are purged and others come', () => {
  const index = new ReadIndex();
  const add = (number: number) =>
    index.add({
      ...{ sequence: BigInt(number), detectionId: String(number), plate: new Plate(`P${number}`) },
      ...{ exposedMs: number, region: 'us-il', unit: 'unit-7' },
    });
  for (let number = 1; number <= 10_000; number += 1) add(number);
  const seen: bigint[] = [];
  for (const { sequence, plate } of index.since(5, 7n)) {
    expect(plate.reveal()).toBe(`P${sequence}`);
    seen.push(sequence);
    if (sequence === 20n) index.dropThrough(30n);
    if (sequence === 40n) index.dropThrough(9000n);
    if (sequence === 9500n) add(10_001);
  }
  const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => BigInt(first + at));
  expect(seen).toEqual([...from(8, 20), ...from(31, 40), ...from(9001, 10_001)]);
});

test('a store is looked into beside the program that has it: as it stands, with nothing written, and nothing of what was purged', async () => {
  const view = () => viewSqliteStore({ folder, encode: alprEncoder, unitKeys: [testUnitKey] });
  using store = open();
  store.append(detectionOf(1, PLATE));
  const { detection } = detectionOf(2, PLATE);
  store.append({ detection, hits: [] });
  const order = { caseNumber: '26-77', who: { name: 'officer-1', role: 'officer' as const }, why: 'trial' };
  await store.holds.place({ ...order, placedEpochMs: 1e12, untilEpochMs: 2e12 }, [store.holds.holdable(1n)!]);
  const bytes = () =>
    ['keys.a', 'keys.b', 'store.sqlite', 'store.sqlite-wal'].map((name) => readFileSync(join(folder, name)));
  const before = bytes();
  {
    using seen = view();
    expect(seen.search.find({ pattern: PLATE }, 9).found.map(({ sequence }) => sequence)).toEqual([2n, 1n]);
    expect(seen.search.message(seen.search.sequenceOf(detection.id)!)).toEqual(store.search.message(2n));
    expect(seen.holds.list()).toEqual(store.holds.list());
    expect(seen.holds.messages(1)).toEqual(store.holds.messages(1));
    expect(bytes()).toEqual(before);
    store.append(detectionOf(3, PLATE));
  }
  store.retained.observe(clock.wall());
  nowMs += 2 * HOUR_MS;
  while (store.retained.purge({ detectionsMs: HOUR_MS, hitsMs: undefined, searchesMs: undefined })) {}
  using after = view();
  expect(after.search.find({ pattern: PLATE }, 9).found).toEqual([]);
  expect(after.search.sequenceOf(detection.id)).toBeUndefined();
  expect(after.holds.messages(1)).toHaveLength(1);
});

test('a store that has nothing to mend opens also while its disk takes nothing', async () => {
  const order = { caseNumber: '26-77', who: { name: 'officer-1', role: 'officer' as const }, why: 'trial' };
  {
    using store = open();
    store.append(detectionOf(1, PLATE));
    await store.holds.place({ ...order, placedEpochMs: 1e12, untilEpochMs: 2e12 }, [store.holds.holdable(1n)!]);
  }
  const full = { check: () => assert.fail(new Fault('store.full', 'the test')) };
  const parts = { folder, encode: alprEncoder, clock, machineBoot: 'boot', unitKeys: [testUnitKey] as const };
  using store = openSqliteStore({ ...parts, disk: full });
  expect(store.holds.messages(1)).toHaveLength(1);
});

test('U9 what the search for plates, pictures and keys would find, it finds', () => {
  using store = open();
  store.append(detectionOf(1, PLATE));
  const raw = new DatabaseSync(join(folder, 'store.sqlite'));
  raw.exec(`CREATE TABLE leak AS SELECT '${PLATE}' AS text`);
  raw.close();
  expect(() => expectNothingIn(folder, Buffer.alloc(64, 1))).toThrow();
});

test('R1 what was purged opens no more, from a copy of the disk with everything on it but the key file of before', () => {
  using store = open();
  store.retained.observe(clock.wall());
  store.append(detectionOf(1, PLATE));
  nowMs += 2 * HOUR_MS;
  store.append(detectionOf(2, PLATE));
  const copy = `${folder}-copy`;
  cpSync(folder, copy, { recursive: true });
  while (store.retained.purge({ detectionsMs: HOUR_MS, hitsMs: undefined, searchesMs: undefined }));
  for (const name of ['keys.a', 'keys.b']) cpSync(join(folder, name), join(copy, name));
  using thief = open(copy);
  // The row is there as it was; the one after it, sealed under the same day's key, opens.
  expect(thief.outbox('detection', 9).map(({ sequence }) => sequence)).toEqual([2n]);
  expect(thief.search.message(1n)).toBeUndefined();
  expect(thief.search.find({}, 9).found.map(({ sequence }) => sequence)).toEqual([2n]);
  thief[Symbol.dispose]();
  rmSync(copy, { recursive: true });
});

test('U9 a store under another unit key does not open, and one that was wrapped anew opens under the new one', () => {
  const next = new Uint8Array(32).fill(3);
  {
    using store = open();
    store.append(detectionOf(1, PLATE));
    store.rewrap(next);
  }
  const withKey = (key: Uint8Array) => openSqliteStore({ folder, encode: alprEncoder, clock, unitKeys: [key] });
  expect(() => withKey(testUnitKey)).toThrow(expect.objectContaining({ code: 'vault.damaged' }));
  using store = withKey(next);
  expect(store.search.find({ pattern: PLATE }, 9).found).toHaveLength(1);
});

test('U9 a store of version 1, in the clear, is sealed at the first opening, loses nothing, and nothing of it stays', () => {
  const picture = clearStore(join(folder, 'store.sqlite'));
  {
    using store = open();
    expectNothingIn(folder, picture);
    expect(store.outbox('detection', 9).map(({ sequence }) => sequence)).toEqual([2n, 4n]);
    expect(store.outbox('alert', 9).map(({ sequence }) => sequence)).toEqual([3n]);
    expect(Buffer.from(store.outbox('detection', 1)[0]!.payload)).toEqual(Buffer.from(clearMessage(2)));
    expect(store.search.find({ pattern: PLATE }, 9).found.map(({ sequence }) => sequence)).toEqual([4n, 2n, 1n]);
    expect(store.append(detectionOf(9, PLATE))).toBe(5n);
    // Stored an hour apart by version 1's clock, the first 60 days ago.
    store.retained.observe({ ...clock.wall(), epochMs: CLEAR_MS + 30 * 24 * HOUR_MS });
    while (store.retained.purge({ detectionsMs: 30 * 24 * HOUR_MS, hitsMs: undefined, searchesMs: undefined }));
    expect(store.search.find({}, 9).found.map(({ sequence }) => sequence)).toEqual([5n, 4n, 2n]);
  }
  expect(readdirSync(folder).toSorted()).toEqual(['keys.a', 'keys.b', 'store.lock', 'store.sqlite']);
  expectNothingIn(folder, picture);
});

test('U9 cut off anywhere, the sealing of a clear store goes on at the next opening', () => {
  const clear = join(folder, 'clear.sqlite');
  clearStore(clear);
  const sealed = join(folder, 'sealed');
  cpSync(clear, join(sealed, 'store.sqlite'));
  open(sealed)[Symbol.dispose]();
  const cuts: readonly (readonly [string, string][])[] = [
    [['clear', 'store-1.sqlite']],
    [
      ['clear', 'store-1.sqlite'],
      ['rubbish', 'store-2.sqlite'],
    ],
    [
      ['clear', 'store-1.sqlite'],
      ['sealed', 'store-2.sqlite'],
    ],
    [
      ['clear', 'store-1.sqlite'],
      ['sealed', 'store.sqlite'],
    ],
    [
      ['rubbish', 'store-1.sqlite'],
      ['sealed', 'store.sqlite'],
    ],
  ];
  for (const [at, files] of cuts.entries()) {
    const own = join(folder, `cut-${at}`);
    cpSync(sealed, own, { recursive: true });
    rmSync(join(own, 'store.sqlite'));
    for (const [from, to] of files)
      cpSync({ clear, sealed: join(sealed, 'store.sqlite'), rubbish: join(sealed, 'keys.a') }[from]!, join(own, to));
    using store = open(own);
    expect(
      store.outbox('detection', 9).map(({ sequence }) => sequence),
      `cut ${at}`,
    ).toEqual([2n, 4n]);
    expect(existsSync(join(own, 'store-1.sqlite')) || existsSync(join(own, 'store-2.sqlite'))).toBe(false);
  }
});

const texts = fc.string({ unit: fc.constantFrom('A', 'B', '1', '8', '0'), minLength: 1, maxLength: 15 });
const reads = fc
  .array(
    fc.record({
      text: texts,
      exposedMs: fc.integer({ min: 0, max: 50 }),
      region: fc.constantFrom('us-il', 'us-in'),
      unit: fc.constantFrom('unit-1', 'unit-2'),
      position: fc.option(
        fc.record({ latitude: fc.integer({ min: -3, max: 3 }), longitude: fc.integer({ min: -3, max: 3 }) }),
      ),
    }),
    { maxLength: 60 },
  )
  .map((all) =>
    all.map(
      ({ text, position, ...rest }, at): PlateRead => ({
        ...rest,
        sequence: BigInt(2 * at + 1),
        detectionId: `id-${at}`,
        plate: new Plate(text),
        ...(position && { position }),
      }),
    ),
  );
const patterns = fc.oneof(
  fc.string({ unit: fc.constantFrom('A', 'B', '1', '8', '?', '*'), minLength: 1, maxLength: 8 }),
  texts,
);
const queries: fc.Arbitrary<DetectionQuery> = fc.record(
  {
    pattern: patterns,
    fromMs: fc.integer({ min: 0, max: 50 }),
    toMs: fc.integer({ min: 0, max: 60 }),
    region: fc.constantFrom('us-il', 'us-mo'),
    unit: fc.constantFrom('unit-1', 'unit-3'),
    within: fc.constant({ south: -1, west: -2, north: 2, east: 1 }),
  },
  { requiredKeys: [] },
);

test('S4 a search finds what fits, all of it, newest first, as going through everything one by one would', () => {
  fc.assert(
    fc.property(reads, queries, fc.nat({ max: 70 }), fc.nat({ max: 130 }), (all, query, limit, dropped) => {
      const index = new ReadIndex();
      for (const each of all) index.add(each);
      index.dropThrough(BigInt(dropped));
      const fit = all.filter((each) => each.sequence > dropped && fits(each, query)).toReversed();
      const { found, more } = index.find(query, limit);
      expect(found.map(({ sequence }) => sequence)).toEqual(fit.slice(0, limit).map(({ sequence }) => sequence));
      expect(more).toBe(fit.length > limit);
      expect(index.count).toBe(all.filter(({ sequence }) => sequence > dropped).length);
      expect([...index.since(query.fromMs ?? 0)].map(({ plate }) => plate.reveal())).toEqual(
        all
          .filter((each) => each.sequence > dropped && each.exposedMs >= (query.fromMs ?? 0))
          .map(({ plate }) => plate.reveal()),
      );
    }),
    { numRuns: 1000 },
  );
});

test('a segment gives back what was put into it', () => {
  fc.assert(
    fc.property(reads, (all) => {
      const plain = (each: PlateRead) => ({ ...each, plate: each.plate.reveal() });
      expect(readsIn(segmentOf(all)).map(plain)).toEqual(all.map(plain));
    }),
  );
});

test('S4 what was stored is found after a restart, by pattern and by id, with its message', () => {
  const plates = Array.from({ length: 90 }, (_, at) => `${alphabet[at % 36]}${alphabet[at % 7]}${at}`);
  {
    using store = open();
    for (const [at, plate] of plates.entries()) {
      nowMs += 2000;
      store.append(detectionOf(at, plate));
    }
  }
  using store = open();
  for (const [at, plate] of plates.entries()) {
    const [found] = store.search.find({ pattern: plate }, 1).found;
    expect(found).toMatchObject({ sequence: BigInt(at + 1), region: 'us-il', unit: 'unit-7' });
    expect(store.search.sequenceOf(detectionOf(at).detection.id)).toBe(BigInt(at + 1));
  }
  const { plate } = v1.Detection.decode(store.search.message(12n)!);
  expect(plate).toBe(plates[11]);
  expect(() => store.search.find({ pattern: 'a b' }, 1)).toThrow(RangeError);
});

function fits({ plate, exposedMs, region, unit, position }: PlateRead, query: DetectionQuery): boolean {
  const { pattern = '*', fromMs = -1, toMs = 1e9, within } = query;
  const form = new RegExp(`^${pattern.replaceAll('?', '.').replaceAll('*', '.*')}$`);
  const inside =
    within === undefined ||
    (position !== undefined &&
      position.latitude >= within.south &&
      position.latitude <= within.north &&
      position.longitude >= within.west &&
      position.longitude <= within.east);
  const named = region === (query.region ?? region) && unit === (query.unit ?? unit);
  return form.test(plate.reveal()) && exposedMs >= fromMs && exposedMs < toMs && named && inside;
}

/** @param picture bytes from the middle of one. */
function expectNothingIn(own: string, picture: Buffer): void {
  const sought = [
    Buffer.from(PLATE, 'latin1'),
    Buffer.from(PLATE, 'utf16le'),
    Buffer.from(PLATE, 'utf16le').swap16(),
    Buffer.from('image/jpeg'),
    picture,
    Buffer.from(testUnitKey).subarray(0, 16),
  ];
  const files = readdirSync(own).filter((name) => statSync(join(own, name)).isFile());
  expect(files.length).toBeGreaterThan(2);
  for (const name of files) {
    const bytes = readFileSync(join(own, name));
    for (const [at, each] of sought.entries()) expect(bytes.includes(each), `${name}, piece ${at}`).toBe(false);
  }
}

const CLEAR_MS = 1_750_000_000_000;

function clearMessage(sequence: number): Uint8Array {
  return detectionMessage(detectionOf(sequence, PLATE), BigInt(sequence));
}

/** As version 1 wrote it; bytes of a picture in it. */
function clearStore(file: string): Buffer {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    CREATE TABLE message (sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, detection_id TEXT NOT NULL,
      exposed_ms INTEGER NOT NULL, stored_ms INTEGER NOT NULL, payload BLOB NOT NULL) STRICT;
    CREATE TABLE outbox (id INTEGER PRIMARY KEY CHECK (id = 1), last_sequence INTEGER NOT NULL,
      acknowledged INTEGER NOT NULL) STRICT;
    INSERT INTO outbox VALUES (1, 4, 1);
    PRAGMA application_id = ${0x414c5052}; PRAGMA user_version = 1;`);
  const insert = database.prepare('INSERT INTO message VALUES (?, ?, ?, ?, ?, ?)');
  const matched = hitDetectionOf(2);
  const alert = alertOn({ ...matched, detection: detectionOf(2, PLATE).detection });
  for (const sequence of [1, 2, 4])
    insert.run(
      sequence,
      'detection',
      `id ${sequence}`,
      CLEAR_MS,
      CLEAR_MS + sequence * HOUR_MS - HOUR_MS,
      clearMessage(sequence),
    );
  insert.run(3, 'alert', 'id 2', CLEAR_MS, CLEAR_MS + HOUR_MS, alertMessage(alert, 3n));
  database.close();
  return Buffer.from(detectionOf(1).detection.contextImage.bytes).subarray(5000, 5064);
}
