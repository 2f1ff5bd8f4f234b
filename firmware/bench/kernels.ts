/** The kernels of the engine, each on noise of the size that a camera gives. */
import { bytesPerImage, bytesPerRow } from '../../native/index.ts';
import { nativeEngine } from '../devices/native-engine.ts';
import type { PixelFormat } from '../domain/frame.ts';
import { detectorInput } from '../pipeline/prepare.ts';
import { readerInput } from '../pipeline/read.ts';
import type { Stopwatch } from './stopwatch.ts';

export async function timeKernels(stopwatch: Stopwatch): Promise<void> {
  const engine = nativeEngine();
  const { width, height } = detectorInput;
  const tensor = new Float32Array(width * height);
  const written = 4 * tensor.length;
  for (const [format, w, h] of [
    ['grey', 1280, 720],
    ['nv12', 1920, 1080],
    ['rgb', 1280, 720],
  ] as const) {
    const images = inTurn(noise(format, w, h));
    // NV12's colour planes are not read.
    const bytesRead = format === 'nv12' ? w * h : images().data.length;
    await stopwatch.time({
      name: `letterbox ${w}x${h} ${format}`,
      kind: 'kernel',
      bytes: bytesRead + written,
      run: () => engine.letterbox(images(), detectorInput, tensor),
    });
  }
  const frame = noise('nv12', 1920, 1080);
  const frames = inTurn(frame);
  const luma = new Uint8Array(1920 * 1080);
  await stopwatch.time({
    name: 'luma 1920x1080 nv12',
    kind: 'kernel',
    bytes: 2 * luma.length,
    run: () => engine.lumaOf(frames(), luma),
  });
  await stopwatch.time({
    name: 'luma statistics 1920x1080',
    kind: 'kernel',
    bytes: luma.length,
    run: () => engine.lumaStatistics(frames()),
  });
  const quad = Float32Array.of(800, 500, 930, 510, 928, 560, 798, 548);
  const crop = new Float32Array(readerInput.width * readerInput.height);
  await stopwatch.time({
    name: 'rectify one plate of 130 pixels',
    kind: 'kernel',
    run: () => engine.rectify(frame, quad, { ...readerInput, marginX: 0.09, marginY: 0.09 }, crop),
  });
}

/** Copies of an image, one after the other, so that a frame is not in the cache from the last time, as none from a camera is. */
function inTurn<I extends { readonly data: Uint8Array }>(image: I): () => I {
  const copies = Array.from({ length: 32 }, () => ({ ...image, data: image.data.slice() }));
  let next = 0;
  return () => copies[next++ % copies.length]!;
}

function noise(format: PixelFormat, width: number, height: number) {
  const data = new Uint8Array(bytesPerImage(format, width, height));
  let state = 1;
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[i] = state >>> 24;
  }
  return { format, width, height, strideBytes: bytesPerRow(format, width), data };
}
