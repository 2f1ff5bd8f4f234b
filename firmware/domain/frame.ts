/**
 * A frame: one exposure of one camera, as raw pixels in a slot of the frame pool. What travels is the lease on the
 * slot, never the pixels; whoever receives a frame releases its lease or passes it on.
 */
import type { Fix } from './fix.ts';
import type { MonotonicMs, WallInstant } from './instant.ts';

/** Memory layouts that cameras deliver. Ten-bit Bayer is unpacked: little-endian 16-bit words. */
export const pixelFormats = [
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
] as const;
export type PixelFormat = (typeof pixelFormats)[number];

/** The right to use one slot of the frame pool until it is released. Plain data: it may cross threads. */
export interface Lease {
  readonly slot: number;
  readonly generation: number;
}

export interface Geometry {
  readonly format: PixelFormat;
  readonly width: number;
  readonly height: number;
  readonly strideBytes: number;
}

/** How the frame was lit and exposed; absent fields are unknown, not zero. */
export interface Exposure {
  readonly shutterUs?: number;
  readonly gain?: number;
  /** How long the IR strobe lit this exposure; 0 = not at all. */
  readonly strobeUs?: number;
  readonly illuminatorOn?: boolean;
}

export interface Frame {
  readonly camera: string;
  /** Counts the camera's exposures from 0 in a boot; gaps are lost frames. */
  readonly sequence: number;
  readonly geometry: Geometry;
  readonly lease: Lease;
  readonly wall: WallInstant;
  readonly monotonic: MonotonicMs;
  readonly exposure: Exposure;
  /** Where the pixels came from, for photographs: the file's path as the caller gave it. */
  readonly source?: string;
}

/** A frame with the unit's place at the moment of the exposure: what `capture` hands on. */
export interface PlacedFrame extends Frame {
  readonly fix: Fix;
}
