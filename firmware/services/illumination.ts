/**
 * The illuminator: off by day, on at dusk and by night, as bright as the hour asks; and what a camera's sight suffers from. It looks at
 * a frame a second of each kind of exposure and drives the enable line and the level each time, so that a chip which went and came back
 * shines again. A line or a level that can not be driven is a fault and is tried again with the next look.
 */
import { type Fault, faultOf } from '../domain/fault.ts';
import type { Frame } from '../domain/frame.ts';
import type { Engine } from '../ports/engine.ts';
import type { FramePool } from '../ports/frame-pool.ts';
import type { Gpio, OutputLine } from '../ports/gpio.ts';
import type { Pwm } from '../ports/pwm.ts';
import { Daylight, type Light, type Sight } from './daylight.ts';

export const ILLUMINATOR_LINE = 'illuminator-enable';

export interface IlluminationOptions {
  readonly settleMs: number;
  /** Share of full brightness, 0 to 1. */
  readonly dusk: number;
  readonly night: number;
}

export interface IlluminationTools extends IlluminationOptions {
  readonly engine: Engine;
  readonly pool: FramePool;
  /** Undefined: the board has no enable line. */
  readonly gpio: Gpio | undefined;
  readonly pwm: Pwm | undefined;
  /** The sun's height, degrees; undefined where place or time is not known. */
  readonly elevation: () => number | undefined;
  readonly onSight: (sight: Sight) => void;
  readonly onFault: (fault: Fault | undefined) => void;
}

const LOOK_EVERY_MS = 1000;
/** Every so many rows and columns of the frame. */
const SPARSE = 8;

export class Illumination {
  readonly #tools: IlluminationTools;
  readonly #daylight: Daylight;
  readonly #lookedAt = new Map<boolean, number>();
  #line: OutputLine | undefined;
  #driven: Light | undefined;

  constructor(tools: IlluminationTools) {
    this.#tools = tools;
    this.#daylight = new Daylight(tools);
  }

  get light(): Light {
    return this.#daylight.light;
  }

  /** Looks at the frame, if it is time to; its lease is the caller's. */
  look(frame: Frame): void {
    const { engine, pool, elevation, onSight } = this.#tools;
    const { strobeUs = 0, illuminatorOn = false } = frame.exposure;
    const lit = strobeUs > 0 || illuminatorOn || (this.#line !== undefined && this.#driven !== 'day');
    if (frame.monotonic - (this.#lookedAt.get(lit) ?? Number.NEGATIVE_INFINITY) < LOOK_EVERY_MS) return;
    this.#lookedAt.set(lit, frame.monotonic);
    const { mean, deviation, saturatedShare, steps } = engine.lumaStatistics(
      { ...frame.geometry, data: pool.bytesOf(frame.lease) },
      SPARSE,
    );
    this.#daylight.look({ mean, deviation, saturatedShare, steps, lit }, elevation(), frame.monotonic);
    onSight(this.#daylight.sight);
    this.#drive(this.#daylight.light);
  }

  /** Dark, and the line given back. */
  [Symbol.dispose](): void {
    this.#line?.close();
    attempted(() => this.#tools.pwm?.close());
  }

  #drive(light: Light): void {
    const { gpio, pwm, onFault } = this.#tools;
    this.#driven = light;
    const level = attempted(() => pwm?.set(light === 'day' ? 0 : this.#tools[light]));
    const line = attempted(() => {
      this.#line ??= gpio?.output(ILLUMINATOR_LINE);
      this.#line?.set(light !== 'day');
    });
    if (line !== undefined) {
      this.#line?.close();
      this.#line = undefined;
    }
    onFault(line ?? level);
  }
}

/** The fault that came of it. */
function attempted(act: () => void): Fault | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return fault;
  }
}

/** The fault that a camera's sight is, for health. */
export function faultOfSight(sight: Sight): Fault['code'] | undefined {
  return sight === 'clear' ? undefined : (`camera.${sight}` as const);
}
