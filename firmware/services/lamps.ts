/**
 * Lamps and buzzer: the status lamp is lit while all is well, blinks while something is wrong, and is dark when the unit is; the
 * alert lamp blinks fast and the buzzer sounds for a while after an alert, until somebody has seen it. How the buzzer sounds and
 * for how long tells the most urgent alert's priority. A line that can not be driven
 * is a fault, and is tried again with the next tick.
 */
import type { AlertCall } from '../domain/alert.ts';
import { type AlertPriority, alertPriorities } from '../domain/alert-class.ts';
import { type Fault, faultOf } from '../domain/fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Gpio, OutputLine } from '../ports/gpio.ts';

export interface LampTools {
  readonly gpio: Gpio;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Which of them the board has. */
  readonly lines: { readonly status: boolean; readonly alert: boolean; readonly buzzer: boolean };
  /** Whether anything is wrong now. */
  readonly troubled: () => boolean;
  /** The alerts that nobody has seen. */
  readonly calls: () => readonly AlertCall[];
  readonly onFault: (source: `line ${LampLine}`, fault: Fault | undefined) => void;
}

type LampLine = 'status-lamp' | 'alert-lamp' | 'alert-buzzer';

const TICK_MS = 250;
const STATUS_HALF_MS = 1000;

/** The buzzer tick by tick, again and again, and for how long lamp and buzzer call. */
const patterns: Readonly<Record<AlertPriority, { readonly sound: string; readonly forMs: number }>> = {
  high: { sound: '#.', forMs: 30_000 },
  medium: { sound: '##....', forMs: 10_000 },
  low: { sound: '#...........', forMs: 5000 },
};

/** Runs until the signal aborts; all are off then. */
export async function lightLamps({ gpio, clock, signal, lines, troubled, calls, onFault }: LampTools): Promise<void> {
  const status = new Line(gpio, lines.status ? 'status-lamp' : undefined, onFault);
  const alert = new Line(gpio, lines.alert ? 'alert-lamp' : undefined, onFault);
  const buzzer = new Line(gpio, lines.buzzer ? 'alert-buzzer' : undefined, onFault);
  for (let tick = 0; !signal.aborted; tick++) {
    const now = clock.monotonic();
    const calling = calls().filter(({ priority, since }) => now - since < patterns[priority].forMs);
    status.set(!troubled() || Math.floor((tick * TICK_MS) / STATUS_HALF_MS) % 2 === 0);
    alert.set(calling.length > 0 && tick % 2 === 0);
    buzzer.set(sounds(calling, now));
    await clock.sleep(TICK_MS, signal).catch(() => undefined);
  }
  for (const each of [status, alert, buzzer]) each.close();
}

/** Whether the most urgent of them that may be heard sounds now. */
function sounds(calling: readonly AlertCall[], now: number): boolean {
  const audible = calling.filter((each) => each.audible);
  const urgent = alertPriorities.find((priority) => audible.some((each) => each.priority === priority));
  const since = audible.findLast(({ priority }) => priority === urgent)?.since;
  if (urgent === undefined || since === undefined) return false;
  const { sound } = patterns[urgent];
  return sound[Math.floor((now - since) / TICK_MS) % sound.length] === '#';
}

/** Driven at every tick, changed or not: so a chip that has vanished is noticed, and one that has returned is lit. */
class Line {
  readonly #gpio: Gpio;
  readonly #name: LampLine | undefined;
  readonly #onFault: LampTools['onFault'];
  #line: OutputLine | undefined;

  constructor(gpio: Gpio, name: LampLine | undefined, onFault: LampTools['onFault']) {
    this.#gpio = gpio;
    this.#name = name;
    this.#onFault = onFault;
  }

  set(active: boolean): void {
    if (this.#name === undefined) return;
    try {
      this.#line ??= this.#gpio.output(this.#name);
      this.#line.set(active);
      this.#onFault(`line ${this.#name}`, undefined);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      this.#line?.close();
      this.#line = undefined;
      this.#onFault(`line ${this.#name}`, fault);
    }
  }

  close(): void {
    this.#line?.close();
    this.#line = undefined;
  }
}
