// Frames for the native tests: every format, odd sizes, padded rows. A frame's bytes fill their own allocation exactly, so that the
// sanitizer build sees a read past them; outputs lie between canaries, so that every build sees a write past those.

import fc from 'fast-check';
import { pixelFormats } from '../../firmware/domain/frame.ts';
import { bytesPerImage, bytesPerRow, type Image, type PixelFormat } from '../../native/index.ts';

export const formats: readonly PixelFormat[] = pixelFormats;

export type Content = 'noise' | 'black' | 'white' | 'checks' | 'ramp';

export interface FrameSpec {
  readonly format: PixelFormat;
  readonly width: number;
  readonly height: number;
  readonly paddingBytes: number;
  readonly content: Content;
  readonly seed: number;
}

export function frameSpec(sideMost: number): fc.Arbitrary<FrameSpec> {
  const side = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: sideMost }));
  return fc.record({
    format: fc.constantFrom(...formats),
    width: side,
    height: side,
    paddingBytes: fc.integer({ min: 0, max: 37 }),
    content: fc.constantFrom<Content>('noise', 'noise', 'black', 'white', 'checks', 'ramp'),
    seed: fc.nat(),
  });
}

// A seeded sequence of whole numbers 0..255.
export function noise(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  };
}

export function frameOf(spec: FrameSpec): Image {
  const { format, width, height } = spec;
  const strideBytes = bytesPerRow(format, width) + spec.paddingBytes;
  const data = new Uint8Array(new ArrayBuffer(bytesPerImage(format, width, height, strideBytes)));
  const random = noise(spec.seed);
  for (let i = 0; i < data.length; i++) {
    const x = i % strideBytes;
    const y = Math.floor(i / strideBytes);
    if (spec.content === 'noise') data[i] = random();
    else if (spec.content === 'white') data[i] = 255;
    else if (spec.content === 'checks') data[i] = ((x >> 1) + y) % 2 === 0 ? 0 : 255;
    else if (spec.content === 'ramp') data[i] = (x * 3 + y * 5) % 256;
  }
  return { format, width, height, strideBytes, data };
}

const guardBytes = 64;
const canary = 0xa5;

export interface Guarded {
  readonly bytes: Uint8Array;
  // True while nothing has written around the bytes.
  intact(): boolean;
}

export function guarded(length: number): Guarded {
  const all = new Uint8Array(length + 2 * guardBytes).fill(canary);
  const bytes = all.subarray(guardBytes, guardBytes + length);
  bytes.fill(0);
  return {
    bytes,
    intact: () =>
      all.subarray(0, guardBytes).every((byte) => byte === canary) &&
      all.subarray(guardBytes + length).every((byte) => byte === canary),
  };
}

// The same for floats; a multiple of four bytes lies before them.
export function guardedFloats(length: number): { readonly floats: Float32Array; intact(): boolean } {
  const { bytes, intact } = guarded(length * 4);
  return { floats: new Float32Array(bytes.buffer, bytes.byteOffset, length), intact };
}

// Four corners around a rectangle somewhere near the frame, pushed about; often convex, sometimes not, sometimes outside.
export function quadNear(width: number, height: number): fc.Arbitrary<Float32Array> {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  return fc
    .tuple(unit, unit, unit, unit, fc.array(unit, { minLength: 8, maxLength: 8 }), unit)
    .map(([left, top, wide, high, push, skew]) => {
      const x = (left * 1.4 - 0.2) * width;
      const y = (top * 1.4 - 0.2) * height;
      const w = 2 + wide * width;
      const h = 2 + high * height;
      const corners = [x, y, x + w, y, x + w, y + h, x, y + h];
      return new Float32Array(corners.map((at, i) => at + ((push[i] ?? 0) - 0.5) * skew * (i % 2 === 0 ? w : h)));
    });
}
