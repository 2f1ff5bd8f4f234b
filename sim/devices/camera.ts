/**
 * The simulated camera: exposes the street at its rate and writes each frame into a slot of the pool.
 *
 * Standing time (the default): asking for the next frame moves the world on to its exposure, so nothing is lost however
 * long the asker takes. Real pace: exposures happen at their time; the camera holds the latest one, and those that nobody
 * asked for in time are lost, as is any for which the pool has no slot. Sequences show every loss; the truth counts lost
 * exposures too. Silent for three seconds by a fault, it has stalled, as the real adapters say it; in standing time its exposures
 * then go by unseen until it is asked again.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { Fault } from '../../firmware/domain/fault.ts';
import type { Frame } from '../../firmware/domain/frame.ts';
import { monotonicMs, type WallInstant } from '../../firmware/domain/instant.ts';
import type { Camera } from '../../firmware/ports/camera.ts';
import type { FramePool } from '../../firmware/ports/frame-pool.ts';
import type { Dice } from '../dice.ts';
import { FaultSwitch, type SimulatedFault } from '../faults.ts';
import { Noise } from '../optics/sensor.ts';
import { Scene } from '../scene.ts';
import type { World } from '../world.ts';

/** The street's time, as the camera needs it. */
export interface Pace {
  /** Resolves when the world has come to this time; at real pace it waits, else it moves the world. */
  reach(timeMs: number, signal: AbortSignal): Promise<void>;
  /** Milliseconds since the start. */
  nowMs(): number;
  readonly real: boolean;
  /** Called when frames are first asked for: the street's real time begins. */
  begin(): void;
}

export interface SimCameraOptions {
  readonly name: string;
  readonly world: World;
  readonly pool: FramePool;
  readonly pace: Pace;
  /** The calendar of the unit's machine, by which exposures are stamped. */
  readonly wallAt: (timeMs: number) => WallInstant;
  readonly dice: Dice;
  /** Told of each exposure as it begins, lost ones too, in order. */
  readonly exposed: (exposure: {
    readonly sequence: number;
    readonly timeMs: number;
    readonly durationMs: number;
  }) => void;
}

/** The first exposure comes when the street has run this long, so that clock and GPS are there. */
const firstExposureMs = 100;
const stallMs = 3000;
/** By which a delayed frame comes after its exposure. */
const delayMs = 400;

