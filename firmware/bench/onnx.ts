/**
 * A model as an ONNX file, for engines that read no other: the same layers, weights and answers.
 *
 * ONNX lays pictures out as [batch, channels, height, width], we as [batch, height, width, channels]: weights are turned here, inputs and
 * answers by the graph itself, which costs nothing for one channel and little for an answer. Batch and every shape are fixed.
 * Operators of set 18, the first whose Resize names its axes (source: Operators.md and onnx.proto3 of the ONNX project).
 */
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';
import type { Clamp, ProgramStep, Window } from '../../native/index.ts';
import { Fault } from '../domain/fault.ts';
import type { Layer, Layers } from './layers.ts';

const OPERATOR_SET = 18;
const IR_VERSION = 8;
const FORMAT = fileURLToPath(new URL('onnx.proto', import.meta.url));

/** As protobuf takes it; an attribute is a whole number, whole numbers or a text. */
interface Node {
  readonly op: string;
  readonly reads: readonly string[];
  readonly gives: string;
  readonly attributes?: { readonly [name: string]: number | readonly number[] | string };
}

interface Constant {
  readonly name: string;
  readonly dims: readonly number[];
  readonly values: Float32Array | BigInt64Array;
}

/** The bytes of the ONNX file, for batches of this size. */
export async function onnxOf({ input, layers, outputs }: Layers, batch: number): Promise<Uint8Array> {
  const ofBatch = (shape: readonly number[]) => [batch, ...shape.slice(1)];
  const constants: Constant[] = [];
  const nodes: Node[] = [turned(input.name, inside(input.name), towardsChannels)];
  const shapes = new Map([[input.name, ofBatch(input.shape)]]);
  for (const layer of layers) {
    const shape = ofBatch(layer.shape);
    const made = written({ ...layer, shape }, shapes);
    nodes.push(...made.nodes);
    constants.push(...made.constants);
    shapes.set(layer.name, shape);
  }
  for (const { name, shape } of outputs)
    nodes.push(
      shape.length === 4
        ? turned(inside(name), name, fromChannels)
        : { op: 'Identity', reads: [inside(name)], gives: name },
    );
  const graph = {
    name: 'network',
    node: nodes.map(nodeOf),
    initializer: constants.map(tensorOf),
    input: [valueInfoOf(input.name, shapes)],
    output: outputs.map(({ name }) => valueInfoOf(name, shapes)),
  };
  const format = (await protobuf.load(FORMAT)).lookupType('onnx.ModelProto');
  const model = format.fromObject({
    irVersion: IR_VERSION,
    producerName: 'platekeeper',
    graph,
    opsetImport: [{ domain: '', version: OPERATOR_SET }],
  });
  return format.encode(model).finish();
}

/** The name of a tensor in the graph's own layout. */
function inside(name: string): string {
  return `${name}/nchw`;
}

const towardsChannels = [0, 3, 1, 2];
const fromChannels = [0, 2, 3, 1];

function turned(from: string, to: string, perm: readonly number[]): Node {
  return { op: 'Transpose', reads: [from], gives: to, attributes: { perm } };
}

interface Written {
  readonly nodes: Node[];
  readonly constants: Constant[];
}

/** A layer as nodes, the last of which gives `inside(layer.name)`. */
function written({ name, reads, shape, step }: Layer, shapes: ReadonlyMap<string, readonly number[]>): Written {
  const gives = inside(name);
  const from = reads.map(inside);
  switch (step?.kind) {
    case undefined:
      return renamed({ from: from[0]!, gives, shape, before: shapes.get(reads[0]!)! });
    case 'convolve':
    case 'convolve-channels': {
      const { window } = step;
      const attributes = {
        ...geometryOf(window),
        dilations: [window.dilationY, window.dilationX],
        group: step.kind === 'convolve' ? 1 : window.channels,
      };
      const [kernel, bias] = [`${name}/kernel`, `${name}/bias`];
      const channels = shape.at(-1)!;
      const [source, plus] = from;
      const [sums, sum] = [`${gives}/sums`, `${gives}/sum`];
      const clamped = clamp(plus === undefined ? sums : sum, gives, step.clamp);
      const added: Node[] = plus === undefined ? [] : [{ op: 'Add', reads: [sums, plus], gives: sum }];
      return {
        nodes: [{ op: 'Conv', reads: [source!, kernel, bias], gives: sums, attributes }, ...added, ...clamped.nodes],
        constants: [
          { name: kernel, ...filtersOf(step) },
          { name: bias, dims: [channels], values: step.bias },
          ...clamped.constants,
        ],
      };
    }
    case 'pool-maximum':
      return { nodes: [{ op: 'MaxPool', reads: from, gives, attributes: geometryOf(step.window) }], constants: [] };
    case 'add': {
      const { nodes, constants } = clamp(`${gives}/sum`, gives, step.clamp);
      return { nodes: [{ op: 'Add', reads: from, gives: `${gives}/sum` }, ...nodes], constants };
    }
    case 'hold':
      return clamp(from[0]!, gives, step.clamp);
    case 'resize-nearest': {
      const [, height, width] = shape;
      const sizes = { name: `${gives}/sizes`, dims: [2], values: BigInt64Array.of(BigInt(height!), BigInt(width!)) };
      const how = { coordinate_transformation_mode: 'asymmetric', nearest_mode: 'floor' };
      const attributes = { mode: 'nearest', axes: [2, 3], ...how };
      return {
        nodes: [{ op: 'Resize', reads: [from[0]!, '', '', sizes.name], gives, attributes }],
        constants: [sizes],
      };
    }
    case 'pool-mean':
      throw new Fault('model.unsupported', `${name}: a mean has no ONNX form here.`);
  }
}

