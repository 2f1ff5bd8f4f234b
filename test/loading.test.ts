/** What the vision thread loads: neither tfjs where the engine knows every model, nor, from its second start on, what strips types. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { shippedModels } from '../firmware/unit.ts';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Opens vision in a process of its own, started as the program is, and names what it has loaded then. */
async function loadedBy(backend: string): Promise<{ readonly builtin: string[]; readonly packages: string[] }> {
  const script = `
    const { createRequire } = await import('node:module');
    const { FramePool } = await import(${JSON.stringify(at('native/index.ts'))});
    const { nativeEngine } = await import(${JSON.stringify(at('firmware/devices/native-engine.ts'))});
    const { openVision } = await import(${JSON.stringify(at('firmware/vision.ts'))});
    const pool = FramePool.create({ slots: 1, bytesPerSlot: 1 });
    const modelsFolder = ${JSON.stringify(shippedModels)};
    await openVision({ pool, engine: nativeEngine(), modelsFolder, backend: ${JSON.stringify(backend)} });
    const packages = Object.keys(createRequire(${JSON.stringify(at('package.json'))}).cache);
    console.log(JSON.stringify({ builtin: process.moduleLoadList, packages }));`;
  const args = ['--import', at('firmware/compile-cache.js'), '--input-type=module', '-e', script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout);
}

test('vision on the native backend loads no tfjs, and once compiled nothing that strips types', async () => {
  await loadedBy('native');
  const { builtin, packages } = await loadedBy('native');
  expect(packages.filter((path) => path.includes('tensorflow'))).toEqual([]);
  expect(builtin.filter((name) => name.includes('amaro'))).toEqual([]);
});

test('vision on another backend does load tfjs, so that the test above could fail', async () => {
  const { packages } = await loadedBy('wasm');
  expect(packages.filter((path) => path.includes('tensorflow'))).not.toEqual([]);
});