export class SimCamera implements Camera {
  readonly name: string;
  readonly rateHz: number;
  readonly #options: SimCameraOptions;
  readonly #scene: Scene;
  readonly #noise: Noise;
  readonly #fault = new FaultSwitch('camera', ['off', 'stuck', 'garbage', 'slow', 'delayed', 'intermittent'], {
    wrong: 'a picture of another street is a picture',
  });
  #next = 0;
  #lost = 0;
  #held: Uint8Array | undefined;
  #asked = 0;

  constructor(options: SimCameraOptions) {
    const { camera } = options.world.scenario;
    this.name = options.name;
    this.rateHz = camera.rate_hz;
    this.#options = options;
    this.#scene = new Scene(options.world, options.dice.fork('scene'));
    this.#scene.prepare();
    // At real pace the first frames must not wait for the compiler.
    for (let i = 0; options.pace.real && i < 12; i++) this.#scene.draw(i, this.#timeOf(i));
    const model = { read: camera.read_noise, shot: camera.shot_noise };
    this.#noise = new Noise(camera.width * camera.height, model, options.dice.fork('noise'));
    const bytes = this.#bytesPerFrame;
    if (options.pool.bytesPerSlot < bytes) {
      throw new Fault(
        'frame.too-large',
        `A simulated frame needs ${bytes} bytes, a slot holds ${options.pool.bytesPerSlot}.`,
      );
    }
  }

  /** Back door. */
  set fault(fault: SimulatedFault | undefined) {
    this.#fault.set(fault);
  }

  /** Back door: exposures so far, and those of them that no one received. */
  get exposures(): { readonly count: number; readonly lost: number } {
    return { count: this.#next, lost: this.#lost };
  }

  async *frames(signal: AbortSignal): AsyncGenerator<Frame> {
    const { pace } = this.#options;
    pace.begin();
    this.#asked++;
    let heardMs = pace.nowMs();
    while (!signal.aborted) {
      while (this.#timeOf(this.#next + 1) + this.#delayMs <= pace.nowMs()) this.#lose();
      const sequence = this.#next;
      const timeMs = this.#timeOf(sequence);
      if (!(await reached(pace, timeMs + this.#delayMs, signal))) return;
      if (this.#isDown(sequence)) {
        this.#lose();
        if (pace.nowMs() - heardMs < stallMs) continue;
        if (!pace.real) void this.#passUnseen(signal);
        throw new Fault('camera.stalled', `${this.name} gave no frame for ${stallMs} ms.`);
      }
      heardMs = pace.nowMs();
      const frame = this.#expose(sequence, timeMs);
      if (frame) yield frame;
      else await turn();
    }
  }

  /** The street goes on although nobody asks for frames. */
  async #passUnseen(signal: AbortSignal): Promise<void> {
    const asked = this.#asked;
    const { pace } = this.#options;
    while (await reached(pace, this.#timeOf(this.#next), signal)) {
      if (this.#asked !== asked) return;
      this.#lose();
    }
  }

  get #delayMs(): number {
    return this.#fault.present === 'delayed' ? delayMs : 0;
  }

  #timeOf(sequence: number): number {
    return firstExposureMs + (sequence * 1000) / this.rateHz;
  }

  #lose(): void {
    this.#announce(this.#next, this.#timeOf(this.#next));
    this.#next++;
    this.#lost++;
  }

  #announce(sequence: number, timeMs: number): void {
    const { world, exposed } = this.#options;
    exposed({ sequence, timeMs, durationMs: world.exposureMs(world.lightingOf(sequence)) });
  }

  #expose(sequence: number, timeMs: number): Frame | undefined {
    const { world, pool, wallAt } = this.#options;
    const lease = pool.acquire();
    if (!lease) {
      this.#lose();
      return undefined;
    }
    this.#announce(sequence, timeMs);
    this.#next++;
    const { camera } = world.scenario;
    const lighting = world.lightingOf(sequence);
    const bytes = pool.bytesOf(lease);
    this.#fill(new Uint8ClampedArray(bytes.buffer, bytes.byteOffset, this.#bytesPerFrame), sequence, timeMs);
    return {
      camera: this.name,
      sequence,
      geometry: { format: camera.format, width: camera.width, height: camera.height, strideBytes: camera.width },
      lease,
      wall: wallAt(timeMs),
      monotonic: monotonicMs(timeMs),
      exposure: {
        shutterUs: camera.shutter_us,
        gain: camera.gain,
        strobeUs: lighting.strobeUs,
        illuminatorOn: lighting.strobed,
      },
    };
  }

  /** Whether a fault keeps this exposure from being delivered. */
  #isDown(sequence: number): boolean {
    switch (this.#fault.present) {
      case 'off':
        return true;
      case 'slow':
        return sequence % 4 !== 0;
      case 'intermittent':
        return Math.floor(sequence / this.rateHz) % 2 === 1;
      default:
        return false;
    }
  }

  #fill(out: Uint8ClampedArray, sequence: number, timeMs: number): void {
    const { width, height, format } = this.#options.world.scenario.camera;
    const luma = out.subarray(0, width * height);
    const fault = this.#fault.present;
    if (fault !== 'stuck') this.#held = undefined;
    if (fault === 'garbage') {
      const dice = this.#options.dice.fork(`garbage/${sequence}`);
      for (let i = 0; i < luma.length; i++) luma[i] = dice.word() & 255;
    } else if (fault === 'stuck' && this.#held) {
      luma.set(this.#held);
    } else {
      this.#noise.expose(this.#scene.draw(sequence, timeMs).data, luma);
      if (fault === 'stuck') this.#held = Uint8Array.from(luma);
    }
    if (format === 'nv12') out.fill(128, width * height);
  }

  get #bytesPerFrame(): number {
    const { width, height, format } = this.#options.world.scenario.camera;
    return format === 'nv12' ? width * height + width * Math.ceil(height / 2) : width * height;
  }
}

/** Whether the world has come to a time; false: the signal came first. */
async function reached(pace: Pace, timeMs: number, signal: AbortSignal): Promise<boolean> {
  try {
    await pace.reach(timeMs, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return !signal.aborted;
}