/** Held between two values; without bounds, only another name. */
function clamp(from: string, gives: string, { low, high }: Clamp): Written {
  if (low === Number.NEGATIVE_INFINITY && high === Number.POSITIVE_INFINITY)
    return { nodes: [{ op: 'Identity', reads: [from], gives }], constants: [] };
  const bounds = [low, high].map((bound, index) => ({
    name: `${gives}/bound${index}`,
    dims: [],
    values: Float32Array.of(bound),
  }));
  return { nodes: [{ op: 'Clip', reads: [from, ...bounds.map(({ name }) => name)], gives }], constants: bounds };
}

/** The same values under another shape, in the order that they have with the channels last; or under another name only. */
function renamed({
  from,
  gives,
  shape,
  before,
}: {
  from: string;
  gives: string;
  shape: readonly number[];
  before: readonly number[];
}): Written {
  if (shape.join() === before.join()) return { nodes: [{ op: 'Identity', reads: [from], gives }], constants: [] };
  if (shape.length === 4)
    throw new Fault('model.unsupported', `${gives}: a picture made by reshaping has no ONNX form here.`);
  const sides = { name: `${gives}/shape`, dims: [shape.length], values: BigInt64Array.from(shape, BigInt) };
  const last = before.length === 4 ? `${gives}/nhwc` : from;
  const nodes: Node[] = before.length === 4 ? [turned(from, last, fromChannels)] : [];
  return { nodes: [...nodes, { op: 'Reshape', reads: [last, sides.name], gives }], constants: [sides] };
}

/** Size, strides and padding of a window; at the end as much is padded as the last window reaches over the edge. */
function geometryOf(window: Window): Record<string, number[]> {
  const over = (out: number, stride: number, reach: number, pad: number, size: number) =>
    Math.max(0, (out - 1) * stride + reach - pad - size);
  const reachY = (window.height - 1) * window.dilationY + 1;
  const reachX = (window.width - 1) * window.dilationX + 1;
  const bottom = over(window.outHeight, window.strideY, reachY, window.padTop, window.inHeight);
  const right = over(window.outWidth, window.strideX, reachX, window.padLeft, window.inWidth);
  return {
    kernel_shape: [window.height, window.width],
    strides: [window.strideY, window.strideX],
    pads: [window.padTop, window.padLeft, bottom, right],
  };
}

/** [height][width][in][out] as [out][in][height][width], and [height][width][channel] as [channel][1][height][width]. */
function filtersOf(step: Extract<ProgramStep, { kind: 'convolve' | 'convolve-channels' }>): Omit<Constant, 'name'> {
  const { height, width, channels: ins } = step.window;
  const outs = step.kind === 'convolve' ? step.channels : 1;
  const taps = height * width;
  const values = new Float32Array(step.weights.length);
  for (let tap = 0; tap < taps; tap++)
    for (let i = 0; i < ins; i++)
      for (let o = 0; o < outs; o++) values[(o * ins + i) * taps + tap] = step.weights[(tap * ins + i) * outs + o]!;
  return { dims: [...(step.kind === 'convolve' ? [outs, ins] : [ins, 1]), height, width], values };
}

function nodeOf({ op, reads, gives, attributes = {} }: Node): object {
  const attribute = Object.entries(attributes).map(([name, value]) =>
    typeof value === 'number'
      ? { name, type: 'INT', i: value }
      : typeof value === 'string'
        ? { name, type: 'STRING', s: Buffer.from(value) }
        : { name, type: 'INTS', ints: value },
  );
  return { opType: op, name: gives, input: reads, output: [gives], attribute };
}

function tensorOf({ name, dims, values }: Constant): object {
  const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return { name, dims, dataType: values instanceof Float32Array ? 'FLOAT' : 'INT64', rawData };
}

function valueInfoOf(name: string, shapes: ReadonlyMap<string, readonly number[]>): object {
  const dim = shapes.get(name)!.map((dimValue) => ({ dimValue }));
  return { name, type: { tensorType: { elemType: 'FLOAT', shape: { dim } } } };
}
