/**
 * Which of a V4L2 camera's formats is taken: the cheapest that it has at the wanted size, or the first of those that the
 * configuration asks for. A camera that lacks the size is refused with what it offers instead: a picture of another shape
 * would move every plate.
 */
import type { CameraOffer } from '../../native/index.ts';
import { Fault } from '../domain/fault.ts';
import type { PixelFormat } from '../domain/frame.ts';

/** By what a frame costs (test/measure/camera-formats.ts): where luma lies ready by bytes to carry; then what is weighed or demosaiced. */
export const cheapestFirst: readonly PixelFormat[] = [
  'grey',
  'nv12',
  'yuv420p',
  'yuyv',
  'rgb',
  'bayer-rggb8',
  'bayer-bggr8',
  'bayer-grbg8',
  'bayer-gbrg8',
  'bayer-rggb10',
  'bayer-bggr10',
  'bayer-grbg10',
  'bayer-gbrg10',
];

/** @param configured in order of preference; empty: whatever is cheapest. */
export function formatsToAsk(configured: readonly PixelFormat[]): readonly PixelFormat[] {
  return configured.length === 0 ? cheapestFirst : configured;
}

export interface WantedMode {
  /** In order of preference. */
  readonly formats: readonly PixelFormat[];
  readonly width: number;
  readonly height: number;
}

/** Throws Fault `camera.unsuitable` that lists what the camera offers. */
export function chosenFormat(offers: readonly CameraOffer[], { formats, width, height }: WantedMode): PixelFormat {
  const fitting = offers.filter((offer) => offer.width === width && offer.height === height);
  const chosen = formats.find((format) => fitting.some((offer) => offer.format === format));
  if (chosen !== undefined) return chosen;
  const offered = new Set(offers.map((offer) => `${offer.format ?? offer.code} ${offer.width}x${offer.height}`));
  throw new Fault(
    'camera.unsuitable',
    `${width}x${height} as ${formats.join(' or ')} is not among its ${[...offered].join(', ') || 'formats: it has none'}.`,
  );
}
