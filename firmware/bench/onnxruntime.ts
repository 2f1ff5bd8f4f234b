/**
 * onnxruntime-node as a Network: the yardstick for our own engine, where `make bench-peers` has installed it. One thread that does not
 * spin, every optimisation on. It lies in a folder of its own, so that nothing of the program can come to depend on it.
 *
 * Kept by Microsoft, MIT; 291 MB on disk, since its package holds the libraries of every system.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Fault } from '../domain/fault.ts';
import type { Network, Tensor } from '../ports/inference.ts';
import type { Layers } from './layers.ts';
import { onnxOf } from './onnx.ts';

const FOLDER = new URL('../../test/bench/peers/', import.meta.url);

/** The part of its API that is used here, for its types are installed only where it is. */
interface Onnxruntime {
  readonly InferenceSession: { create(model: Uint8Array, options: object): Promise<Session> };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => Answer;
}

interface Session {
  run(inputs: Readonly<Record<string, Answer>>): Promise<Readonly<Record<string, Answer>>>;
  release(): Promise<void>;
}

interface Answer {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

const options = {
  executionProviders: ['cpu'],
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  extra: { session: { intra_op: { allow_spinning: '0' }, inter_op: { allow_spinning: '0' } } },
} as const;

export function hasOnnxruntime(): boolean {
  return existsSync(new URL('node_modules/onnxruntime-node', FOLDER));
}

/** A network in onnxruntime, for batches of this size. Throws Fault `backend.unavailable`. */
export async function onnxruntimeNetwork(
  name: string,
  { layers, batch }: { layers: Layers; batch: number },
): Promise<Network> {
  const { InferenceSession, Tensor: OrtTensor } = load();
  const session = await InferenceSession.create(await onnxOf(layers, batch), options);
  return {
    name,
    async run({ data, shape }: Tensor) {
      const answers = await session.run({ [layers.input.name]: new OrtTensor('float32', data, shape) });
      const outputs = layers.outputs.map((output) => answers[output.name]!);
      return { outputs: outputs.map((each) => ({ shape: each.dims, data: each.data })), besideMs: 0 };
    },
    dispose: () => void session.release(),
  };
}

function load(): Onnxruntime {
  try {
    return createRequire(new URL('package.json', FOLDER))('onnxruntime-node') as Onnxruntime;
  } catch (cause) {
    const detail = hasOnnxruntime()
      ? `onnxruntime-node does not load from ${fileURLToPath(FOLDER)}.`
      : 'onnxruntime-node is not installed (make bench-peers).';
    throw new Fault('backend.unavailable', detail, cause);
  }
}
