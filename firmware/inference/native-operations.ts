/**
 * The operations that a planned network may have: for each the shape of its result, and the call that writes it. What is not here,
 * or has attributes that are not looked at here, leaves the whole graph to tfjs.
 */
import { backend_util, type TensorInfo } from '@tensorflow/tfjs-core';
import { type Clamp, unclamped } from '../../native/index.ts';
import type { NativeBackend } from './native-backend.ts';
import { takes, windowOf } from './native-convolution.ts';
import { flagOf, type GraphNode, numbersOf, textOf, textsOf } from './native-graph.ts';
import { nearestAxis } from './native-sampling.ts';

type Shape = readonly number[];

/** What an operation is planned from. Shapes are those of the node's inputs; `weights` are tensors by name. */
export interface Context {
  readonly backend: NativeBackend;
  readonly node: GraphNode;
  readonly shapes: readonly Shape[];
  readonly plusShape: Shape | undefined;
  weights(name: string | undefined): TensorInfo | undefined;
}

/** The node's inputs that are not weights, in order, then `plus` where there is one. */
export type Call = (inputs: readonly Float32Array[], out: Float32Array) => void;

/** `call` undefined: the result is the first input under another shape. */
export interface Planned {
  readonly shape: Shape;
  readonly reads: readonly string[];
  readonly call: Call | undefined;
}

export function plan(context: Context): Planned | undefined {
  return operations[context.node.op]?.(context);
}

const clamps: Readonly<Record<string, Clamp>> = {
  linear: unclamped,
  relu: { low: 0, high: Number.POSITIVE_INFINITY },
  relu6: { low: 0, high: 6 },
};

const operations: Readonly<Record<string, (context: Context) => Planned | undefined>> = {
  _FusedConv2D: (context) => convolution(context, false),
  FusedDepthwiseConv2dNative: (context) => convolution(context, true),
  Add: addition,
  AddV2: addition,
  Relu: (context) => clamping(context, 'relu'),
  Relu6: (context) => clamping(context, 'relu6'),
  MaxPool: (context) => pooling(context, 'poolMaximum'),
  AvgPool: (context) => pooling(context, 'poolMean'),
  ResizeNearestNeighbor: resizing,
  Reshape: reshaping,
  Identity: ({ node, shapes }) => ({ shape: shapes[0]!, reads: [node.inputs[0]!], call: undefined }),
};

function convolution({ backend, node, shapes, plusShape, weights }: Context, byChannel: boolean): Planned | undefined {
  const [filter, bias] = [weights(node.inputs[1]), weights(node.inputs[2])];
  const [first, ...fused] = textsOf(node, 'fused_ops');
  const activation = fused[0]?.toLowerCase() ?? node.activation;
  const clamp = clamps[activation];
  const x = shapes[0]!;
  if (!filter || !bias || first !== 'BiasAdd' || fused.length > 1 || clamp === undefined || x.length !== 4)
    return undefined;
  if (textOf(node, 'data_format') !== 'NHWC' || (byChannel && filter.shape[3] !== 1)) return undefined;
  const info = backend_util.computeConv2DInfo(
    x as [number, number, number, number],
    filter.shape as [number, number, number, number],
    inner(node, 'strides'),
    inner(node, 'dilations'),
    padOf(node),
    undefined,
    byChannel,
  );
  const [values, added] = [backend.floatsOf(filter), backend.floatsOf(bias)];
  if (values === undefined || added?.length !== info.outChannels || !takes(info)) return undefined;
  if (plusShape !== undefined && plusShape.join() !== info.outShape.join()) return undefined;
  const { outShape: shape, outChannels: channels, inChannels: inputs } = info;
  const window = windowOf(info);
  const reads = node.plus === undefined ? [node.inputs[0]!] : [node.inputs[0]!, node.plus];
  if (byChannel) {
    if (!backend.finite(filter, values)) return undefined;
    const call: Call = ([input], out) =>
      backend.kernels.convolveChannels(window, { input: input!, weights: values, bias: added, clamp }, out);
    return { shape, reads, call };
  }
  const depth = info.filterHeight * info.filterWidth * inputs;
  const packed = backend.packed(filter, values, { depth, inputs, channels, turned: false });
  if (packed === undefined) return undefined;
  const call: Call = ([input, plus], out) =>
    backend.kernels.convolve(window, { channels, input: input!, packed, bias: added, plus, clamp }, out);
  return { shape, reads, call };
}

