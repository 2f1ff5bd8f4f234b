/**
 * The shipped networks through every backend that can be had here, and through onnxruntime-node where it is installed, in turn: our
 * engine on the selected instruction set is the first, and every other's ratio is to it. Before anything is timed its answers are held
 * against those of the first; an engine that answers otherwise is not timed, and that is an error.
 */
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type { Isa } from '../../native/index.ts';
import { Fault, faultOf } from '../domain/fault.ts';
import { startBackend } from '../inference/backends.ts';
import { loadModel, programOf } from '../inference/graph-network.ts';
import { readModel } from '../inference/model-files.ts';
import { lengthOf } from '../inference/native-operations.ts';
import { type BackendName, backendNames, type Network, type Tensor } from '../ports/inference.ts';
import { shippedModels } from '../unit.ts';
import { drawn } from './fresh-data.ts';
import { type Layers, layersOf, networkWork } from './layers.ts';
import { hasOnnxruntime, onnxruntimeNetwork } from './onnxruntime.ts';
import type { Engine, Stopwatch } from './stopwatch.ts';

/** Networks, and how many pictures they see at once. */
const SHIPPED = [
  ['detector', 'detector', 1],
  ['reader', 'reader, 1 plate', 1],
  ['reader', 'reader, 4 plates', 4],
  ['region', 'region, 1 plate', 1],
] as const;

/** What engines may differ by, as a share of the largest value of an answer. */
const TOLERANCE = 1e-4;

/** An engine that runs networks. */
export interface Rival {
  readonly backend: Engine;
  readonly isa?: Isa;
  /** Makes it the one that runs, in this thread. */
  readonly start: () => Promise<unknown>;
  open(model: { folder: string; layers: Layers; batch: number }): Promise<Network>;
}

export async function timeNetworks(stopwatch: Stopwatch, say: (line: string) => void): Promise<void> {
  const wanted = SHIPPED.filter(([, name]) => stopwatch.wants(name, 'network'));
  if (wanted.length === 0) return;
  const rivals = await rivalsHere(stopwatch.sets, say);
  for (const [model, name, batch] of wanted)
    await timeNetwork(stopwatch, { name, folder: join(shippedModels, model), batch, rivals });
}

/** Times one network on all rivals in turn. Throws where they do not agree. */
export async function timeNetwork(
  stopwatch: Stopwatch,
  { name, folder, batch, rivals }: { name: string; folder: string; batch: number; rivals: readonly Rival[] },
): Promise<void> {
  const layers = layersOf(await readModel(folder));
  const shape = [batch, ...layers.input.shape.slice(1)];
  const input = { shape, data: drawn(lengthOf(shape)) };
  const opened: { rival: Rival; network: Network }[] = [];
  let expected: readonly Tensor[] | undefined;
  try {
    for (const rival of rivals) {
      await rival.start();
      const network = await rival.open({ folder, layers, batch });
      opened.push({ rival, network });
      const { outputs } = await network.run(input);
      // The network's own arrays, until it answers again.
      expected ??= outputs.map((each) => ({ ...each, data: each.data.slice() }));
      assertAlike(`${name} on ${rival.backend} ${rival.isa ?? ''}`, outputs, expected);
    }
    await stopwatch.inTurn(
      opened.map(({ rival: { backend, isa, start }, network }) => ({
        name,
        kind: 'network' as const,
        backend,
        isa,
        work: networkWork(layers, batch),
        ready: start,
        run: () => network.run(input),
      })),
    );
  } finally {
    for (const { rival, network } of opened) {
      await rival.start();
      network.dispose();
    }
  }
}

/** Those that can be had; `say` hears why the others can not. */
export async function rivalsHere(sets: readonly Isa[], say: (line: string) => void): Promise<Rival[]> {
  const rivals: Rival[] = [];
  for (const name of backendNames) {
    try {
      await startBackend(name);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      say(`without ${name}: ${fault.detail}`);
      continue;
    }
    if (name === 'native') rivals.push(...sets.map(onSet));
    else rivals.push(tfjsRival(name, tf.getBackend()));
  }
  if (hasOnnxruntime()) {
    const open: Rival['open'] = ({ folder, ...shape }) => onnxruntimeNetwork(folder, shape);
    rivals.push({ backend: 'onnxruntime-node', start: async () => undefined, open });
  } else say('without onnxruntime-node: it is not installed (make bench-peers).');
  return rivals;
}

/** Our engine: a graph is one program on the instruction set. */
function onSet(isa: Isa): Rival {
  const open: Rival['open'] = async ({ folder }) => {
    const program = programOf(await readModel(folder), { beside: false, isa });
    if (program === undefined) throw new Fault('model.unsupported', `${folder} is no program of the engine.`);
    return program;
  };
  return { backend: 'native', isa, start: async () => undefined, open };
}

/** @param registered tfjs's own name of the backend. */
function tfjsRival(backend: BackendName, registered: string): Rival {
  const open: Rival['open'] = async ({ folder }) => (await loadModel(folder, { backend })).network;
  return { backend, start: () => tf.setBackend(registered), open };
}

/** Throws unless all answers are alike within the tolerance. */
export function assertAlike(who: string, answers: readonly Tensor[], expected: readonly Tensor[]): void {
  assert.equal(answers.length, expected.length, `${who} gives ${answers.length} answers`);
  for (const [index, { shape, data }] of expected.entries()) {
    const answer = answers[index]!;
    assert.deepEqual([...answer.shape], [...shape], `${who} gives an answer of another shape`);
    const largest = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const apart = data.reduce((most, value, i) => Math.max(most, Math.abs(value - answer.data[i]!)), 0);
    assert(apart <= TOLERANCE * Math.max(1, largest), `${who} answers otherwise: ${apart} apart`);
  }
}
