/**
 * The backends, best first, and the choice among them. A backend that can not be had says why; `auto` takes the best that can. Never
 * plain CPU for a convolutional network: it is thirty times slower than wasm. tfjs is loaded where it is needed: not by `native`, until
 * a graph turns up that the engine does not know all of.
 */
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { NativeArgumentError, networkKernels } from '../../native/index.ts';
import { Fault, faultOf } from '../domain/fault.ts';
import { type BackendChoice, type BackendName, backendNames } from '../ports/inference.ts';

/** Starts the backend and makes it the one of this thread. Throws Fault `backend.unavailable`. */
export async function startBackend(choice: BackendChoice): Promise<BackendName> {
  if (choice !== 'auto') {
    await starters[choice]();
    return choice;
  }
  const refusals: string[] = [];
  for (const name of backendNames) {
    try {
      await starters[name]();
      return name;
    } catch (error) {
      // An instruction set that was asked for and is not there must not be passed over.
      if (faultOf(error)?.cause instanceof NativeArgumentError) throw error;
      refusals.push(faultOf(error)?.detail ?? String(error));
    }
  }
  throw new Fault('backend.unavailable', refusals.join(' '));
}

const starters: Readonly<Record<BackendName, () => Promise<void>>> = {
  native: async () => {
    try {
      networkKernels();
    } catch (cause) {
      throw new Fault('backend.unavailable', cause instanceof Error ? cause.message : String(cause), cause);
    }
  },

  'tfjs-node': async () => {
    mendUtil();
    const require = createRequire(import.meta.url);
    try {
      require('@tensorflow/tfjs-node');
    } catch (cause) {
      throw new Fault('backend.unavailable', '@tensorflow/tfjs-node does not load; `make tfjs-node` builds it.', cause);
    }
    await use('tensorflow');
  },

  wasm: async () => {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
    setWasmPaths(dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')) + sep);
    await use('wasm');
  },
};

/** Makes the engine's kernels the tfjs backend of this thread, for graphs that are no program. */
export async function useNativeInTfjs(): Promise<void> {
  const { registerNativeBackend } = await import('./native-kernels.ts');
  registerNativeBackend('native', networkKernels());
  await use('native');
}

async function use(name: string): Promise<void> {
  const tf = await import('@tensorflow/tfjs-core');
  if (!(await tf.setBackend(name))) throw new Fault('backend.unavailable', `tfjs could not start its backend ${name}.`);
  await tf.ready();
}

/** tfjs-node 4.22 calls two functions of node:util: one is gone since Node 23, and Node 24 warns of the other. */
function mendUtil(): void {
  const util = createRequire(import.meta.url)('node:util') as Record<string, unknown>;
  util.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  util.isArray = Array.isArray;
}
