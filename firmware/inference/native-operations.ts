/**
 * The operations that a program may have: for each the shape of its result, and the step that writes it. What is not here, or has
 * attributes that are not looked at here, leaves the whole graph to tfjs. Shapes are those of one picture, with a batch of one.
 */
import { type Clamp, type ProgramStep, type TensorPlace, unclamped } from '../../native/index.ts';
import type { Weight } from './model-weights.ts';
import { flagOf, type GraphNode, numbersOf, textOf, textsOf } from './native-graph.ts';
import { nearest, windowOver } from './sliding.ts';

type Shape = readonly number[];

/** What an operation is planned from. Shapes are those of the node's inputs; `weights` are tensors by name. */
export interface Context {
  readonly node: GraphNode;
  readonly shapes: readonly Shape[];
  readonly plusShape: Shape | undefined;
  weights(name: string | undefined): Weight | undefined;
}

/** The step, once it is known where the tensors of `reads` lie and where its result goes. */
export type Placed = (reads: readonly TensorPlace[], to: TensorPlace) => ProgramStep;

/** `step` undefined: the result is the first input under another shape. */
export interface Planned {
  readonly shape: Shape;
  readonly reads: readonly string[];
  readonly step: Placed | undefined;
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
  _FusedConv2D: (context) => convolution(context, 'convolve'),
  FusedDepthwiseConv2dNative: (context) => convolution(context, 'convolve-channels'),
  Add: addition,
  AddV2: addition,
  Relu: (context) => clamping(context, 'relu'),
  Relu6: (context) => clamping(context, 'relu6'),
  MaxPool: (context) => pooling(context, 'pool-maximum'),
  AvgPool: (context) => pooling(context, 'pool-mean'),
  ResizeNearestNeighbor: resizing,
  Reshape: reshaping,
  Identity: ({ node, shapes }) => ({ shape: shapes[0]!, reads: [node.inputs[0]!], step: undefined }),
};

function convolution(
  { node, shapes, plusShape, weights }: Context,
  kind: 'convolve' | 'convolve-channels',
): Planned | undefined {
  const [filter, bias] = [weights(node.inputs[1]), weights(node.inputs[2])];
  const [first, ...fused] = textsOf(node, 'fused_ops');
  const clamp = clamps[fused[0]?.toLowerCase() ?? node.activation];
  const x = shapes[0]!;
  if (!isFloat(filter) || !isFloat(bias) || first !== 'BiasAdd' || fused.length > 1 || clamp === undefined)
    return undefined;
  const [height, width, inputs, outputs] = filter.shape;
  if (textOf(node, 'data_format') !== 'NHWC' || filter.shape.length !== 4 || x.length !== 4 || x[3] !== inputs)
    return undefined;
  const window = sliding(node, x, { window: [height!, width!], dilations: inner(node, 'dilations') });
  const channels = kind === 'convolve' ? outputs! : inputs!;
  if (window === undefined || bias.values.length !== channels || (kind === 'convolve-channels' && outputs !== 1))
    return undefined;
  const shape = [1, window.outHeight, window.outWidth, channels];
  if (plusShape !== undefined && plusShape.join() !== shape.join()) return undefined;
  const common = { window, weights: filter.values, bias: bias.values, clamp };
  return {
    shape,
    reads: node.plus === undefined ? [node.inputs[0]!] : [node.inputs[0]!, node.plus],
    step: ([from, plus], to) =>
      kind === 'convolve' ? { kind, ...common, channels, from: from!, plus, to } : { kind, ...common, from: from!, to },
  };
}

function addition({ node, shapes }: Context): Planned | undefined {
  const [a, b] = shapes;
  const clamp = clamps[node.activation];
  if (a === undefined || b === undefined || a.join() !== b.join() || clamp === undefined) return undefined;
  const floats = lengthOf(a);
  return {
    shape: a,
    reads: node.inputs,
    step: ([from, plus], to) => ({ kind: 'add', floats, clamp, from: from!, plus: plus!, to }),
  };
}

function clamping({ node, shapes }: Context, name: 'relu' | 'relu6'): Planned {
  const [shape] = shapes as [Shape];
  const [floats, clamp] = [lengthOf(shape), clamps[name]!];
  return {
    shape,
    reads: [node.inputs[0]!],
    step: ([from], to) => ({ kind: 'hold', floats, clamp, from: from!, to }),
  };
}

function pooling({ node, shapes }: Context, kind: 'pool-maximum' | 'pool-mean'): Planned | undefined {
  const [x] = shapes as [Shape];
  if (textOf(node, 'data_format') !== 'NHWC' || x.length !== 4) return undefined;
  const window = sliding(node, x, { window: inner(node, 'ksize'), dilations: [1, 1] });
  if (window === undefined) return undefined;
  return {
    shape: [1, window.outHeight, window.outWidth, window.channels],
    reads: [node.inputs[0]!],
    step: ([from], to) => ({ kind, window, from: from!, to }),
  };
}

function resizing({ node, shapes, weights }: Context): Planned | undefined {
  const [toHeight, toWidth] = weights(node.inputs[1])?.values ?? [];
  const [, height, width, channels] = shapes[0] as [number, number, number, number];
  if (toHeight === undefined || toWidth === undefined || shapes[0]!.length !== 4) return undefined;
  const how = { alignCorners: flagOf(node, 'align_corners'), halfPixelCenters: flagOf(node, 'half_pixel_centers') };
  const rows = nearest({ from: height, to: toHeight, ...how });
  const columns = nearest({ from: width, to: toWidth, ...how });
  return {
    shape: [1, toHeight, toWidth, channels],
    reads: [node.inputs[0]!],
    step: ([from], to) => ({ kind: 'resize-nearest', height, width, channels, rows, columns, from: from!, to }),
  };
}

/** Only what leaves the pictures of a batch as they are: the first axis is whatever it is, and the others are said. */
function reshaping({ node, shapes, weights }: Context): Planned | undefined {
  const [batch, ...rest] = weights(node.inputs[1])?.values ?? [];
  if (batch !== -1 || rest.some((side) => side < 0) || lengthOf(rest) !== lengthOf(shapes[0]!)) return undefined;
  return { shape: [1, ...rest], reads: [node.inputs[0]!], step: undefined };
}

function isFloat(weight: Weight | undefined): weight is Weight & { readonly values: Float32Array } {
  return weight?.values instanceof Float32Array;
}

/** The node's window over a picture, its strides and padding read from its attributes. */
function sliding(
  node: GraphNode,
  picture: Shape,
  { window, dilations }: { window: readonly [number, number]; dilations: readonly [number, number] },
) {
  const kind = textOf(node, 'padding')?.toLowerCase();
  const around = numbersOf(node, 'explicit_paddings');
  const pair = (axis: number) => [around[2 * axis] ?? 0, around[2 * axis + 1] ?? 0] as const;
  const padding = kind === 'explicit' ? ([pair(1), pair(2)] as const) : kind;
  if (padding === undefined || (typeof padding === 'string' && padding !== 'same' && padding !== 'valid'))
    return undefined;
  return windowOver({ picture, window, strides: inner(node, 'strides'), dilations, padding });
}

/** Rows and columns of an attribute of four numbers, NHWC. */
function inner(node: GraphNode, name: string): [number, number] {
  const [, rows = 1, columns = 1] = numbersOf(node, name);
  return [rows, columns];
}

export function lengthOf(shape: Shape): number {
  return shape.reduce((product, side) => product * side, 1);
}
