/**
 * The audit log that a unit writes (POLICY.md O1): records in one chain (audit-chain.ts), over files that follow one another,
 * with a signed checkpoint after every so many records and whenever one is asked for. What `record` has returned from is on the
 * disk. Several programs may write one log in turn: each looks first at what the others have added.
 *
 * A last line that a loss of power cut off, and lines that do not hold, are put aside whole, and a record in their place says
 * so. It never begins anew where there is a log, and forgets whole files only, once all in them is past its time; the first line
 * of the file after them keeps the chain's anchor.
 */
import { hash, type KeyObject } from 'node:crypto';
import { assert } from '../domain/assert.ts';
import type { WallInstant } from '../domain/instant.ts';
import type { Audit, AuditAction, AuditEntry, AuditFile, AuditFiles } from '../ports/audit.ts';
import {
  type AuditRecord,
  anchorOf,
  beginning,
  type ChainEnd,
  follows,
  lineAfter,
  linesOf,
  partsOf,
  recordOf,
} from './audit-chain.ts';
import { type Checkpoint, type NamedUnit, signCheckpoint, unitName } from './checkpoint.ts';

export interface AuditLogOptions {
  readonly files: AuditFiles;
  readonly unit: NamedUnit;
  /** The unit's Ed25519 private key. */
  readonly key: KeyObject;
  readonly now: () => WallInstant;
  /** A file longer than this is followed by the next. */
  readonly fileBytes: number;
  /** So many records after a checkpoint comes the next. */
  readonly checkpointRecords: number;
  readonly onCheckpoint?: ((made: Checkpoint) => void) | undefined;
  /** Told when an end that did not hold was put aside. */
  readonly onBroken?:
    | ((action: 'log.cut' | 'log.damaged', detail: NonNullable<AuditEntry['detail']>) => void)
    | undefined;
}

/** The longest line, bytes: what is longer is no record but a document. */
const LINE_BYTES_MAX = 8192;
/** The longest text of a record; what a person wrote beyond it is cut, and ends so: "…". */
const TEXT_MAX = 500;
/** More than a checkpoint's line, and than a file's first lines. */
const ROOM_BYTES = 1024;

/** Where the log stands, as far as this program has followed it. */
interface Place {
  readonly file: string;
  readonly bytes: number;
  readonly end: ChainEnd;
}

export class AuditLog implements Audit {
  readonly #options: AuditLogOptions;
  #place: Place | undefined;
  #sinceCheckpoint = 0;
  #latest: { readonly checkpoint: Checkpoint; readonly covers: number } | undefined;

  constructor(options: AuditLogOptions) {
    this.#options = options;
  }

