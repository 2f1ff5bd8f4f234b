import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readModel } from '../../firmware/inference/model-files.ts';
import { shippedModels } from '../../firmware/unit.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'model-'));
  await cp(join(shippedModels, 'detector'), folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

async function changed(name: string, change: (bytes: Buffer) => Buffer | string): Promise<void> {
  await writeFile(join(folder, name), change(await readFile(join(folder, name))));
}

describe('a model on disk', () => {
  test.each(['detector', 'reader'])('the %s that comes with the program is what its card says', async (name) => {
    const { card, weights } = await readModel(join(shippedModels, name));
    expect(card.name).toBe(name);
    expect(weights.length).toBeGreaterThan(1000);
  });

  test('one changed bit in the weights is refused, and the fault names the file and what to do', async () => {
    await changed('weights.bin', (bytes) => {
      bytes[1000]! ^= 1;
      return bytes;
    });
    await expect(readModel(folder)).rejects.toMatchObject({
      code: 'model.damaged',
      detail: expect.stringContaining('weights.bin'),
      remedy: expect.stringContaining('Restore models/'),
    });
  });

  test.each(['weights.bin', 'model.json'])('any one changed byte anywhere in its %s is refused', async (name) => {
    const whole = await readFile(join(folder, name));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const damaged = Buffer.from(whole);
        damaged[at]! ^= mask;
        await writeFile(join(folder, name), damaged);
        await expect(readModel(folder)).rejects.toMatchObject({
          code: 'model.damaged',
          detail: expect.stringContaining(name),
        });
      }),
      { numRuns: 40 },
    );
  });

  test('a truncated or empty graph is refused', async () => {
    await changed('model.json', (bytes) => bytes.subarray(0, bytes.length / 2));
    await expect(readModel(folder)).rejects.toMatchObject({
      code: 'model.damaged',
      detail: expect.stringContaining('model.json'),
    });
    await changed('model.json', () => '');
    await expect(readModel(folder)).rejects.toMatchObject({ code: 'model.damaged' });
  });

  test('a card that can not be parsed is refused', async () => {
    await changed('card.json', (bytes) => bytes.toString().replace('"sha256"', '"md5"'));
    await expect(readModel(folder)).rejects.toMatchObject({
      code: 'model.damaged',
      detail: expect.stringContaining('card.json'),
    });
  });

  test.each(['card.json', 'model.json', 'weights.bin'])('without its %s it is missing', async (name) => {
    await rm(join(folder, name));
    await expect(readModel(folder)).rejects.toMatchObject({
      code: 'model.missing',
      detail: expect.stringContaining(name),
    });
  });
});
