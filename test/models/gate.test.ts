import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readGate } from '../../firmware/inference/gate-card.ts';
import { shippedModels } from '../../firmware/unit.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gate-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the gate's card", () => {
  test('was fitted for the networks that are shipped (models/train/choose_gate.py fits it again)', async () => {
    const { fitted_for } = await readGate(join(shippedModels, 'gate'));
    for (const name of ['detector', 'reader', 'region'] as const) {
      const weights = await readFile(join(shippedModels, name, 'weights.bin'));
      expect(fitted_for[name]).toBe(createHash('sha256').update(weights).digest('hex'));
    }
  });

  test('that is missing, or is none, is a fault that names it', async () => {
    await expect(readGate(folder)).rejects.toMatchObject({
      code: 'model.missing',
      detail: expect.stringContaining(folder),
    });
    await writeFile(join(folder, 'card.json'), '{"operating": {"score_min": 2}}');
    await expect(readGate(folder)).rejects.toMatchObject({ code: 'model.damaged' });
  });
});
