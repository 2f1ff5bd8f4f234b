/**
 * A tfjs graph as a program of the engine: what tfjs's executor would do, as one list of steps over memory that is laid out once.
 *
 * The program is for one picture; a graph that mixes the pictures of a batch, or has anything that native-operations.ts does not know,
 * is refused by undefined, and tfjs runs it.
 */
import {
  arenaMemory,
  compile,
  firstOutputMemory,
  type Isa,
  inputMemory,
  type Program,
  type ProgramPlan,
  type TensorPlace,
} from '../../native/index.ts';
import type { Weight } from './model-weights.ts';
import { ArenaPlan, type Place } from './native-arena.ts';
import { type GraphNode, graphOf } from './native-graph.ts';
import { lengthOf, type Placed, plan } from './native-operations.ts';

export interface PlannedGraph {
  readonly topology: unknown;
  readonly input: string;
  /** Of one picture: height, width and channels. */
  readonly picture: readonly number[];
  readonly outputs: readonly string[];
  weights(name: string): Weight | undefined;
}

export interface CompiledGraph {
  readonly program: Program;
  /** Of one picture, without the batch, in the order of the outputs. */
  readonly outputShapes: readonly (readonly number[])[];
}

/** @param isa the selected instruction set, where none is named. */
export function compiledGraph(graph: PlannedGraph, isa?: Isa): CompiledGraph | undefined {
  const nodes = graphOf(graph.topology, graph.outputs);
  const drawn = nodes && tensorsOf(nodes, graph);
  const program = drawn && compile(laidOut(drawn), isa);
  return program && { program, outputShapes: drawn.answers.map(({ shape: [, ...rest] }) => rest) };
}

/** One step: the tensors that it reads, and the one that it writes. */
interface Step {
  readonly placed: Placed;
  readonly reads: readonly number[];
  readonly writes: number;
}

/** A tensor of the graph: its shape, and the number of the memory that it shares with those that are the same under another shape. */
interface Value {
  readonly shape: readonly number[];
  readonly tensor: number;
}

/** The graph's steps over numbered tensors; 0 is the input. */
interface Drawn {
  readonly steps: readonly Step[];
  /** Floats of each tensor. */
  readonly lengths: readonly number[];
  readonly answers: readonly Value[];
}

const inputTensor = 0;

function tensorsOf(nodes: readonly GraphNode[], graph: PlannedGraph): Drawn | undefined {
  const inputShape = [1, ...graph.picture];
  const values = new Map<string, Value>([[graph.input, { shape: inputShape, tensor: inputTensor }]]);
  const lengths = [lengthOf(inputShape)];
  const steps: Step[] = [];
  for (const node of nodes) {
    if (node.op === 'Placeholder' || node.op === 'Const') continue;
    const shapes = node.inputs.map((name) => values.get(name)?.shape).filter((shape) => shape !== undefined);
    const plusShape = node.plus === undefined ? undefined : values.get(node.plus)?.shape;
    if (shapes.length === 0 || (node.plus !== undefined && plusShape === undefined)) return undefined;
    const weights = (name: string | undefined) => (name === undefined ? undefined : graph.weights(name));
    const planned = plan({ node, shapes, plusShape, weights });
    const reads = planned?.reads.map((name) => values.get(name)?.tensor);
    if (planned === undefined || reads === undefined || !reads.every((tensor) => tensor !== undefined))
      return undefined;
    const { shape, step: placed } = planned;
    const tensor = placed === undefined ? reads[0]! : lengths.push(lengthOf(shape)) - 1;
    if (placed !== undefined) steps.push({ placed, reads, writes: tensor });
    values.set(node.name, { shape, tensor });
  }
  const answers = graph.outputs.map((name) => values.get(name)).filter((answer) => answer !== undefined);
  // An answer that is the input itself, or another answer too, has no memory of its own.
  const own = new Set(answers.map(({ tensor }) => tensor));
  const isOwn = own.size === graph.outputs.length && !own.has(inputTensor);
  return isOwn ? { steps, lengths, answers } : undefined;
}

/** Gives each tensor but the input and the answers a place in the arena, free again after the last step that reads it. */
function laidOut({ steps, lengths, answers }: Drawn): ProgramPlan {
  const lastRead = new Map(steps.flatMap(({ reads }, index) => reads.map((tensor) => [tensor, index] as const)));
  const own = answers.map(({ tensor }, index) => [tensor, { memory: firstOutputMemory + index, offset: 0 }] as const);
  const places = new Map<number, TensorPlace>([[inputTensor, { memory: inputMemory, offset: 0 }], ...own]);
  const arena = new ArenaPlan();
  const taken = new Map<number, Place>();
  const placed = steps.map(({ placed: stepAt, reads, writes }, index) => {
    if (!places.has(writes)) {
      const place = arena.take(lengths[writes]!);
      taken.set(writes, place);
      places.set(writes, { memory: arenaMemory, offset: place.offset });
    }
    for (const tensor of new Set(reads)) {
      const place = taken.get(tensor);
      if (place !== undefined && lastRead.get(tensor) === index) arena.give(place);
    }
    return stepAt(
      reads.map((tensor) => places.get(tensor)!),
      places.get(writes)!,
    );
  });
  return {
    inputFloats: lengths[inputTensor]!,
    arenaFloats: arena.length,
    outputFloats: answers.map(({ tensor }) => lengths[tensor]!),
    steps: placed,
  };
}
