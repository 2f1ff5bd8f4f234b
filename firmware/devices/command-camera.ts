/**
 * A camera that is any program writing raw frames of a declared size and format to its stdout (`rpicam-vid`, GStreamer,
 * `ffmpeg`). Frames go straight into the pool. A program that can not be started, ends, stalls, or ends within a frame
 * is a fault; the supervisor starts it again. The program is ended when the camera is.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { Fault } from '../domain/fault.ts';
import type { Geometry, Lease } from '../domain/frame.ts';
import type { Camera } from '../ports/camera.ts';
import type { Clock } from '../ports/clock.ts';
import type { FramePool } from '../ports/frame-pool.ts';

export interface CommandOptions {
  readonly name: string;
  /** The program and its arguments; no shell is between. */
  readonly program: readonly string[];
  readonly geometry: Geometry;
  readonly bytesPerFrame: number;
  readonly rateHz: number | undefined;
  /** Longest silence before the program counts as stalled. */
  readonly stallMs: number;
  readonly pool: FramePool;
  readonly clock: Clock;
}

export function commandCamera(options: CommandOptions): Camera {
  const { name, geometry, pool, clock } = options;
  if (options.bytesPerFrame > pool.bytesPerSlot) {
    const { width, height, format } = geometry;
    throw new Fault(
      'frame.too-large',
      `${width}x${height} ${format} needs ${options.bytesPerFrame} bytes, a slot has ${pool.bytesPerSlot}.`,
    );
  }
  let sequence = 0;

  return {
    name,
    rateHz: options.rateHz,
    async *frames(signal) {
      const program = await started(options.program);
      const stop = () => void program.kill();
      signal.addEventListener('abort', stop);
      const assembler = new Assembler(pool, options.bytesPerFrame);
      try {
        for await (const chunk of chunksOf(program, options, signal)) {
          for (const lease of assembler.take(chunk)) {
            const frameSequence = sequence++;
            if (lease === undefined) continue;
            yield {
              camera: name,
              sequence: frameSequence,
              geometry,
              lease,
              wall: clock.wall(),
              monotonic: clock.monotonic(),
              exposure: {},
            };
            if (signal.aborted) return;
          }
        }
        if (signal.aborted) return;
        const status = `${options.program[0]} ended with status ${program.exitCode ?? program.signalCode}.`;
        if (assembler.rest > 0) {
          throw new Fault(
            'camera.ended',
            `${status} It left ${assembler.rest} bytes of a frame of ${options.bytesPerFrame}; check width, height and format.`,
          );
        }
        throw new Fault('camera.ended', status);
      } finally {
        signal.removeEventListener('abort', stop);
        assembler.close();
        program.stdout?.destroy();
        program.kill();
      }
    },
  };
}

async function started(program: readonly string[]): Promise<ChildProcess & { stdout: Readable }> {
  const [file, ...args] = program;
  if (file === undefined) throw new Fault('camera.missing', 'camera.program is empty.');
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) => reject(new Fault('camera.missing', `${file} can not be started.`, cause)));
  });
  return child as ChildProcess & { stdout: Readable };
}

/** The program's output; a silence longer than the limit is a fault. */
async function* chunksOf(
  program: ChildProcess & { stdout: Readable },
  options: CommandOptions,
  signal: AbortSignal,
): AsyncIterable<Uint8Array> {
  const chunks = program.stdout[Symbol.asyncIterator]();
  for (;;) {
    const timer = new AbortController();
    const silence = options.clock.sleep(options.stallMs, timer.signal).then(
      () => 'stalled' as const,
      () => 'cancelled' as const,
    );
    const next = await Promise.race([chunks.next(), silence]);
    timer.abort();
    if (next === 'stalled')
      throw new Fault('camera.stalled', `${options.program[0]} wrote nothing for ${options.stallMs} ms.`);
    if (next === 'cancelled' || next.done === true || signal.aborted) break;
    yield next.value as Uint8Array;
  }
  if (program.exitCode === null && program.signalCode === null && !signal.aborted) {
    await new Promise((resolve) => program.once('exit', resolve));
  }
}

/** Cuts a stream of bytes into frames, each written once, into its slot. A frame that finds no free slot is skipped. */
class Assembler {
  readonly #pool: FramePool;
  readonly #bytesPerFrame: number;
  #lease: Lease | undefined;
  #filled = 0;

  constructor(pool: FramePool, bytesPerFrame: number) {
    this.#pool = pool;
    this.#bytesPerFrame = bytesPerFrame;
  }

  /** Bytes of an unfinished frame. */
  get rest(): number {
    return this.#filled;
  }

  /**
   * The frames that this chunk completes, each assembled when it is asked for, so that one who stops asking holds no
   * slot; undefined stands for a frame that was skipped.
   */
  *take(chunk: Uint8Array): Generator<Lease | undefined> {
    for (let at = 0; at < chunk.length; ) {
      if (this.#filled === 0) this.#lease = this.#pool.acquire();
      const count = Math.min(chunk.length - at, this.#bytesPerFrame - this.#filled);
      if (this.#lease !== undefined) this.#pool.bytesOf(this.#lease).set(chunk.subarray(at, at + count), this.#filled);
      this.#filled += count;
      at += count;
      if (this.#filled < this.#bytesPerFrame) continue;
      const lease = this.#lease;
      this.#lease = undefined;
      this.#filled = 0;
      yield lease;
    }
  }

  close(): void {
    if (this.#lease !== undefined) this.#pool.release(this.#lease);
    this.#lease = undefined;
  }
}
