/**
 * What is found by a search: the index in memory, and the sealed segments that it is made from at opening. A segment holds what was read
 * in one step of the store's life; it is written, in the transaction of the next detection, when the step is over, and is sealed by that
 * step's key, so that it is forgotten with it. What was read since the last segment is taken from the messages themselves.
 */
import type { PlateRead } from '../../ports/detection-search.ts';
import type { Database } from './database.ts';
import { type DayKeys, stepOf } from './day-keys.ts';
import type { Messages } from './messages.ts';
import { ReadIndex } from './read-index.ts';
import { readsIn, segmentOf } from './read-segment.ts';

/** The sealed segments. */
export class ReadSegments {
  readonly #keys: DayKeys;
  readonly #insert;
  readonly #all;

  constructor(database: Database, keys: DayKeys) {
    this.#keys = keys;
    this.#insert = database.prepare('INSERT INTO read_segment VALUES (?, ?, ?)');
    this.#all = database.prepareWide('SELECT step, last_sequence, sealed FROM read_segment ORDER BY step');
  }

  /** Within a transaction of the caller's. */
  write(step: number, reads: readonly PlateRead[]): void {
    const sealed = this.#keys.seal(step, segmentOf(reads), boundTo(step));
    this.#insert.run(step, reads.at(-1)!.sequence, sealed);
  }

  /** In order; one that was forgotten has no reads. */
  *read(): IterableIterator<{ readonly last: bigint; readonly reads: readonly PlateRead[] }> {
    for (const row of this.#all.iterate() as unknown as Iterable<SegmentRow>) {
      const step = Number(row.step);
      const opened = this.#keys.open(step, row.sealed, boundTo(step));
      yield { last: row.last_sequence, reads: opened === undefined ? [] : readsIn(opened) };
    }
  }
}

export interface ReadsParts {
  readonly database: Database;
  readonly keys: DayKeys;
  readonly messages: Messages;
  readonly readOf: (body: Uint8Array) => PlateRead;
  /** Detections up to this sequence are kept no more. */
  readonly gone: bigint;
}

const TAIL = 256;

export class Reads {
  readonly index = new ReadIndex();
  readonly #segments: ReadSegments;
  /** What is in no segment yet, with its step. */
  #open: { readonly step: number; readonly read: PlateRead }[] = [];

  constructor({ database, keys, messages, readOf, gone }: ReadsParts) {
    this.#segments = new ReadSegments(database, keys);
    let last = gone;
    for (const segment of this.#segments.read()) {
      if (segment.last > last) last = segment.last;
      for (const read of segment.reads) if (read.sequence > gone) this.index.add(read);
    }
    const tail = () => messages.after('detection', last, TAIL);
    for (let rows = tail(); rows.length > 0; rows = tail())
      for (const { sequence, opened } of rows) {
        last = sequence;
        if (opened !== undefined) this.added(readOf(opened.body), messages.lifeOf(sequence)!);
      }
  }

  /** Within the transaction that stores a detection, before `added`: writes the segments of the steps that are over. */
  settle(lifeMs: number): void {
    const present = stepOf(lifeMs);
    const over = this.#open.filter(({ step }) => step < present);
    if (over.length === 0) return;
    for (const [step, group] of Map.groupBy(over, (each) => each.step))
      this.#segments.write(
        step,
        group.map(({ read }) => read),
      );
  }

  /** Once the detection is durable. */
  added(read: PlateRead, lifeMs: number): void {
    const step = stepOf(lifeMs);
    if (this.#open[0] !== undefined && this.#open[0].step < step)
      this.#open = this.#open.filter((each) => each.step >= step);
    this.#open.push({ step, read });
    this.index.add(read);
  }

  dropThrough(sequence: bigint): void {
    this.#open = this.#open.filter(({ read }) => read.sequence > sequence);
    this.index.dropThrough(sequence);
  }
}

interface SegmentRow {
  readonly step: bigint;
  readonly last_sequence: bigint;
  readonly sealed: Uint8Array;
}

function boundTo(step: number): string {
  return `reads ${step}`;
}
