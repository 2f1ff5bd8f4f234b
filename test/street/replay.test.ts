/** The simulated street replays: one seed, the same detections bit for bit, although a real pty lies between. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { loadConfig } from '../../firmware/config/load.ts';
import { loadProfile } from '../../firmware/config/profile.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { openUnitStore } from '../../firmware/unit-store.ts';
import { scenarioNames } from '../../sim/scenario.ts';
import { platekeeper } from '../commands/cli.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'street-'));
});
afterEach(() => rm(folder, { recursive: true }));

const trueVehicle = z.strictObject({
  plate: z.string().regex(/^[0-9A-Z]+$/),
  region: z.string(),
  entered_ms: z.number().int(),
  left_ms: z.number().int(),
  visible: z.boolean(),
});

async function simulated(name: string, scenario: string, seed: number, seconds: number) {
  const truthFile = join(folder, `${name}.jsonl`);
  const args = ['--scenario', scenario, '--seed', String(seed), '--seconds', String(seconds)];
  const outcome = await platekeeper('simulate', ...args, '--truth', truthFile, '--out', join(folder, name));
  expect(outcome).toMatchObject({ status: 0, error: '' });
  const payloads = await payloadsIn(join(folder, name, `${scenario}-${seed}`));
  const truth = (await readFile(truthFile, 'utf8')).split('\n').filter((line) => line !== '');
  return { payloads, truth, out: outcome.out };
}

/** What waits in the unit's store, which nobody has taken. */
async function payloadsIn(data: string): Promise<readonly Uint8Array[]> {
  const { store: stored, vault } = await loadConfig(undefined);
  using kept = openUnitStore({
    config: {
      store: { ...stored, folder: join(data, 'store') },
      vault: { ...vault, key: 'file', folder: join(data, 'keys') },
    },
    profile: await loadProfile('bloomington'),
    clock: systemClock(),
  });
  return (['detection', 'alert'] as const).flatMap((kind) =>
    kept.store.outbox(kind, 1000).map(({ payload }) => payload),
  );
}

describe('the simulated street', () => {
  test('gives the same detections bit for bit for one seed, and others for another', async () => {
    const first = await simulated('first', 'patrol', 3, 8);
    const again = await simulated('again', 'patrol', 3, 8);
    const other = await simulated('other', 'patrol', 4, 8);
    expect(first.payloads.length).toBeGreaterThan(0);
    expect(again.payloads).toEqual(first.payloads);
    expect(again.truth).toEqual(first.truth);
    expect(other.truth).not.toEqual(first.truth);
  }, 240_000); // three runs, each of them slow on a busy machine

  test.each(scenarioNames())('%s runs, writes the truth and its summary, and loses no frame', async (scenario) => {
    const { truth, out } = await simulated('run', scenario, 1, 3);
    for (const line of truth) trueVehicle.parse(JSON.parse(line));
    expect(out).toMatch(/vehicles {2}readable {2}read right {2}read wrong {2}missed {2}invented/);
    const [, taken, given] = /^capture +(\d+) +(\d+)/m.exec(out)!;
    expect(Number(taken)).toBeGreaterThan(20);
    expect(given).toBe(taken);
  });
});
