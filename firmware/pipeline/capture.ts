/**
 * Stage `capture`: the camera's frames in, at the vision's pace out. A camera can not wait, so here stands the one
 * bounded queue of the flow: it drops the oldest frame (`overrun`) and counts the frames that the camera itself lost
 * (`lost`: gaps in its sequence). A source that can wait (photographs, a simulated street that stands still) is pulled
 * straight through. When the source fails the supervisor backs off and opens it again.
 */
import { type Fault, faultOf } from '../domain/fault.ts';
import type { Fix } from '../domain/fix.ts';
import type { Frame, PlacedFrame } from '../domain/frame.ts';
import type { CameraCondition } from '../domain/health.ts';
import type { WallInstant } from '../domain/instant.ts';
import type { Tally } from '../domain/tally.ts';
import type { Camera } from '../ports/camera.ts';
import type { Clock } from '../ports/clock.ts';
import type { FramePool } from '../ports/frame-pool.ts';
import type { Log } from '../ports/log.ts';

export interface CaptureTools {
  readonly pool: FramePool;
  readonly tally: Tally;
  readonly clock: Clock;
  readonly log: Log;
  /** Frames that may wait; 0 pulls straight through. */
  readonly queueFrames: number;
  readonly reopenMs: number;
  readonly signal: AbortSignal;
  /** Where the unit is now. */
  readonly fix: () => Fix;
  /** The best time the unit knows for a frame that its camera stamped. */
  readonly time: (frame: Frame) => WallInstant;
  /** Shown each frame as it comes from the camera, before it waits; its lease is the flow's. */
  readonly arrived?: (frame: Frame) => void;
  /** Shown each frame that goes on; its lease is the flow's. */
  readonly seen?: (frame: PlacedFrame) => void;
  /** Told of each change of the camera's condition, with the fault while it has one. */
  readonly condition?: (condition: CameraCondition, fault?: Fault) => void;
}

export async function* capture(camera: Camera, tools: CaptureTools): AsyncIterable<PlacedFrame> {
  const { tally } = tools;
  const source = placed(supervised(camera, tools), tools);
  for await (const frame of tools.queueFrames === 0 ? counted(source, tally) : queued(source, tools)) {
    tally.out();
    tools.seen?.(frame);
    yield frame;
  }
}

async function* placed(source: AsyncIterable<Frame>, { fix, time }: CaptureTools): AsyncIterable<PlacedFrame> {
  for await (const frame of source) yield { ...frame, wall: time(frame), fix: fix() };
}

/** The camera's frames across its failures. Ends when the camera ends of itself or the signal aborts. */
async function* supervised(camera: Camera, tools: CaptureTools): AsyncIterable<Frame> {
  const { clock, log, reopenMs, signal } = tools;
  let condition: CameraCondition = 'opening';
  const become = (next: CameraCondition, fault?: Fault) => {
    if (next === condition) return;
    if (fault !== undefined)
      log.event('error', fault.code, { camera: camera.name, detail: fault.detail, remedy: fault.remedy });
    else if (condition === 'failed') log.event('info', 'camera.back', { camera: camera.name });
    condition = next;
    tools.condition?.(next, fault);
  };
  while (!signal.aborted) {
    try {
      for await (const frame of camera.frames(signal)) {
        become('delivering');
        tools.arrived?.(frame);
        yield frame;
      }
      become('ended');
      return;
    } catch (error) {
      if (signal.aborted) return;
      const fault = faultOf(error);
      if (fault === undefined || !fault.passes) throw error;
      become('failed', fault);
    }
    await clock.sleep(reopenMs, signal).catch(() => undefined);
  }
}

async function* counted(source: AsyncIterable<PlacedFrame>, tally: Tally): AsyncIterable<PlacedFrame> {
  let due: number | undefined;
  for await (const frame of source) {
    const { sequence } = frame;
    tally.inNumbered({ sequence, due });
    due = sequence + 1;
    yield frame;
  }
}

async function* queued(
  source: AsyncIterable<PlacedFrame>,
  { pool, tally, queueFrames }: CaptureTools,
): AsyncIterable<PlacedFrame> {
  const waiting: PlacedFrame[] = [];
  let wake = () => {};
  let ended = false;
  let left = false;
  let failure: unknown;
  const fill = (async () => {
    for await (const frame of counted(source, tally)) {
      if (left) {
        pool.release(frame.lease);
        tally.drop('stopped');
        return;
      }
      waiting.push(frame);
      if (waiting.length > queueFrames) {
        pool.release(waiting.shift()!.lease);
        tally.drop('overrun');
      }
      wake();
    }
  })()
    .catch((error) => {
      failure = error;
    })
    .finally(() => {
      ended = true;
      wake();
    });
  try {
    for (;;) {
      const frame = waiting.shift();
      if (frame !== undefined) yield frame;
      else if (ended) break;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    await fill;
    if (failure !== undefined) throw failure;
  } finally {
    left = true;
    for (const frame of waiting.splice(0)) {
      pool.release(frame.lease);
      tally.drop('stopped');
    }
  }
}
