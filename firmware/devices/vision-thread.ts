/**
 * The vision thread seen from the main thread: frames in, readings out, in order. Two frames or more are under way at
 * once, so that the next is there when one is read. The thread's death is a fault, never a silent wait.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FramePool } from '../../native/index.ts';
import { Fault } from '../domain/fault.ts';
import type { Lease } from '../domain/frame.ts';
import type { FrameReadings } from '../domain/reading.ts';
import type { TallySnapshot } from '../domain/tally.ts';
import type { Vision, VisionOptions } from '../ports/vision.ts';
import type { FromVision, ToVision, VisionResult, VisionSetup } from './vision-wire.ts';
import { fromWire } from './vision-wire.ts';

const UNDER_WAY_LEAST = 2;

export interface VisionThread extends Vision, AsyncDisposable {
  /** Frames that the thread has looked at, and those that it has and has not; by what it said itself, whoever waits for it. */
  progress(): { readonly looked: number; readonly underWay: number };
}

/** Starts the thread and waits until the models answer; `threads` of 0 is two where the machine has more than one core. Throws the thread's fault when it can not start. */
export async function openVisionThread(pool: FramePool, options: VisionOptions): Promise<VisionThread> {
  const threads = options.threads === 0 ? Math.min(2, availableParallelism()) : options.threads;
  const most = Math.max(UNDER_WAY_LEAST, threads);
  const setup: VisionSetup = { ...options, threads, pool: pool.handle };
  const worker = new Worker(new URL('../vision-worker.ts', import.meta.url), { workerData: setup, name: 'vision' });
  const inbox = new Inbox();
  let [sent, looked] = [0, 0];
  worker.on('message', (message: FromVision) => {
    if (message.kind === 'result') looked++;
    inbox.put(message);
  });
  worker.on('error', (cause) => inbox.fail(new Fault('vision.ended', 'It threw.', cause)));
  worker.on('exit', (status) => inbox.fail(new Fault('vision.ended', `Exit status ${status}.`)));
  const first = await inbox.take();
  if (first.kind !== 'ready') throw new Error(`the vision thread began with ${first.kind}`);
  let tallies: readonly TallySnapshot[] = [];

  const post = (message: ToVision) => worker.postMessage(message);
  const result = async (): Promise<FrameReadings> => {
    const message = (await inbox.take()) as VisionResult;
    tallies = message.tallies;
    return fromWire(message.readings);
  };

  return {
    backend: first.backend,
    tallies: () => tallies,
    progress: () => ({ looked, underWay: sent - looked }),
    async *look(frames) {
      const underWay: Lease[] = [];
      const next = async () => {
        const readings = await result();
        underWay.shift();
        return readings;
      };
      try {
        for await (const frame of frames) {
          underWay.push(frame.lease);
          post({ kind: 'frame', frame });
          sent++;
          if (underWay.length === most) yield await next();
        }
        while (underWay.length > 0) yield await next();
      } finally {
        // Nobody gets these: the consumer has left, the source has failed, or the thread has, which then looks at nothing more.
        for (const lease of underWay) {
          await result().catch(() => {});
          pool.release(lease);
        }
      }
    },
    async [Symbol.asyncDispose]() {
      inbox.close();
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      post({ kind: 'end' });
      await ended;
    },
  };
}

/** Messages in order; a failure reaches whoever waits, now and later. */
class Inbox {
  readonly #messages: FromVision[] = [];
  #waiting: { resolve: (message: FromVision) => void; reject: (fault: Fault) => void } | undefined;
  #failure: Fault | undefined;
  #closed = false;

  put(message: FromVision): void {
    if (message.kind === 'fault') this.fail(new Fault(message.code, message.detail));
    else if (this.#waiting === undefined) this.#messages.push(message);
    else {
      this.#waiting.resolve(message);
      this.#waiting = undefined;
    }
  }

  fail(fault: Fault): void {
    if (this.#closed || this.#failure !== undefined) return;
    this.#failure = fault;
    this.#waiting?.reject(fault);
    this.#waiting = undefined;
  }

  close(): void {
    this.#closed = true;
  }

  take(): Promise<FromVision> {
    const message = this.#messages.shift();
    if (message !== undefined) return Promise.resolve(message);
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }
}
