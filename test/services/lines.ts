/** Serial lines for tests of the GPS service: what each opening of the line gives, written out beforehand. */
import { Fault } from '../../firmware/domain/fault.ts';
import type { SerialLine } from '../../firmware/ports/serial-line.ts';

/** One opening: it fails, or it can be fed until it is dropped. */
export class FedLine implements SerialLine {
  readonly path = '/dev/fed';
  #failures: number;
  #openings = 0;
  #queue: (string | 'drop')[] = [];
  #wake: (() => void) | undefined;

  constructor({ failures = 0 }: { readonly failures?: number } = {}) {
    this.#failures = failures;
  }

  /** How often opening it was tried. */
  get openings(): number {
    return this.#openings;
  }

  feed(text: string): void {
    this.#queue.push(text);
    this.#wake?.();
  }

  drop(): void {
    this.feed('drop');
  }

  async *bytes(signal: AbortSignal, opened?: () => void): AsyncGenerator<Uint8Array> {
    this.#openings++;
    if (this.#failures > 0) {
      this.#failures--;
      throw new Fault('gps.missing', `${this.path} can not be opened.`);
    }
    const wake = () => this.#wake?.();
    signal.addEventListener('abort', wake);
    opened?.();
    while (!signal.aborted) {
      const next = this.#queue.shift();
      if (next === 'drop') throw new Fault('gps.missing', `${this.path} vanished.`);
      if (next !== undefined) yield Buffer.from(next, 'latin1');
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}