  record(entry: AuditEntry): void {
    this.#options.files.exclusively(() => {
      this.#append(this.#followed(), shortened(entry));
      if (this.#sinceCheckpoint >= this.#options.checkpointRecords) this.#checkpoint();
    });
  }

  /** The newest checkpoint; it is made now where there are records that it does not cover. */
  checkpoint(): Checkpoint {
    return this.#options.files.exclusively(() => {
      const { record } = this.#followed().end;
      // The record after those that it covers is its own.
      return this.#latest?.covers === record - 1 ? this.#latest.checkpoint : this.#checkpoint();
    });
  }

  /** Removes the files in which every record is older; the newest file stays. How many records went. */
  forget(beforeEpochMs: number): number {
    const { files } = this.#options;
    return files.exclusively(() => {
      const place = this.#followed();
      const all = files.list();
      const kept = all.findIndex(
        ({ name }, index) => index === all.length - 1 || newestIn(files.read(name, 0)) >= beforeEpochMs,
      );
      const going = all.slice(0, kept);
      if (going.length === 0) return 0;
      const through = firstIn(all[kept]!.name) - 1;
      const records = through - firstIn(all[0]!.name) + 1;
      this.#append(place, { action: 'data.purged', by: 'unit', subject: 'audit', detail: { records, through } });
      for (const { name } of going) files.remove(name);
      this.#checkpoint();
      return records;
    });
  }

  /** The newest record of that action, of all that is kept. */
  newest(action: AuditAction): AuditRecord | undefined {
    const { files } = this.#options;
    for (const { name } of files.list().toReversed()) {
      const bytes = Buffer.from(files.read(name, 0));
      // A quotation mark inside a record's own words is escaped: this is an action or nothing.
      const at = bytes.lastIndexOf(`"action":"${action}"`);
      if (at < 0) continue;
      const from = bytes.lastIndexOf('\n', at) + 1;
      return recordsIn(bytes.subarray(from, bytes.indexOf('\n', at) + 1)).at(0);
    }
    return undefined;
  }

  /** All that is kept, as one chain. */
  bytes(): Uint8Array {
    const { files } = this.#options;
    return files.exclusively(() => Buffer.concat(files.list().map(({ name }) => files.read(name, 0))));
  }

  /** Where the log stands, with what others have added; an end that does not hold is mended first. */
  #followed(): Place {
    const { files } = this.#options;
    const known = this.#place;
    const all = files.list();
    const newest = all.at(-1);
    if (newest === undefined)
      return known === undefined
        ? this.#begin(beginning)
        : this.#begin(known.end, { noted: this.#missing(known.end, beginning) });
    const { name } = newest;
    if (known?.file === name && known.bytes === newest.bytes) return known;
    const from = known?.file === name && known.bytes < newest.bytes ? known.bytes : 0;
    const bytes = files.read(name, from);
    const anchor = from > 0 && known ? known.end : (anchorIn(bytes) ?? this.#endBefore(all));
    // A cut right after a file was made leaves it empty.
    if (newest.bytes === 0) return this.#begin(anchor, { inPlaceOf: name });
    const { end, length, broken } = holding(bytes, anchor);
    const place = { file: name, bytes: from + length, end };
    if (broken !== undefined) {
      const aside = bytes.subarray(length);
      const detail = { after: end.record, bytes: aside.length, sha256: hash('sha256', aside) };
      this.#options.onBroken?.(broken, detail);
      return this.#mend(place, { action: broken, by: 'unit', subject: name, detail });
    }
    this.#place = place;
    if (known === undefined || known.end.record <= end.record) return place;
    return this.#append(place, this.#missing(known.end, end));
  }

  /** The end of the file before the newest, whose own first line does not hold. */
  #endBefore(all: readonly AuditFile[]): ChainEnd {
    const before = all.at(-2);
    if (before === undefined) return beginning;
    const bytes = this.#options.files.read(before.name, 0);
    return holding(bytes, anchorIn(bytes) ?? beginning).end;
  }

  #mend({ file, bytes, end: before }: Place, noted: AuditEntry): Place {
    const { files, now } = this.#options;
    if (bytes === 0) return this.#begin(before, { noted, inPlaceOf: file });
    const { line, end } = lineAfter(before, noted, now());
    files.mend(file, bytes, Buffer.from(line));
    return this.#stand({ file, bytes: bytes + Buffer.byteLength(line), end });
  }

  #append(place: Place, entry: AuditEntry): Place {
    const { files, now, fileBytes } = this.#options;
    const { line, end } = lineAfter(place.end, entry, now());
    const written = Buffer.from(line);
    assert(written.length <= LINE_BYTES_MAX, `a record of ${written.length} bytes`);
    if (place.bytes > ROOM_BYTES && place.bytes + written.length > fileBytes)
      return this.#append(this.#begin(place.end), entry);
    files.append(place.file, written);
    this.#sinceCheckpoint += 1;
    return this.#stand({ file: place.file, bytes: place.bytes + written.length, end });
  }

  /** A file's first lines; in place of one in which nothing holds, with a note of that. */
  #begin(before: ChainEnd, { noted, inPlaceOf }: { noted?: AuditEntry; inPlaceOf?: string } = {}): Place {
    const { files, unit, now } = this.#options;
    const opening: AuditEntry =
      before.record === 0
        ? { action: 'log.begun', by: 'unit', subject: unitName(unit) }
        : { action: 'log.continued', by: 'unit', subject: unitName(unit), detail: { previous: before.hash } };
    const opened = lineAfter(before, opening, now());
    const note = noted && lineAfter(opened.end, noted, now());
    const bytes = Buffer.from(opened.line + (note?.line ?? ''));
    const file = inPlaceOf ?? nameOf(opened.end.record);
    if (inPlaceOf === undefined || noted === undefined) files.append(file, bytes);
    else files.mend(file, 0, bytes);
    return this.#stand({ file, bytes: bytes.length, end: note?.end ?? opened.end });
  }

  #checkpoint(): Checkpoint {
    const { files, unit, key, now, fileBytes } = this.#options;
    let place = this.#followed();
    // Its record must come right after those that it covers.
    if (place.bytes > ROOM_BYTES && place.bytes + ROOM_BYTES > fileBytes) place = this.#begin(place.end);
    const { record: covers, hash: lastHash } = place.end;
    const first = firstIn(files.list()[0]!.name);
    const checkpoint = signCheckpoint({ unit: unitName(unit), first, last: covers, hash: lastHash }, now(), key);
    const signature = Buffer.from(checkpoint.signature).toString('base64');
    this.#append(place, {
      action: 'log.checkpoint',
      by: 'unit',
      detail: { statement: checkpoint.statement, signature },
    });
    this.#sinceCheckpoint = 0;
    this.#latest = { checkpoint, covers };
    this.#options.onCheckpoint?.(checkpoint);
    return checkpoint;
  }

  #missing(known: ChainEnd, found: ChainEnd): AuditEntry {
    const detail = { after: found.record, known: known.record, hash: known.hash };
    this.#options.onBroken?.('log.damaged', detail);
    return { action: 'log.damaged', by: 'unit', detail };
  }

  #stand(place: Place): Place {
    this.#place = place;
    return place;
  }
}