function addition({ backend, node, shapes }: Context): Planned | undefined {
  const [a, b] = shapes;
  const clamp = clamps[node.activation];
  if (a === undefined || b === undefined || a.join() !== b.join() || clamp === undefined) return undefined;
  return {
    shape: a,
    reads: node.inputs,
    call: ([left, right], out) => backend.kernels.add(left!, right!, clamp, out),
  };
}

function clamping({ backend, node, shapes }: Context, name: string): Planned {
  return {
    shape: shapes[0]!,
    reads: [node.inputs[0]!],
    call: ([input], out) => backend.kernels.hold(input!, clamps[name]!, out),
  };
}

function pooling({ backend, node, shapes }: Context, kind: 'poolMaximum' | 'poolMean'): Planned | undefined {
  const x = shapes[0]!;
  if (textOf(node, 'data_format') !== 'NHWC' || x.length !== 4) return undefined;
  const info = backend_util.computePool2DInfo(
    x as [number, number, number, number],
    inner(node, 'ksize'),
    inner(node, 'strides'),
    1,
    padOf(node),
  );
  if (!takes(info)) return undefined;
  const window = windowOf(info);
  return {
    shape: info.outShape,
    reads: [node.inputs[0]!],
    call: ([input], out) => backend.kernels[kind](window, input!, out),
  };
}

function resizing({ backend, node, shapes, weights }: Context): Planned | undefined {
  const size = weights(node.inputs[1]);
  const [batch, height, width, channels] = shapes[0] as [number, number, number, number];
  if (size === undefined || shapes[0]!.length !== 4) return undefined;
  const [toHeight, toWidth] = backend.data.get(size.dataId).values as unknown as [number, number];
  const how = { alignCorners: flagOf(node, 'align_corners'), halfPixelCenters: flagOf(node, 'half_pixel_centers') };
  const rows = nearestAxis({ from: height, to: toHeight, ...how });
  const columns = nearestAxis({ from: width, to: toWidth, ...how });
  return {
    shape: [batch, toHeight, toWidth, channels],
    reads: [node.inputs[0]!],
    call: ([input], out) =>
      backend.kernels.resizeNearest({ batch, height, width, channels }, rows, columns, input!, out),
  };
}

function reshaping({ backend, node, shapes, weights }: Context): Planned | undefined {
  const wanted = weights(node.inputs[1]);
  if (wanted === undefined) return undefined;
  const sides = Array.from(backend.data.get(wanted.dataId).values as Int32Array);
  const count = shapes[0]!.reduce((product, side) => product * side, 1);
  const known = sides.reduce((product, side) => (side < 0 ? product : product * side), 1);
  const shape = sides.map((side) => (side < 0 ? count / known : side));
  const fits = shape.every(Number.isInteger) && shape.reduce((product, side) => product * side, 1) === count;
  return fits ? { shape, reads: [node.inputs[0]!], call: undefined } : undefined;
}

/** Rows and columns of an attribute of four numbers, NHWC. */
function inner(node: GraphNode, name: string): [number, number] {
  const [, rows = 1, columns = 1] = numbersOf(node, name);
  return [rows, columns];
}

function padOf(node: GraphNode): 'same' | 'valid' {
  const kind = textOf(node, 'padding')?.toLowerCase();
  const around = numbersOf(node, 'explicit_paddings');
  if (kind !== 'explicit') return kind as 'same' | 'valid';
  // tfjs's types leave out the form with explicit numbers, which computeConv2DInfo takes.
  return [0, 1, 2, 3].map((axis) => around.slice(2 * axis, 2 * axis + 2)) as unknown as 'same';
}
