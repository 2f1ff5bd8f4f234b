/**
 * Pooling and resizing of the backend `native`: float32, NHWC. Which pixels a resizing looks at is computed here as tfjs's CPU
 * backend does it, to the last rounding; the engine only moves and blends them.
 */
import { backend_util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { Axis, Pictures, Window } from '../../native/index.ts';
import type { FastKernel, NativeBackend } from './native-backend.ts';
import { takes, windowOf } from './native-convolution.ts';
import { nearest, ratioOf, type Scaling } from './sliding.ts';

export const maximumPool: FastKernel = pooling(({ kernels }, window, input, out) =>
  kernels.poolMaximum(window, input, out),
);
export const averagePool: FastKernel = pooling(({ kernels }, window, input, out) =>
  kernels.poolMean(window, input, out),
);

function pooling(
  apply: (backend: NativeBackend, window: Window, input: Float32Array, out: Float32Array) => void,
): FastKernel {
  return ({ inputs, backend, attrs }) => {
    const x = inputs.x!;
    const input = backend.floatsOf(x);
    if (input === undefined || x.shape.length !== 4) return undefined;
    const info = backend_util.computePool2DInfo(
      x.shape as [number, number, number, number],
      attrs.filterSize as [number, number],
      attrs.strides as [number, number],
      1,
      attrs.pad as 'same' | 'valid' | number,
      attrs.dimRoundingMode as 'floor' | 'round' | 'ceil' | undefined,
    );
    // One pixel a window: the tensor itself, which costs nothing.
    const same = info.filterHeight === 1 && info.filterWidth === 1 && info.inHeight === info.outHeight;
    if (same || !takes(info)) return undefined;
    const result = backend.output(info.outShape);
    apply(backend, windowOf(info), input, result.out);
    return result.info;
  };
}

export const resizeNearest: FastKernel = resizing(nearestAxis, ({ kernels }, pictures, { rows, columns }, input, out) =>
  kernels.resizeNearest(pictures, rows, columns, input, out),
);
export const resizeBilinear: FastKernel = resizing(
  bilinearAxis,
  ({ kernels }, pictures, { rows, columns }, input, out) => kernels.resizeBilinear(pictures, rows, columns, input, out),
);

interface Axes {
  readonly rows: Axis;
  readonly columns: Axis;
}

const sideMost = 2 ** 15;

function resizing(
  axisOf: (scaling: Scaling) => Axis,
  apply: (backend: NativeBackend, pictures: Pictures, axes: Axes, input: Float32Array, out: Float32Array) => void,
): FastKernel {
  const known = new Map<string, Axis>();
  const axis = (scaling: Scaling): Axis => {
    const key = Object.values(scaling).join();
    const found = known.get(key) ?? axisOf(scaling);
    // A network asks for the same few again and again; a stream of others must not pile up.
    if (known.size > 64) known.clear();
    known.set(key, found);
    return found;
  };
  return ({ inputs, backend, attrs }): TensorInfo | undefined => {
    const images = inputs.images!;
    const input = backend.floatsOf(images);
    const [batch, height, width, channels] = images.shape as [number, number, number, number];
    const [toHeight, toWidth] = attrs.size as [number, number];
    if (input === undefined || [toHeight, toWidth, ...images.shape].some((side) => side < 1 || side > sideMost)) return;
    const alignCorners = attrs.alignCorners === true;
    const halfPixelCenters = attrs.halfPixelCenters === true;
    const rows = axis({ from: height, to: toHeight, alignCorners, halfPixelCenters });
    const columns = axis({ from: width, to: toWidth, alignCorners, halfPixelCenters });
    const result = backend.output([batch, toHeight, toWidth, channels]);
    apply(backend, { batch, height, width, channels }, { rows, columns }, input, result.out);
    return result.info;
  };
}

export function nearestAxis(scaling: Scaling): Axis {
  const low = nearest(scaling);
  return { low, high: low, share: new Float32Array(scaling.to) };
}

export function bilinearAxis(scaling: Scaling): Axis {
  const ratio = ratioOf(scaling);
  const low = new Int32Array(scaling.to);
  const high = new Int32Array(scaling.to);
  const share = new Float32Array(scaling.to);
  for (let i = 0; i < scaling.to; i++) {
    const place = scaling.halfPixelCenters ? ratio * (i + 0.5) - 0.5 : ratio * i;
    low[i] = Math.max(0, Math.floor(place));
    high[i] = Math.min(scaling.from - 1, Math.ceil(place));
    share[i] = place - low[i]!;
  }
  return { low, high, share };
}
