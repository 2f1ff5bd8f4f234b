/**
 * The lamps: the status lamp is lit while all is well, blinks while something is wrong, and is dark when the unit is; the alert lamp
 * blinks fast for a while after a hit. A lamp that can not be driven changes nothing else.
 */
import { faultOf } from '../domain/fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Gpio, OutputLine } from '../ports/gpio.ts';

export interface LampTools {
  readonly gpio: Gpio;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly lines: { readonly status: boolean; readonly alert: boolean };
  /** Whether anything is wrong now. */
  readonly troubled: () => boolean;
  /** When the last hit was, monotonic; undefined: none yet. */
  readonly hitAt: () => number | undefined;
}

const TICK_MS = 250;
const STATUS_HALF_MS = 1000;
const ALERT_FOR_MS = 10_000;

/** Runs until the signal aborts; both lamps are dark then. */
export async function lightLamps({ gpio, clock, signal, lines, troubled, hitAt }: LampTools): Promise<void> {
  const status = new Lamp(gpio, lines.status ? 'status-lamp' : undefined);
  const alert = new Lamp(gpio, lines.alert ? 'alert-lamp' : undefined);
  for (let tick = 0; !signal.aborted; tick++) {
    const now = clock.monotonic();
    const hit = hitAt();
    status.set(!troubled() || Math.floor((tick * TICK_MS) / STATUS_HALF_MS) % 2 === 0);
    alert.set(hit !== undefined && now - hit < ALERT_FOR_MS && tick % 2 === 0);
    await clock.sleep(TICK_MS, signal).catch(() => undefined);
  }
  status.close();
  alert.close();
}

class Lamp {
  readonly #gpio: Gpio;
  readonly #name: string | undefined;
  #line: OutputLine | undefined;
  #lit: boolean | undefined;

  constructor(gpio: Gpio, name: string | undefined) {
    this.#gpio = gpio;
    this.#name = name;
  }

  set(lit: boolean): void {
    if (this.#name === undefined || lit === this.#lit) return;
    try {
      this.#line ??= this.#gpio.output(this.#name);
      this.#line.set(lit);
      this.#lit = lit;
    } catch (error) {
      if (faultOf(error) === undefined) throw error;
      this.#line = undefined;
      this.#lit = undefined;
    }
  }

  close(): void {
    this.#line?.close();
    this.#line = undefined;
  }
}
