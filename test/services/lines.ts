/** Serial lines for tests of the GPS service: what each opening of the line gives, written out beforehand. */
import { Fault } from '../../firmware/domain/fault.ts';
import type { OpenLine, SerialLine } from '../../firmware/ports/serial-line.ts';
import { garbledAt } from './uart.ts';

/** What the service is given unless a test is about it. */
export const gpsDefaults = {
  baudRates: [9600],
  staleAfterMs: 3000,
  silentAfterMs: 4000,
  slowAfterMs: 2500,
  speedMpsMax: 100,
  madeMs: 0,
  reopenMs: 500,
  reopenMsMax: 4000,
} as const;

/** One opening: it fails, or it can be fed until it is dropped. */
export class FedLine implements SerialLine {
  readonly path = '/dev/fed';
  readonly #baudRate: number | undefined;
  readonly #answer: ((written: Uint8Array, line: FedLine) => void) | undefined;
  #failures: number;
  #openings = 0;
  #queue: (Uint8Array | 'drop')[] = [];
  #wake: (() => void) | undefined;

  /**
   * `baudRate`: what is fed goes over the wire at this rate, and is garbled for who reads at another. `answer` is called with
   * what the service writes, at the right rate only.
   */
  constructor(
    options: {
      readonly failures?: number;
      readonly baudRate?: number;
      readonly answer?: (written: Uint8Array, line: FedLine) => void;
    } = {},
  ) {
    this.#failures = options.failures ?? 0;
    this.#baudRate = options.baudRate;
    this.#answer = options.answer;
  }

  /** How often opening it was tried. */
  get openings(): number {
    return this.#openings;
  }

  feed(said: string | Uint8Array): void {
    this.#queue.push(typeof said === 'string' ? Buffer.from(said, 'latin1') : said);
    this.#wake?.();
  }

  drop(): void {
    this.#queue.push('drop');
    this.#wake?.();
  }

  async open(baudRate: number): Promise<OpenLine> {
    this.#openings++;
    if (this.#failures > 0) {
      this.#failures--;
      throw new Fault('gps.missing', `${this.path} can not be opened.`);
    }
    const rate = this.#baudRate ?? baudRate;
    const take = () => this.#queue.shift();
    const told = (wake: () => void) => {
      this.#wake = wake;
    };
    return {
      bytes: async function* (signal) {
        const wake = Promise.withResolvers<void>();
        signal.addEventListener('abort', () => wake.resolve());
        while (!signal.aborted) {
          const next = take();
          if (next === 'drop') throw new Fault('gps.missing', 'it vanished.');
          if (next === undefined) {
            await Promise.race([wake.promise, new Promise<void>((resolve) => told(resolve))]);
            continue;
          }
          const heard = garbledAt(next, { sent: rate, read: baudRate });
          if (heard.length > 0) yield heard;
        }
      },
      write: (bytes) => {
        if (rate === baudRate) this.#answer?.(bytes, this);
      },
      async [Symbol.asyncDispose]() {},
    };
  }
}
