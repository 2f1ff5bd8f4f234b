/**
 * The vision thread: each frame whose lease the main thread sends is looked at, in order, and its readings sent back.
 * Started by devices/vision-thread.ts; ends when told to.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { FramePool, type FramePoolHandle } from '../native/index.ts';
import { nativeEngine } from './devices/native-engine.ts';
import type { FromVision, ToVision, VisionSetup } from './devices/vision-wire.ts';
import { toWire } from './devices/vision-wire.ts';
import { Fault, faultOf } from './domain/fault.ts';
import type { PlacedFrame } from './domain/frame.ts';
import { openVision } from './vision.ts';

const port = parentPort!;
const post = (message: FromVision) => port.postMessage(message);

main(workerData as VisionSetup).then(
  () => port.close(),
  (error: unknown) => {
    const fault =
      faultOf(error) ?? new Fault('vision.ended', error instanceof Error ? `${error.stack}` : String(error));
    post({ kind: 'fault', code: fault.code, detail: fault.detail });
    port.close();
  },
);

async function main({ pool, ...options }: VisionSetup): Promise<void> {
  const vision = await openVision({
    ...options,
    pool: FramePool.attach(pool as FramePoolHandle),
    engine: nativeEngine(),
  });
  const frames = framesFrom(() => post({ kind: 'ready', backend: vision.backend }));
  for await (const seen of vision.look(frames)) {
    post({ kind: 'result', readings: toWire(seen), tallies: vision.tallies() });
  }
}

/** Frames as they arrive, until the main thread says `end`. */
async function* framesFrom(listening: () => void): AsyncIterable<PlacedFrame> {
  const waiting: ToVision[] = [];
  let wake = () => {};
  port.on('message', (message: ToVision) => {
    waiting.push(message);
    wake();
  });
  listening();
  for (;;) {
    const message = waiting.shift();
    if (message?.kind === 'frame') yield message.frame;
    else if (message?.kind === 'end') return;
    else await new Promise<void>((resolve) => (wake = resolve));
  }
}
