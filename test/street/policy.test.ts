/**
 * What a policy asks, kept by the unit as `run` starts it and not only by its parts: a store that was left to itself for a month, a list
 * that nobody refreshed, and a photograph. Taken out of firmware/unit.ts, each of the services fails a line here.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfig } from '../../firmware/config/load.ts';
import { loadProfile } from '../../firmware/config/profile.ts';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import { openUnitStore } from '../../firmware/unit-store.ts';
import { alpr } from '../../proto/generated/alpr.js';
import { platekeeper, street, streetPlate } from '../commands/cli.ts';
import { detectionOf } from '../proto/detections.ts';

const { v1 } = alpr;
const DAY_MS = 86_400_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The unit's store on a clock of the test's own. */
async function withStore<Result>(
  config: string,
  work: (store: ReturnType<typeof openUnitStore>['store'], at: (ms: number) => void) => Result,
): Promise<Result> {
  const loaded = await loadConfig(config);
  let nowMs = 0;
  const clock = {
    wall: () => ({ epochMs: Date.now(), quality: { source: 'free-running' } }) as const,
    monotonic: () => monotonicMs(nowMs),
    sleep: () => Promise.reject(new Error('nobody sleeps here')),
  };
  using unit = openUnitStore({ config: loaded, profile: await loadProfile(loaded.profile), clock });
  return work(unit.store, (ms) => {
    nowMs = ms;
  });
}

test('R1 R4 U3 U8 U9 H2 H9 O1 a unit that is started purges what is due, says what waits too long, and matches by what it may', async () => {
  const list = join(folder, 'list.csv');
  const config = join(folder, 'unit.toml');
  mkdirSync(join(folder, 'road'));
  await copyFile(street, join(folder, 'road', '1.jpg'));
  writeFileSync(
    list,
    `plate,region,class,purpose,note\n${streetPlate},us-il,stolen-vehicle,stolen-property,kept\n${streetPlate},us-il,amber,immigration,barred\n`,
  );
  utimesSync(list, Date.now() / 1000 - 2 * 86_400, Date.now() / 1000 - 2 * 86_400);
  writeFileSync(
    config,
    `profile = "leroy"
[unit]
agency = "test-pd"
id = "pole-7"
[camera]
folder = "road"
rate_hz = 0
[hot_list]
file = "list.csv"
[vault]
key = "file"
`,
  );
  await withStore(config, (store, at) => {
    at(0);
    store.append(detectionOf(1, 'WYX111'));
    at(15 * DAY_MS);
    store.append(detectionOf(2, 'WYX222'));
    at(31 * DAY_MS);
  });

  const { status, error } = await platekeeper('run', '--config', config);
  expect(status).toBe(0);
  expect(error).toContain('"delivery.late"');
  expect(error).toContain('"hotlist.stale"');

  const kept = await withStore(config, (store) =>
    store.outbox('detection', 99).map(({ payload }) => v1.Detection.decode(payload)),
  );
  expect(kept.map(({ plate }) => plate)).not.toContain('WYX111');
  expect(kept[0]!.plate).toBe('WYX222');
  const read = kept.find(({ plate }) => plate === streetPlate)!;
  expect(read.hits.map(({ note, listStale }) => [note, listStale])).toEqual([['kept', true]]);

  const data = join(folder, 'data');
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const bytes = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'));
  for (const plate of ['WYX111', 'WYX222', streetPlate])
    expect(bytes.filter((each) => each.includes(plate))).toEqual([]);
  const log = bytes.join('');
  expect(log).toMatch(/"action":"data\.purged","by":"unit","subject":"purge 1","detail":\{"alerts":0,"detections":1/);
  expect(log).toMatch(/"action":"hot-list\.imported"[^\n]*"barred":1/);
  expect(log).toMatch(/"action":"alert\.raised"/);
}, 60_000);
