/** Kernels that slide a window, as subjects of the bench: their names say the shape, their work is told from it. */
import type { Clamp, NetworkKernels, Window } from '../../native/index.ts';
import { drawn } from './fresh-data.ts';
import { channelsWork, convolutionWork, poolingWork, type Work } from './work.ts';

/** `make` draws the data and gives the call; the kernels are those of one instruction set. */
export interface NetworkKernel {
  readonly name: string;
  readonly work: Work;
  readonly make: (kernels: NetworkKernels) => () => void;
}

export function convolutionKernel(
  window: Window,
  { channels, plus, clamp }: { channels: number; plus: boolean; clamp: Clamp },
): NetworkKernel {
  const depth = window.height * window.width * window.channels;
  const floats = pixelsOut(window) * channels;
  return {
    name: `convolution ${told(window)}, ${window.channels} to ${channels}${plus ? ' with addition' : ''}`,
    work: convolutionWork(window, channels, { plus }),
    make: (kernels) => {
      const matrix = { depth, inputs: window.channels, channels, turned: false };
      const packed = kernels.pack(drawn(depth * channels), matrix)!;
      const [input, bias, out] = [drawn(inputs(window)), drawn(channels), new Float32Array(floats)];
      const call = { channels, input, packed, bias, plus: plus ? drawn(floats) : undefined, clamp };
      return () => kernels.convolve(window, call, out);
    },
  };
}

export function depthwiseKernel(window: Window, clamp: Clamp): NetworkKernel {
  const { height, width, channels } = window;
  return {
    name: `depthwise ${told(window)}, ${channels} channels`,
    work: channelsWork(window),
    make: (kernels) => {
      const call = {
        input: drawn(inputs(window)),
        weights: drawn(height * width * channels),
        bias: drawn(channels),
        clamp,
      };
      const out = new Float32Array(pixelsOut(window) * channels);
      return () => kernels.convolveChannels(window, call, out);
    },
  };
}

export function poolingKernel(window: Window, how: 'maximum' | 'mean'): NetworkKernel {
  return {
    name: `${how} ${told(window)}, ${window.channels} channels`,
    work: poolingWork(window),
    make: (kernels) => {
      const [input, out] = [drawn(inputs(window)), new Float32Array(pixelsOut(window) * window.channels)];
      return how === 'mean'
        ? () => kernels.poolMean(window, input, out)
        : () => kernels.poolMaximum(window, input, out);
    },
  };
}

/** The window's size, its strides where it skips pixels, and how many results it gives across and down. */
function told({ height, width, strideY, strideX, outWidth, outHeight }: Window): string {
  const strides = strideY * strideX === 1 ? '' : ` / ${strideY}x${strideX}`;
  return `${height}x${width}${strides} at ${outWidth}x${outHeight}`;
}

function inputs({ batch, inHeight, inWidth, channels }: Window): number {
  return batch * inHeight * inWidth * channels;
}

function pixelsOut({ batch, outHeight, outWidth }: Window): number {
  return batch * outHeight * outWidth;
}
