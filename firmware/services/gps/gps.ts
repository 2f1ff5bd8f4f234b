/**
 * The GPS service: a serial line in, the present fix out.
 *
 * Promises: `fix()` never claims more than the receiver said and can be believed; what is wrong (`GpsFaults`) is told when it
 * begins and ends, never in between, and within half a second of showing; a line that fails is opened again after a pause that
 * doubles up to its limit. Where more than one rate is given, they are tried until one makes sense; a receiver that makes none
 * is asked for NMEA. A unit that stands still has a surveyed place, which is used instead, under its own name, unless the
 * receiver says that it was moved; the receiver's time stays.
 */
import { Fault, type FaultCode, faultOf, faultTable } from '../../domain/fault.ts';
import { type Fix, noFix } from '../../domain/fix.ts';
import { linkedAbort } from '../../domain/linked-abort.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { OpenLine, SerialLine } from '../../ports/serial-line.ts';
import { type Hearing, type HearingLimits, lineFault, sounded } from './hearing.ts';
import { parseSentence, SentenceCutter } from './nmea.ts';
import { type Belief, fixOf, heard, type ReceiverState, receiverStart } from './receiver.ts';
import { type Survey, standing, surveyedAgain } from './survey.ts';
import { nmeaWanted, UbxFinder } from './ublox.ts';

const wrongRate = new DOMException('This rate makes no sense.', 'AbortError');

export interface GpsOptions extends HearingLimits, Belief {
  readonly line: SerialLine;
  readonly clock: Clock;
  readonly log: Log;
  /** One where it is known, else those to be tried, most likely first. */
  readonly baudRates: readonly number[];
  readonly staleAfterMs: number;
  /** First pause before a failed line is opened again, and the longest. */
  readonly reopenMs: number;
  readonly reopenMsMax: number;
  readonly survey?: Survey | undefined;
  /** Called when any of them changes. */
  readonly onFaults?: (faults: GpsFaults) => void;
}

/** What is wrong at present, by what it is wrong with. */
export interface GpsFaults {
  readonly line: FaultCode | undefined;
  readonly place: 'gps.jumped' | undefined;
  readonly date: 'gps.rollover' | undefined;
  readonly unit: 'unit.moved' | undefined;
}

/** What came over the line since the service began. */
export interface GpsCounts {
  readonly bytes: number;
  readonly sentences: number;
  /** Cut sentences whose checksum or form was wrong. */
  readonly damaged: number;
}

export const faultSources = ['line', 'place', 'date', 'unit'] as const;
const noFaults: GpsFaults = { line: undefined, place: undefined, date: undefined, unit: undefined };
const tickMs = 500;
/** A receiver speaks once a second: so long of noise, and the rate is wrong; so long of nothing, and it is asked and waited for again. */
const rateTryMs = 1500;
/** So long for one that has made sense before. */
const rateKeptMs = 10_000;
/** At the right rate so many bytes hold a whole sentence; at a wrong one they come garbled. */
const rateBytesMax = 300;
/** A doubt that nothing was heard of for so long is over. */
const doubtedMsMax = 5000;

export class Gps {
  readonly #options: GpsOptions;
  #state: ReceiverState = receiverStart;
  #hearing: Hearing;
  #standing = standing;
  #faults = noFaults;
  #rate = 0;
  #bytes = 0;
  #sentences = 0;
  #damaged = 0;
  #opened = Promise.withResolvers<void>();
  readonly #waiting: { readonly bytes: number; resolve(): void }[] = [];

  constructor(options: GpsOptions) {
    this.#options = options;
    this.#hearing = { open: true, missing: false, since: options.clock.monotonic() };
  }

