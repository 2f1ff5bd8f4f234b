/**
 * The GPS service: a serial line in, the present fix out.
 *
 * Promises: `fix()` never claims more than the receiver said; faults `gps.missing` and `gps.silent` are logged when they
 * begin and end, never in between; a line that fails is opened again after a pause that doubles up to its limit. A
 * unit that stands still has a surveyed place, which is used instead, under its own name; the receiver's time stays.
 */
import { Fault, type FaultCode, faultOf, faultTable } from '../../domain/fault.ts';
import { type Fix, noFix, type Position } from '../../domain/fix.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { SerialLine } from '../../ports/serial-line.ts';
import { parseSentence, SentenceCutter } from './nmea.ts';
import { fixOf, heard, type ReceiverState, receiverStart } from './receiver.ts';

export interface GpsOptions {
  readonly line: SerialLine;
  readonly clock: Clock;
  readonly log: Log;
  readonly staleAfterMs: number;
  readonly silentAfterMs: number;
  /** First pause before a failed line is opened again, and the longest. */
  readonly reopenMs: number;
  readonly reopenMsMax: number;
  readonly surveyed?: Position | undefined;
}

/** What came over the line since the service began. */
export interface GpsCounts {
  readonly bytes: number;
  readonly sentences: number;
  /** Cut sentences whose checksum or form was wrong. */
  readonly damaged: number;
}

type Trouble = 'gps.missing' | 'gps.silent';

export class Gps {
  readonly #options: GpsOptions;
  #state: ReceiverState = receiverStart;
  #trouble: Trouble | undefined;
  #bytes = 0;
  #sentences = 0;
  #damaged = 0;
  #heardAt: number;
  readonly #opened = Promise.withResolvers<void>();
  readonly #waiting: { readonly bytes: number; resolve(): void }[] = [];

  constructor(options: GpsOptions) {
    this.#options = options;
    this.#heardAt = options.clock.monotonic();
  }

  /** What records carry: the surveyed place of a fixed unit, else what the receiver says. */
  fix(): Fix {
    const received = this.received();
    const { surveyed } = this.#options;
    if (!surveyed) return received;
    const { receiverTime, monotonic } = received;
    if (receiverTime === undefined || monotonic === undefined || received.quality === 'stale')
      return { quality: 'surveyed', position: surveyed };
    return { quality: 'surveyed', position: surveyed, receiverTime, monotonic };
  }

  /** The receiver's own fix. */
  received(): Fix {
    return this.#trouble === 'gps.missing' && this.#state === receiverStart
      ? noFix
      : fixOf(this.#state, this.#options.clock.monotonic(), this.#options.staleAfterMs);
  }

  /** What is wrong with the line at present. */
  get trouble(): FaultCode | undefined {
    return this.#trouble;
  }

  get counts(): GpsCounts {
    return { bytes: this.#bytes, sentences: this.#sentences, damaged: this.#damaged };
  }

  /** Resolves when the line has been opened for the first time. */
  opened(): Promise<void> {
    return this.#opened.promise;
  }

  /** Resolves when that many bytes have been parsed since the service began. */
  consumed(byteCount: number): Promise<void> {
    if (this.#bytes >= byteCount) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push({ bytes: byteCount, resolve });
    });
  }

  /** Listens until the signal aborts. Rejects only with what is no fault of the world. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, reopenMs, reopenMsMax } = this.#options;
    const watching = this.#watchSilence(signal);
    let pauseMs = reopenMs;
    while (!signal.aborted) {
      const before = this.#bytes;
      try {
        await this.#listen(signal);
        if (signal.aborted) break;
        throw new Fault('gps.missing', 'The line ended.');
      } catch (error) {
        if (signal.aborted) break;
        const fault = faultOf(error);
        if (!fault?.passes) throw error;
        this.#troubled('gps.missing', { detail: fault.detail });
      }
      if (this.#bytes > before) pauseMs = reopenMs;
      await clock.sleep(pauseMs, signal).catch(() => undefined);
      pauseMs = Math.min(reopenMsMax, pauseMs * 2);
    }
    await watching;
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const { line, clock } = this.#options;
    const cutter = new SentenceCutter();
    for await (const chunk of line.bytes(signal, () => this.#opened.resolve())) {
      for (const text of cutter.push(chunk)) {
        const sentence = parseSentence(text);
        if (!sentence) {
          this.#damaged++;
          continue;
        }
        this.#sentences++;
        this.#heardAt = clock.monotonic();
        this.#recovered();
        if (sentence.kind !== 'other') this.#state = heard(this.#state, sentence, clock.monotonic());
      }
      this.#bytes += chunk.length;
      for (let i = this.#waiting.length - 1; i >= 0; i--) {
        const waiter = this.#waiting[i]!;
        if (waiter.bytes > this.#bytes) continue;
        this.#waiting.splice(i, 1);
        waiter.resolve();
      }
    }
  }

  async #watchSilence(signal: AbortSignal): Promise<void> {
    const { clock, silentAfterMs } = this.#options;
    while (!signal.aborted) {
      const forMs = clock.monotonic() - this.#heardAt;
      if (forMs >= silentAfterMs && this.#trouble === undefined)
        this.#troubled('gps.silent', { forMs: Math.round(forMs) });
      await clock.sleep(Math.max(100, silentAfterMs - forMs), signal).catch(() => undefined);
    }
  }

  #troubled(trouble: Trouble, fields: { readonly detail?: string; readonly forMs?: number }): void {
    if (this.#trouble === trouble) return;
    this.#trouble = trouble;
    const { log, line } = this.#options;
    log.event('warning', trouble, { path: line.path, ...fields, remedy: faultTable[trouble].remedy });
  }

  #recovered(): void {
    if (this.#trouble === undefined) return;
    this.#trouble = undefined;
    this.#options.log.event('info', 'gps.back', { path: this.#options.line.path });
  }
}
