/**
 * A tfjs graph model as a Network: one tensor in, the card's outputs out. On the backend `native` the engine runs the whole graph where
 * it knows all of it, and tfjs is not even loaded; elsewhere, and else, tfjs executes it.
 */
import type { Isa } from '../../native/index.ts';
import { Fault } from '../domain/fault.ts';
import type { BackendName, Network, Tensor } from '../ports/inference.ts';
import { useNativeInTfjs } from './backends.ts';
import type { ModelCard, ModelFiles } from './model-files.ts';
import { readModel } from './model-files.ts';
import { decodedWeights } from './model-weights.ts';
import { nativeNetwork } from './native-network.ts';
import { compiledGraph } from './native-plan.ts';

export interface LoadedModel {
  readonly card: ModelCard;
  readonly network: Network;
}

export interface LoadOptions {
  /** That was started on this thread. */
  readonly backend: BackendName;
  /** Whether the engine is to run it on another thread than the caller's. */
  readonly beside?: boolean;
}

/**
 * Loads a model and runs it once on the caller's thread, so that what the backend lacks shows now. Throws Fault `model.missing`,
 * `model.damaged` or `model.unsupported`, which names the operation.
 */
export async function loadModel(folder: string, { backend, beside = false }: LoadOptions): Promise<LoadedModel> {
  const files = await readModel(folder);
  const network = (backend === 'native' ? programOf(files, { beside }) : undefined) ?? (await executed(files, backend));
  try {
    await network.run(nothing(files.card.input.shape));
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new Fault('model.unsupported', `${folder}: ${what}`, cause);
  }
  return { card: files.card, network };
}

/** Undefined for a graph that the engine does not know all of. */
export function programOf(
  { card, topology, specs, weights }: ModelFiles,
  { beside, isa }: { readonly beside: boolean; readonly isa?: Isa },
): Network | undefined {
  const [, ...picture] = card.input.shape;
  if (picture.some((side) => side < 1)) return undefined;
  const values = decodedWeights(specs, weights);
  const outputs = card.outputs.map((output) => output.name);
  const drawn = { topology, input: card.input.name, picture, outputs, weights: (name: string) => values.get(name) };
  const graph = compiledGraph(drawn, isa);
  return graph && nativeNetwork(graph, { name: card.name, picture, beside });
}

async function executed(files: ModelFiles, backend: BackendName): Promise<Network> {
  if (backend === 'native') await useNativeInTfjs();
  const { tfjsNetwork } = await import('./tfjs-network.ts');
  return tfjsNetwork(files);
}

/** An input of zeros; a dimension that is not fixed is one. */
function nothing(shape: readonly number[]): Tensor {
  const fixed = shape.map((side) => Math.max(1, side));
  return { shape: fixed, data: new Float32Array(fixed.reduce((product, side) => product * side, 1)) };
}
