/**
 * What a piece of work moves and computes, told from its shape alone: the least that any implementation must do, so that a time can be
 * held against the machine's own limits. Bytes: every value that is read or written counts once, however often a cache gives it again.
 * Multiply-adds: one for each weight that a window lays on a value, those over the picture's edge included, as papers and the models'
 * cards count them. Comparisons, plain sums and roundings are not counted.
 */
import { bytesPerImage, type PixelFormat, type Window } from '../../native/index.ts';

export interface Work {
  readonly bytes: number;
  readonly macs: number;
}

export const bytesPerFloat = 4;

/** A convolution over all its input channels, with one bias a channel; `plus` where another tensor is added to its sums. */
export function convolutionWork(window: Window, channels: number, { plus = false } = {}): Work {
  const taps = window.height * window.width * window.channels;
  const results = pixelsOut(window) * channels;
  const floats = inputs(window) + (taps + 1) * channels + (plus ? 2 : 1) * results;
  return { bytes: bytesPerFloat * floats, macs: results * taps };
}

/** A convolution of each channel for itself (depthwise), with one bias a channel. */
export function channelsWork(window: Window): Work {
  const taps = window.height * window.width;
  const results = pixelsOut(window) * window.channels;
  return { bytes: bytesPerFloat * (inputs(window) + (taps + 1) * window.channels + results), macs: results * taps };
}

export function poolingWork(window: Window): Work {
  return movingWork(bytesPerFloat * (inputs(window) + pixelsOut(window) * window.channels));
}

/** Work that only moves: bytes in, bytes out. */
export function movingWork(...bytes: readonly number[]): Work {
  return { bytes: sum(bytes), macs: 0 };
}

/** The part of an image that tells its brightness: of planes of colour nothing is read. */
export function brightnessBytes(format: PixelFormat, width: number, height: number): number {
  const inPlanes = format === 'nv12' || format === 'yuv420p';
  return inPlanes ? width * height : bytesPerImage(format, width, height);
}

/** Things done one after the other. */
export function together(...parts: readonly Work[]): Work {
  return { bytes: sum(parts.map(({ bytes }) => bytes)), macs: sum(parts.map(({ macs }) => macs)) };
}

/** The mean of several. */
export function averaged(parts: readonly Work[]): Work {
  const { bytes, macs } = together(...parts);
  return { bytes: bytes / parts.length, macs: macs / parts.length };
}

function pixelsOut({ batch, outHeight, outWidth }: Window): number {
  return batch * outHeight * outWidth;
}

function inputs({ batch, inHeight, inWidth, channels }: Window): number {
  return batch * inHeight * inWidth * channels;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
