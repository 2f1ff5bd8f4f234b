/** Kernels for networks that the shipped models do not use, or that do no more than move: each in one shape, of the detector's middle. */
import { type Clamp, type NetworkKernels, unclamped, type Window } from '../../native/index.ts';
import { bilinearAxis, nearestAxis } from '../inference/native-sampling.ts';
import { drawn } from './fresh-data.ts';
import { convolutionKernel, depthwiseKernel, type NetworkKernel, poolingKernel } from './windowed-kernels.ts';
import { bytesPerFloat, movingWork } from './work.ts';

const [height, width, channels] = [48, 80, 40] as const;
const floats = height * width * channels;
const tensorBytes = bytesPerFloat * floats;
const at = `at ${width}x${height}, ${channels} channels`;
const relu6: Clamp = { low: 0, high: 6 };

export function furtherKernels(): NetworkKernel[] {
  return [
    depthwiseKernel(windowOf(3, 1), relu6),
    depthwiseKernel(windowOf(3, 2), relu6),
    depthwiseKernel(windowOf(5, 1), relu6),
    product({ rows: 1, depth: 1728, columns: 55 }),
    product({ rows: 384, depth: 128, columns: 128 }),
    ...activations,
    ...resizings,
    poolingKernel({ ...windowOf(2, 2), padTop: 0, padLeft: 0 }, 'mean'),
    ...arrangements,
  ];
}

/** A product of matrices is a convolution with a window of one pixel. */
function product({ rows, depth, columns }: { rows: number; depth: number; columns: number }): NetworkKernel {
  const sides = {
    batch: 1,
    inHeight: 1,
    outHeight: 1,
    inWidth: rows,
    outWidth: rows,
    channels: depth,
    height: 1,
    width: 1,
  };
  const window = { ...sides, strideY: 1, strideX: 1, dilationY: 1, dilationX: 1, padTop: 0, padLeft: 0 };
  const name = `matmul ${rows}x${depth} by ${depth}x${columns}`;
  return { ...convolutionKernel(window, { channels: columns, plus: false, clamp: unclamped }), name };
}

const activations: readonly NetworkKernel[] = [
  {
    name: `add ${at}`,
    work: movingWork(3 * tensorBytes),
    make: (kernels) => {
      const [a, b, out] = [drawn(floats), drawn(floats), new Float32Array(floats)];
      return () => kernels.add(a, b, relu6, out);
    },
  },
  tensorToTensor('relu6', (kernels, input, out) => kernels.hold(input, relu6, out)),
  tensorToTensor('leaky relu', (kernels, input, out) => kernels.lean(input, slope, out)),
  tensorToTensor('sigmoid', (kernels, input, out) => kernels.sigmoid(input, out)),
  tensorToTensor('elu', (kernels, input, out) => kernels.elu(input, out)),
];

const slope = Float32Array.of(0.1);

function tensorToTensor(
  name: string,
  call: (kernels: NetworkKernels, input: Float32Array, out: Float32Array) => void,
): NetworkKernel {
  return {
    name: `${name} ${at}`,
    work: movingWork(2 * tensorBytes),
    make: (kernels) => {
      const [input, out] = [drawn(floats), new Float32Array(floats)];
      return () => call(kernels, input, out);
    },
  };
}

const resizings = (
  [
    ['nearest', nearestAxis, 'resizeNearest'],
    ['bilinear', bilinearAxis, 'resizeBilinear'],
  ] as const
).map(([name, axisOf, kernel]): NetworkKernel => {
  const from = { batch: 1, height: height / 2, width: width / 2, channels };
  const how = { alignCorners: false, halfPixelCenters: false };
  const rows = axisOf({ from: from.height, to: height, ...how });
  const columns = axisOf({ from: from.width, to: width, ...how });
  return {
    name: `resize ${name} by 2 to ${width}x${height}, ${channels} channels`,
    work: movingWork(tensorBytes / 4, tensorBytes),
    make: (kernels) => {
      const [input, out] = [drawn(floats / 4), new Float32Array(floats)];
      return () => kernels[kernel](from, rows, columns, input, out);
    },
  };
});

const row = width * channels;

const arrangements: readonly NetworkKernel[] = [
  arranging('concat with another', {
    to: 2 * floats,
    axes: [
      [height * width, channels, 2 * channels],
      [channels, 1, 1],
    ],
  }),
  arranging('pad by 1', {
    to: (height + 2) * (width + 2) * channels,
    toOffset: (width + 3) * channels,
    axes: [
      [height, row, row + 2 * channels],
      [row, 1, 1],
    ],
  }),
  arranging('transpose to channels first', {
    to: floats,
    axes: [
      [channels, 1, height * width],
      [height * width, channels, 1],
    ],
  }),
];

function arranging(
  name: string,
  { to, toOffset = 0, axes }: { to: number; toOffset?: number; axes: readonly (readonly [number, number, number])[] },
): NetworkKernel {
  return {
    name: `${name} ${at}`,
    work: movingWork(2 * tensorBytes),
    make: (kernels) => {
      const [source, out] = [drawn(floats), new Float32Array(to)];
      return () => kernels.arrange({ axes, fromOffset: 0, toOffset }, source, out);
    },
  };
}

/** Over the tensor, with as many pixels out as there are strides. */
function windowOf(side: number, stride: number): Window {
  const pad = (side - 1) >> 1;
  return {
    batch: 1,
    inHeight: height,
    inWidth: width,
    channels,
    outHeight: height / stride,
    outWidth: width / stride,
    height: side,
    width: side,
    strideY: stride,
    strideX: stride,
    dilationY: 1,
    dilationX: 1,
    padTop: pad,
    padLeft: pad,
  };
}