function shortened({ by, subject, detail, ...entry }: AuditEntry): AuditEntry {
  return {
    ...entry,
    by: by === 'unit' ? by : { ...by, name: cut(by.name) },
    ...(subject !== undefined && { subject: cut(subject) }),
    ...(detail && {
      detail: Object.fromEntries(
        Object.entries(detail).map(([name, value]) => [name, typeof value === 'string' ? cut(value) : value]),
      ),
    }),
  };
}

function cut(text: string): string {
  return text.length <= TEXT_MAX ? text : `${text.slice(0, TEXT_MAX - 1)}…`;
}

/** How far bytes hold as a chain, and what stands after that: a last line that was cut off, or more than that. */
function holding(
  bytes: Uint8Array,
  anchor: ChainEnd,
): { readonly end: ChainEnd; readonly length: number; readonly broken?: 'log.cut' | 'log.damaged' } {
  let end = anchor;
  let length = 0;
  for (const { line, from, whole } of linesOf(bytes)) {
    const parts = whole ? partsOf(line) : undefined;
    const last = from + line.length + 1 >= bytes.length;
    if (!parts || !follows(end, parts)) return { end, length, broken: last ? 'log.cut' : 'log.damaged' };
    end = { record: end.record + 1, hash: parts.hash };
    length = from + line.length + 1;
  }
  return { end, length };
}

function anchorIn(bytes: Uint8Array): ChainEnd | undefined {
  const first = recordsIn(bytes).at(0);
  return first && anchorOf(first);
}

function recordsIn(bytes: Uint8Array): AuditRecord[] {
  const read = Array.from(linesOf(bytes), ({ line }) => partsOf(line)?.json).map((json) => json && recordOf(json));
  return read.filter((each) => each !== undefined);
}

/** When the newest of a file's records was made, by a clock that somebody vouched for where there is one. */
function newestIn(bytes: Uint8Array): number {
  const walls = recordsIn(bytes).map(({ wall }) => wall);
  const sure = walls.filter(({ quality }) => quality.source !== 'free-running');
  return Math.max(...(sure.length > 0 ? sure : walls).map(({ epochMs }) => epochMs));
}

/** A file is named by its first record, so that names sort as the chain goes. */
function nameOf(firstRecord: number): string {
  return `audit-${String(firstRecord).padStart(12, '0')}.log`;
}

function firstIn(name: string): number {
  return Number(/\d+/.exec(name)?.[0]);
}
