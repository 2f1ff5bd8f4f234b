/**
 * A network on the backend `native` as one list of calls into the engine, over memory that is laid out once: what tfjs's executor
 * would do, without its work between the operations and without an allocation a frame but the answers.
 *
 * A plan is made for each shape of the input at its first run. Refuses, by undefined, a graph with anything that native-operations.ts
 * does not know: tfjs runs that.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Tensor } from '../ports/inference.ts';
import { ArenaPlan, type Place } from './native-arena.ts';
import type { NativeBackend } from './native-backend.ts';
import { type GraphNode, graphOf } from './native-graph.ts';
import { type Call, plan } from './native-operations.ts';

export interface PlannedGraph {
  readonly backend: NativeBackend;
  readonly topology: unknown;
  readonly input: string;
  readonly outputs: readonly string[];
  weights(name: string): TensorInfo | undefined;
}

/** One run of the network; undefined for an input of a shape that can not be planned. */
export type Run = (input: Tensor) => readonly Tensor[] | undefined;

/** Different shapes whose plans are kept. */
const shapesMost = 16;

/** Undefined where the graph is none that can be planned, whatever the input. */
export function plannedNetwork(graph: PlannedGraph): Run | undefined {
  const nodes = graphOf(graph.topology, graph.outputs);
  if (nodes === undefined) return undefined;
  const plans = new Map<string, Plan | undefined>();
  let arena = new Float32Array(0);
  return ({ shape, data }) => {
    const key = shape.join();
    if (!plans.has(key)) {
      if (plans.size >= shapesMost) plans.clear();
      plans.set(key, planFor(nodes, graph, shape));
    }
    const found = plans.get(key);
    if (found === undefined) return undefined;
    if (found.arenaLength > arena.length) arena = new Float32Array(found.arenaLength);
    return run(found, arena, data);
  };
}

/** One call: the slots that it reads, and the one that it writes. */
interface Step {
  readonly call: Call;
  readonly reads: readonly number[];
  readonly writes: number;
}

/** Where a tensor's values are: in the arena, or in an array of their own, which the input and the answers have. */
interface Slot {
  readonly length: number;
  readonly place: Place | undefined;
}

interface Plan {
  readonly steps: readonly Step[];
  readonly slots: readonly Slot[];
  readonly answers: readonly { readonly slot: number; readonly shape: readonly number[] }[];
  readonly arenaLength: number;
  /** Each slot's array as of the last run, and the arena that those in it are views of. */
  readonly arrays: Float32Array[];
  bound: Float32Array | undefined;
}

const inputSlot = 0;

function run(plan: Plan, arena: Float32Array, data: Float32Array): readonly Tensor[] {
  const { slots, arrays } = plan;
  const rebind = plan.bound !== arena;
  plan.bound = arena;
  slots.forEach(({ place, length }, index) => {
    if (place === undefined) arrays[index] = index === inputSlot ? data : new Float32Array(length);
    else if (rebind) arrays[index] = arena.subarray(place.offset, place.offset + length);
  });
  for (const { call, reads, writes } of plan.steps) {
    call(
      reads.map((slot) => arrays[slot]!),
      arrays[writes]!,
    );
  }
  return plan.answers.map(({ slot, shape }) => ({ shape, data: arrays[slot]! }));
}

/** A tensor of the graph: its shape, and the slot that holds its values, which it may share with others. */
interface Value {
  readonly shape: readonly number[];
  readonly slot: number;
}

function planFor(nodes: readonly GraphNode[], graph: PlannedGraph, inputShape: readonly number[]): Plan | undefined {
  const values = new Map<string, Value>([[graph.input, { shape: inputShape, slot: inputSlot }]]);
  const lengths = [lengthOf(inputShape)];
  const steps: Step[] = [];
  for (const node of nodes) {
    if (node.op === 'Placeholder' || node.op === 'Const') continue;
    const shapes = node.inputs.map((name) => values.get(name)?.shape).filter((shape) => shape !== undefined);
    const plusShape = node.plus === undefined ? undefined : values.get(node.plus)?.shape;
    if (shapes.length === 0 || (node.plus !== undefined && plusShape === undefined)) return undefined;
    const planned = plan({
      backend: graph.backend,
      node,
      shapes,
      plusShape,
      weights: (name) => (name === undefined ? undefined : graph.weights(name)),
    });
    const reads = planned?.reads.map((name) => values.get(name)?.slot);
    if (planned === undefined || reads === undefined || !reads.every((slot) => slot !== undefined)) return undefined;
    const { shape, call } = planned;
    const slot = call === undefined ? reads[0]! : lengths.push(lengthOf(shape)) - 1;
    if (call !== undefined) steps.push({ call, reads, writes: slot });
    values.set(node.name, { shape, slot });
  }
  const answers = graph.outputs.map((name) => values.get(name));
  // An answer that is the input itself, or another answer too, would not be the caller's own.
  const own = new Set(answers.map((answer) => answer?.slot));
  if (own.has(undefined) || own.has(inputSlot) || own.size < answers.length) return undefined;
  const { slots, arenaLength } = laidOut(steps, lengths, own);
  return { steps, slots, answers: answers as Value[], arenaLength, arrays: [], bound: undefined };
}

/** Gives each slot but the input's and the answers' a place, free again after the last step that reads it. */
function laidOut(
  steps: readonly Step[],
  lengths: readonly number[],
  answers: ReadonlySet<number | undefined>,
): { slots: Slot[]; arenaLength: number } {
  const lastRead = new Map(steps.flatMap(({ reads }, index) => reads.map((slot) => [slot, index] as const)));
  const arena = new ArenaPlan();
  const slots: Slot[] = lengths.map((length) => ({ length, place: undefined }));
  steps.forEach(({ reads, writes }, index) => {
    const length = lengths[writes]!;
    if (!answers.has(writes)) slots[writes] = { length, place: arena.take(length) };
    for (const slot of new Set(reads)) {
      const { place } = slots[slot]!;
      if (place !== undefined && lastRead.get(slot) === index) arena.give(place);
    }
  });
  return { slots, arenaLength: arena.length };
}

function lengthOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}
