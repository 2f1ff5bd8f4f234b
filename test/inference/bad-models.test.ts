/** Models that can not be run are refused at loading, by a fault that names the tensor, the operation or the instruction set. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startBackend } from '../../firmware/inference/backends.ts';
import { loadModel } from '../../firmware/inference/graph-network.ts';
import { checkWeights, type WeightSpec } from '../../firmware/inference/model-weights.ts';
import type { BackendName } from '../../firmware/ports/inference.ts';
import { shippedModels } from '../../firmware/unit.ts';
import { others } from './subjects.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'model-'));
  await cp(join(shippedModels, 'reader'), folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

/** Changes a file of the model and writes its new hash into the card, as one who makes models would. */
async function changed(name: 'model.json' | 'weights.bin', change: (bytes: Buffer) => Buffer | string): Promise<void> {
  const bytes = Buffer.from(change(await readFile(join(folder, name))));
  await writeFile(join(folder, name), bytes);
  const card = JSON.parse(await readFile(join(folder, 'card.json'), 'utf8'));
  card.sha256[name] = createHash('sha256').update(bytes).digest('hex');
  await writeFile(join(folder, 'card.json'), JSON.stringify(card));
}

describe.each([{ title: 'native', away: undefined }, ...others])('on $title', ({ title, away }) => {
  const backend = title as BackendName;
  beforeEach(async ({ skip }) => {
    if (away !== undefined) skip(away);
    await startBackend(backend);
  });

  test('an operation that no backend has is named', async () => {
    await changed('model.json', (bytes) => bytes.toString().replace('"op":"MaxPool"', '"op":"FractionalMaxPool"'));
    await expect(loadModel(folder, { backend })).rejects.toMatchObject({
      code: 'model.unsupported',
      detail: expect.stringContaining('FractionalMaxPool'),
    });
  });

  test('an operation that only tfjs knows is run by tfjs', async () => {
    await changed('model.json', (bytes) => bytes.toString().replace('"op":"Identity"', '"op":"Softplus"'));
    const { network } = await loadModel(folder, { backend });
    const { outputs } = await network.run({ shape: [1, 48, 144, 1], data: new Float32Array(48 * 144) });
    expect(outputs[0]!.data.every((value) => value > 0)).toBe(true);
    network.dispose();
  });
});

describe('weights', () => {
  test.each([
    [
      'short of bytes',
      (bytes: Buffer) => bytes.subarray(0, bytes.length - 2),
      /tensor \S+ needs \d+ bytes and has \d+/,
    ],
    ['with bytes too many', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(2)]), /2 bytes are left over/],
  ])('%s are refused', async (_, change, message) => {
    await changed('weights.bin', change);
    await expect(loadModel(folder, { backend: 'native' })).rejects.toMatchObject({
      code: 'model.damaged',
      detail: expect.stringMatching(message),
    });
  });

  const specs: readonly WeightSpec[] = [
    { name: 'whole', shape: [2], dtype: 'int32' },
    { name: 'single', shape: [3, 2], dtype: 'float32' },
    { name: 'half', shape: [5], dtype: 'float32', quantization: { dtype: 'float16' } },
  ];
  const bytesOf = () => new Uint8Array(2 * 4 + 6 * 4 + 5 * 2);

  test('that are finite are taken, whatever the bits of the whole numbers', () => {
    const bytes = bytesOf().fill(0xff, 0, 8);
    expect(() => checkWeights(specs, bytes, 'weights.bin')).not.toThrow();
  });

  test('with NaN or infinity anywhere name their tensor', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 }), fc.constantFrom(Number.NaN, Infinity, -Infinity), (place, value) => {
        const bytes = bytesOf();
        const view = new DataView(bytes.buffer);
        if (place < 6) view.setFloat32(8 + 4 * place, value, true);
        else view.setUint16(32 + 2 * (place - 6), Number.isNaN(value) ? 0x7e01 : value > 0 ? 0x7c00 : 0xfc00, true);
        expect(() => checkWeights(specs, bytes, 'weights.bin')).toThrow(
          expect.objectContaining({
            code: 'model.damaged',
            detail: expect.stringContaining(place < 6 ? 'single' : 'half'),
          }),
        );
      }),
    );
  });
});

test.each(['auto', 'native'])('asked for %s, an instruction set that the processor lacks is named', async (choice) => {
  const lacking = process.arch === 'x64' ? 'neon' : 'avx2';
  const backends = fileURLToPath(new URL('../../firmware/inference/backends.ts', import.meta.url));
  const script = `const { startBackend } = await import(${JSON.stringify(backends)});
    await startBackend(${JSON.stringify(choice)}).then(console.log, ({ code, detail }) => console.log(code, detail));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, PLATEKEEPER_ISA: lacking },
  });
  expect(stdout).toMatch(/^backend\.unavailable PLATEKEEPER_ISA/);
  expect(stdout).toContain(`'${lacking}'`);
});
