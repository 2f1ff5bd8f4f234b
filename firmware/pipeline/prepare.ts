/**
 * Stage `prepare`: frame in, the detector's tensor out, with every view of the frame that the search asks for; one crossing into the
 * engine. Drops frames in which nothing has moved (`still`): nothing is laid out of them and nobody looks at them, but they go on, as
 * tracks end by what is not seen and a frame's lease ends with its way.
 */
import type { Search } from '../domain/candidate.ts';
import type { PlacedFrame } from '../domain/frame.ts';
import type { Tally } from '../domain/tally.ts';
import type { Engine, Image, Letterbox, View } from '../ports/engine.ts';
import type { FramePool } from '../ports/frame-pool.ts';
import type { Tensor } from '../ports/inference.ts';
import { viewsOf } from './search.ts';
import type { Stillness } from './stillness.ts';
import { Stint } from './stint.ts';

/** The detector's input as its training made it: (luma - 114) / 64, 114 outside the picture. */
export const detectorInput = { width: 640, height: 384, mean: 114, deviation: 64, pad: 114 } as const;

/** What the detector is shown of a frame; the tensor is overwritten by the next frame. */
export interface Shown {
  /** [views, 384, 640, 1] */
  readonly tensor: Tensor;
  /** The whole frame first, and where each lies. */
  readonly views: readonly View[];
  readonly letterboxes: readonly Letterbox[];
}

export interface PreparedFrame {
  readonly frame: PlacedFrame;
  /** Views the pool; valid while the frame's lease is held. */
  readonly image: Image;
  /** Undefined where the frame is still. */
  readonly shown: Shown | undefined;
  /** CPU milliseconds that the frame has cost so far. */
  readonly spentMs: number;
}

export interface PrepareTools {
  readonly engine: Engine;
  readonly pool: FramePool;
  readonly search: Search;
  /** Undefined: every frame is looked at. */
  readonly stillness: Stillness | undefined;
  /** CPU milliseconds used by this thread. */
  readonly cpuMs: () => number;
  readonly tally: Tally;
}

export async function* prepare(
  source: AsyncIterable<PlacedFrame>,
  { engine, pool, search, stillness, cpuMs, tally }: PrepareTools,
): AsyncIterable<PreparedFrame> {
  let data = new Float32Array(0);
  const shownOf = (frame: PlacedFrame, image: Image): Shown | undefined => {
    const { width, height } = detectorInput;
    const views = viewsOf(image, detectorInput, search);
    const shape = [views.length, height, width, 1];
    if (data.length !== views.length * width * height) data = new Float32Array(views.length * width * height);
    const letterboxes =
      stillness === undefined
        ? engine.letterboxes(image, views, detectorInput, data)
        : engine.letterboxesIfMoved(image, views, { ...detectorInput, still: stillness.of(frame) }, data);
    return letterboxes && { tensor: { shape, data }, views, letterboxes };
  };
  for await (const frame of source) {
    tally.in();
    const stint = new Stint(cpuMs);
    const image = { ...frame.geometry, data: pool.bytesOf(frame.lease) };
    const shown = shownOf(frame, image);
    const spentMs = stint.spentMs();
    tally.spent(spentMs);
    if (shown === undefined) tally.drop('still');
    else tally.out();
    yield { frame, image, shown, spentMs };
  }
}
