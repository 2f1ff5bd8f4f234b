/**
 * Stage `prepare`: frame in, detector's tensor out; one crossing into the engine. Drops nothing.
 */
import type { PlacedFrame } from '../domain/frame.ts';
import type { Tally } from '../domain/tally.ts';
import type { Engine, Image, Letterbox } from '../ports/engine.ts';
import type { FramePool } from '../ports/frame-pool.ts';
import type { Tensor } from '../ports/inference.ts';
import { Stint } from './stint.ts';

/** The detector's input as its training made it: (luma - 114) / 64, 114 outside the picture. */
export const detectorInput = { width: 640, height: 384, mean: 114, deviation: 64, pad: 114 } as const;

export interface PreparedFrame {
  readonly frame: PlacedFrame;
  /** Views the pool; valid while the frame's lease is held. */
  readonly image: Image;
  /** [1, 384, 640, 1]; overwritten by the next frame. */
  readonly tensor: Tensor;
  readonly letterbox: Letterbox;
  /** CPU milliseconds that the frame has cost so far. */
  readonly spentMs: number;
}

export interface PrepareTools {
  readonly engine: Engine;
  readonly pool: FramePool;
  /** CPU milliseconds used by this thread. */
  readonly cpuMs: () => number;
  readonly tally: Tally;
}

export async function* prepare(
  source: AsyncIterable<PlacedFrame>,
  { engine, pool, cpuMs, tally }: PrepareTools,
): AsyncIterable<PreparedFrame> {
  const { width, height } = detectorInput;
  const tensor = { shape: [1, height, width, 1], data: new Float32Array(width * height) };
  for await (const frame of source) {
    tally.in();
    const stint = new Stint(cpuMs);
    const image = { ...frame.geometry, data: pool.bytesOf(frame.lease) };
    const letterbox = engine.letterbox(image, detectorInput, tensor.data);
    const spentMs = stint.spentMs();
    tally.spent(spentMs);
    tally.out();
    yield { frame, image, tensor, letterbox, spentMs };
  }
}