  /** What records carry: the surveyed place of a fixed unit, else what the receiver says. */
  fix(): Fix {
    const received = this.received();
    const { survey } = this.#options;
    if (!survey || this.#standing.moved) return received;
    const { receiverTime, monotonic } = received;
    if (receiverTime === undefined || monotonic === undefined || received.quality === 'stale')
      return { quality: 'surveyed', position: survey.place };
    return { quality: 'surveyed', position: survey.place, receiverTime, monotonic };
  }

  /** The receiver's own fix. */
  received(): Fix {
    const { clock, staleAfterMs } = this.#options;
    return this.#state.position === undefined ? noFix : fixOf(this.#state, clock.monotonic(), staleAfterMs);
  }

  get faults(): GpsFaults {
    return this.#faults;
  }

  get counts(): GpsCounts {
    return { bytes: this.#bytes, sentences: this.#sentences, damaged: this.#damaged };
  }

  /** The rate at which the line is read, or tried. */
  get baudRate(): number {
    const { baudRates } = this.#options;
    return baudRates[this.#rate % baudRates.length]!;
  }

  /** Resolves when the line is open. */
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
    const { clock, line, reopenMs, reopenMsMax } = this.#options;
    const watching = this.#watch(signal);
    let pauseMs = reopenMs;
    while (!signal.aborted) {
      const before = this.#bytes;
      try {
        await using open = await line.open(this.baudRate);
        if (await this.#listen(open, signal)) continue;
        throw new Fault('gps.missing', 'The line ended.');
      } catch (error) {
        if (signal.aborted) break;
        const fault = faultOf(error);
        if (!fault?.passes) throw error;
        this.#hearing = { ...this.#hearing, open: false, missing: true };
        this.#tell(fault.detail);
      }
      if (this.#bytes > before) pauseMs = reopenMs;
      await clock.sleep(pauseMs, signal).catch(() => undefined);
      pauseMs = Math.min(reopenMsMax, pauseMs * 2);
    }
    await watching;
  }

  /** Until the line fails, which throws, or ends, which is false, or this rate turns out to be wrong, which is true. */
  async #listen(open: OpenLine, signal: AbortSignal): Promise<boolean> {
    const { clock, baudRates } = this.#options;
    const cutter = new SentenceCutter();
    const binary = new UbxFinder();
    const start = { bytes: this.#bytes, sentences: this.#sentences };
    const here = linkedAbort(signal);
    const rateWrong = () => here.abort(wrongRate);
    if (!this.#hearing.open) this.#hearing = { ...this.#hearing, open: true, since: clock.monotonic() };
    this.#opened.resolve();
    const seeking = this.#seekSense(open, here.signal, rateWrong);
    try {
      for await (const chunk of open.bytes(here.signal)) {
        for (const text of cutter.push(chunk)) this.#hear(text);
        this.#took(chunk.length);
        if (this.#sentences > start.sentences) continue;
        if (binary.found(chunk)) open.write(nmeaWanted(this.baudRate));
        else if (this.#bytes - start.bytes > rateBytesMax && baudRates.length > 1) rateWrong();
      }
      const wrong = here.signal.reason === wrongRate;
      if (wrong) this.#rate++;
      return wrong;
    } finally {
      here.abort();
      this.#opened = Promise.withResolvers();
      await seeking;
    }
  }

  /** Asks a receiver that makes no sense for NMEA, and then has the next rate tried. */
  async #seekSense(open: OpenLine, signal: AbortSignal, rateWrong: () => void): Promise<void> {
    const { clock, baudRates } = this.#options;
    const [start, bytes] = [this.#sentences, this.#bytes];
    let [before, asked] = [start, false];
    while (!signal.aborted) {
      await clock.sleep(this.#sentences > start ? rateKeptMs : rateTryMs, signal).catch(() => undefined);
      if (signal.aborted) return;
      const sense = this.#sentences > before;
      before = this.#sentences;
      const answered = asked || (start === before && this.#bytes > bytes);
      if (!sense && answered && baudRates.length > 1) rateWrong();
      else if (!sense) open.write(nmeaWanted(this.baudRate));
      asked = !sense;
    }
  }

  #hear(text: string): void {
    const sentence = parseSentence(text);
    if (!sentence) {
      this.#damaged++;
      return;
    }
    this.#sentences++;
    const now = this.#options.clock.monotonic();
    this.#hearing = sounded(this.#hearing, 'dayMs' in sentence ? sentence.dayMs : undefined, now);
    if (sentence.kind === 'other') return;
    const { at } = this.#state;
    this.#state = heard(this.#state, sentence, now, this.#options);
    const { survey } = this.#options;
    if (survey && this.#state.at !== at) this.#standing = surveyedAgain(this.#standing, survey, this.received());
  }

  #took(byteCount: number): void {
    this.#hearing = { ...this.#hearing, bytesAt: this.#options.clock.monotonic() };
    this.#bytes += byteCount;
    this.#tell();
    for (let i = this.#waiting.length - 1; i >= 0; i--) {
      const waiter = this.#waiting[i]!;
      if (waiter.bytes > this.#bytes) continue;
      this.#waiting.splice(i, 1);
      waiter.resolve();
    }
  }

  async #watch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#tell();
      await this.#options.clock.sleep(tickMs, signal).catch(() => undefined);
    }
  }

  #tell(detail?: string): void {
    const { clock, log, line, onFaults } = this.#options;
    const now = clock.monotonic();
    const { motion, date } = this.#state;
    const before = this.#faults;
    const faults: GpsFaults = {
      line: lineFault(this.#hearing, now, this.#options),
      place: motion.doubted && now - motion.doubted.latest.at < doubtedMsMax ? 'gps.jumped' : undefined,
      date: date?.mended ? 'gps.rollover' : undefined,
      unit: this.#standing.moved ? 'unit.moved' : undefined,
    };
    const changed = faultSources.filter((source) => faults[source] !== before[source]);
    if (changed.length === 0) return;
    this.#faults = faults;
    for (const source of changed) {
      const code = faults[source];
      const path = line.path;
      if (code === undefined) log.event('info', 'gps.back', { path, from: before[source]! });
      else log.event('warning', code, { path, ...(detail && { detail }), remedy: faultTable[code].remedy });
    }
    onFaults?.(faults);
  }
}
