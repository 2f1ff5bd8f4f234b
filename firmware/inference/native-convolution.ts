/**
 * Convolutions of the backend `native`: Conv2D and DepthwiseConv2dNative, plain and fused with bias and activation.
 *
 * Takes float32 in NHWC with finite weights, any window, stride, padding and dilation. Several filters a channel are one filter for
 * each of as many copies of it.
 * Everything else is the inherited kernel's.
 */
import { backend_util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { Arrangement, Clamp, Window } from '../../native/index.ts';
import { type Activation, activate, clampOf, fits } from './native-activation.ts';
import type { FastKernel, NativeBackend } from './native-backend.ts';

type Info = backend_util.Conv2DInfo;

export const conv2d: FastKernel = ({ inputs, backend, attrs }) =>
  whole(backend, inputs.x!, inputs.filter!, plain(attrs));

export const fusedConv2d: FastKernel = ({ inputs, backend, attrs }) =>
  whole(backend, inputs.x!, inputs.filter!, fused(inputs, attrs));

export const depthwise: FastKernel = ({ inputs, backend, attrs }) =>
  byChannel(backend, inputs.x!, inputs.filter!, plain(attrs));

export const fusedDepthwise: FastKernel = ({ inputs, backend, attrs }) =>
  byChannel(backend, inputs.x!, inputs.filter!, fused(inputs, attrs));

/** What a convolution does beside its sums. */
interface Options {
  readonly attrs: { readonly [name: string]: unknown };
  readonly bias: TensorInfo | undefined;
  readonly activation: Activation;
}

function plain(attrs: Options['attrs']): Options {
  return { attrs, bias: undefined, activation: { name: 'linear' } };
}

function fused(inputs: { readonly [name: string]: TensorInfo | undefined }, attrs: Options['attrs']): Options {
  const name = (attrs.activation ?? 'linear') as string;
  const activation = { name, slopes: inputs.preluActivationWeights, slope: attrs.leakyreluAlpha as number | undefined };
  return { attrs, bias: inputs.bias, activation };
}

function whole(backend: NativeBackend, x: TensorInfo, filter: TensorInfo, options: Options): TensorInfo | undefined {
  const found = prepared(backend, { x, filter, options, byChannel: false });
  if (found === undefined) return undefined;
  const { info, input, weights, bias, clamp } = found;
  const matrix = {
    depth: info.filterHeight * info.filterWidth * info.inChannels,
    inputs: info.inChannels,
    channels: info.outChannels,
    turned: false,
  };
  const packed = backend.packed(filter, weights, matrix);
  if (packed === undefined) return undefined;
  const result = backend.output(info.outShape);
  backend.kernels.convolve(windowOf(info), { channels: info.outChannels, input, packed, bias, clamp }, result.out);
  activate(backend, options.activation, result.out);
  return result.info;
}

function byChannel(
  backend: NativeBackend,
  x: TensorInfo,
  filter: TensorInfo,
  options: Options,
): TensorInfo | undefined {
  const found = prepared(backend, { x, filter, options, byChannel: true });
  if (found === undefined) return undefined;
  const { info, input, weights, bias, clamp } = found;
  if (!backend.finite(filter, weights) || weights.length > weightsMost) return undefined;
  const window = { ...windowOf(info), channels: info.outChannels };
  const times = info.outChannels / info.inChannels;
  const copies = times === 1 ? undefined : backend.output([input.length, times]);
  if (copies !== undefined) backend.kernels.arrange(repeating(input.length, times), input, copies.out);
  const result = backend.output(info.outShape);
  backend.kernels.convolveChannels(window, { input: copies?.out ?? input, weights, bias, clamp }, result.out);
  if (copies !== undefined) backend.disposeData(copies.info.dataId);
  activate(backend, options.activation, result.out);
  return result.info;
}

/** Each value as many times, one after the other. */
function repeating(values: number, times: number): Arrangement {
  return {
    axes: [
      [values, 1, times],
      [times, 0, 1],
    ],
    fromOffset: 0,
    toOffset: 0,
  };
}

interface Prepared {
  readonly info: Info;
  readonly input: Float32Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array | undefined;
  readonly clamp: Clamp;
}

/** The geometry and the arrays, or undefined for what the engine does not take. */
function prepared(
  backend: NativeBackend,
  of: { x: TensorInfo; filter: TensorInfo; options: Options; byChannel: boolean },
): Prepared | undefined {
  const { attrs, bias, activation } = of.options;
  if ((attrs.dataFormat ?? 'NHWC') !== 'NHWC') return undefined;
  const info = backend_util.computeConv2DInfo(
    of.x.shape as [number, number, number, number],
    of.filter.shape as [number, number, number, number],
    attrs.strides as [number, number],
    (attrs.dilations ?? 1) as [number, number],
    attrs.pad as 'same' | 'valid' | number,
    attrs.dimRoundingMode as 'floor' | 'round' | 'ceil' | undefined,
    of.byChannel,
  );
  const input = backend.floatsOf(of.x);
  const weights = backend.floatsOf(of.filter);
  if (input === undefined || weights === undefined || !takes(info)) return undefined;
  const added = bias === undefined || bias === null ? undefined : backend.floatsOf(bias);
  if (bias && (added === undefined || bias.shape.length !== 1 || added.length !== info.outChannels)) return undefined;
  const clamp = fits(backend, activation, info.outChannels) ? clampOf(activation) : undefined;
  return clamp === undefined ? undefined : { info, input, weights, bias: added, clamp };
}

const sideMost = 2 ** 15;
/** Floats of one filter's weights, or of all those of one filter a channel. */
const weightsMost = 2 ** 26;

/** Grouped filters are not ours, nor is an empty result or a geometry of sizes that the engine has no numbers for. */
export function takes(info: Omit<Info, 'dataFormat' | 'filterShape'>): boolean {
  const inGroups =
    info.outShape[3] !== info.outChannels || info.filterHeight * info.filterWidth * info.inChannels > weightsMost;
  return !inGroups && windowSides(info).every((side) => side >= 1 && side <= sideMost) && padsOf(info).every(inRange);
}

function padsOf({ padInfo }: Pick<Info, 'padInfo'>): number[] {
  return [padInfo.top, padInfo.left];
}

function inRange(pad: number): boolean {
  return pad >= 0 && pad <= sideMost;
}

function windowSides(info: Omit<Info, 'dataFormat' | 'filterShape'>): number[] {
  return [
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.outChannels,
    info.outHeight,
    info.outWidth,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.dilationHeight,
    info.dilationWidth,
  ];
}

/** tfjs's geometry as the engine's. */
export function windowOf(info: Omit<Info, 'dataFormat' | 'filterShape'>): Window {
  return {
    batch: info.batchSize,
    inHeight: info.inHeight,
    inWidth: info.inWidth,
    channels: info.inChannels,
    outHeight: info.outHeight,
    outWidth: info.outWidth,
    height: info.filterHeight,
    width: info.filterWidth,
    strideY: info.strideHeight,
    strideX: info.strideWidth,
    dilationY: info.dilationHeight,
    dilationX: info.dilationWidth,
    padTop: info.padInfo.top,
    padLeft: info.padInfo.left,
  };
}
