/**
 * The byte form of the audit log, and its proof. A record is one line, `HASH JSON`, in UTF-8 with a line feed at its end:
 *
 *   DIGEST = SHA-256 of JSON                          JSON: one object on one line
 *   HASH   = SHA-256 of the text `PREVIOUS DIGEST`    PREVIOUS: the line before's HASH; 64 zeros before record 1
 *
 * in lower-case hexadecimal, so that `sha256sum` alone can follow it. Where an extract withholds a record, `-DIGEST` stands for
 * its JSON and the chain still closes. The files of one log, joined in the order of their names, are one chain.
 *
 * The chain finds what was changed, removed, inserted or moved. Who can write the file can also make all of it anew: that is what
 * checkpoints are for (checkpoint.ts), signed by the unit and kept elsewhere. What is newer than the last checkpoint known has
 * no other witness than the chain itself.
 */
import { hash, type KeyObject } from 'node:crypto';
import type { ClockSource, WallInstant } from '../domain/instant.ts';
import type { AuditEntry } from '../ports/audit.ts';
import { type Checkpoint, type Claim, claimOf, signedBy } from './checkpoint.ts';

export interface AuditRecord extends AuditEntry {
  /** Counts the unit's records, from 1, without gaps. */
  readonly record: number;
  readonly wall: WallInstant;
}

/** The end of a chain: its last record's number and hash. */
export interface ChainEnd {
  readonly record: number;
  readonly hash: string;
}

/** Before record 1. */
export const beginning: ChainEnd = { record: 0, hash: '0'.repeat(64) };

export interface Line {
  readonly hash: string;
  /** The record's bytes; undefined: withheld. */
  readonly json: Buffer | undefined;
  readonly digest: string;
}

export function lineAfter(end: ChainEnd, entry: AuditEntry, wall: WallInstant): { line: string; end: ChainEnd } {
  const record = end.record + 1;
  const json = jsonOf({ ...entry, record, wall });
  const next = linkOf(end.hash, sha256(json));
  return { line: `${next} ${json}\n`, end: { record, hash: next } };
}

/** The record in a line's JSON; undefined when it is none. */
export function recordOf(json: Buffer): AuditRecord | undefined {
  let read: { record: unknown; at: unknown; clock: ClockSource; uncertaintyMs?: number } & AuditEntry;
  try {
    read = JSON.parse(json.toString('utf8'));
  } catch {
    return undefined;
  }
  const { record, at, clock, uncertaintyMs, ...entry } = read;
  const epochMs = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  if (typeof record !== 'number' || Number.isNaN(epochMs) || typeof entry.action !== 'string') return undefined;
  const quality = { source: clock, ...(uncertaintyMs !== undefined && { uncertaintyMs }) };
  return { ...entry, record, wall: { epochMs, quality } };
}

/** The parts of a line without its line feed; undefined when it has not that form. */
export function partsOf(line: Buffer): Line | undefined {
  const own = line.toString('latin1', 0, 64);
  const rest = line.subarray(65);
  if (!hexadecimal.test(own) || line[64] !== SPACE) return undefined;
  if (rest[0] === BRACE) return { hash: own, json: rest, digest: hash('sha256', rest) };
  const digest = rest.toString('latin1', 1);
  return rest[0] === HYPHEN && hexadecimal.test(digest) ? { hash: own, json: undefined, digest } : undefined;
}

/** The lines of a log, without their line feeds; `whole` is false for a last one that has none. */
export function* linesOf(
  log: Uint8Array,
): Iterable<{ readonly line: Buffer; readonly from: number; readonly whole: boolean }> {
  const bytes = Buffer.from(log.buffer, log.byteOffset, log.length);
  for (let from = 0; from < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, from);
    const to = feed < 0 ? bytes.length : feed;
    yield { line: bytes.subarray(from, to), from, whole: feed >= 0 };
    from = to + 1;
  }
}

export function withheld({ hash: own, digest }: Line): string {
  return `${own} -${digest}\n`;
}

/** Whether the line is the next one of the chain. */
export function follows(end: ChainEnd, line: Line): boolean {
  return line.hash === linkOf(end.hash, line.digest);
}

/** What a file that carries a chain on names as the end before it. */
export function anchorOf({ record, action, detail }: AuditRecord): ChainEnd | undefined {
  if (record === 1) return beginning;
  if (action !== 'log.continued' || typeof detail?.previous !== 'string') return undefined;
  return { record: record - 1, hash: detail.previous };
}

export type Flaw =
  | 'the line is no record'
  | 'the log does not begin here'
  | 'it does not follow from the line before: a record was changed, removed, inserted or moved'
  | 'the last line is cut off'
  | 'the checkpoint in it is not signed by the key'
  | 'the checkpoint in it states something else'
  | 'records before the first were taken away'
  | 'the log ends before the checkpoint'
  | 'it is not the record that the checkpoint states'
  | 'the checkpoint is not signed by the key'
  | 'the checkpoint is of another unit';

export interface Verdict {
  /** The first thing that does not hold, and the line, from 1; nothing from there on is proven. Undefined: all holds. */
  readonly flaw?: { readonly line: number; readonly what: Flaw };
  /** The first record that holds, and the last. */
  readonly first: number;
  readonly end: ChainEnd;
  /** The newest record that a checkpoint signed by the key covers, inside the log or given; 0: none. */
  readonly signedTo: number;
}

export interface Proof {
  /** The unit's public key. Absent: signatures are not looked at, and anybody may have written the log. */
  readonly key?: KeyObject;
  /** A checkpoint that was kept elsewhere. */
  readonly checkpoint?: Checkpoint;
  /** An extract, or one file of several: it need not begin where the log does. Its first record is then taken as it stands. */
  readonly part?: ChainEnd | true;
}

/**
 * Follows the chain through the bytes of a log. The newest checkpoint in it vouches for all before it, the older ones too, so its
 * signature alone is looked at.
 */
export function verifyLog(log: Uint8Array, { key, checkpoint, part }: Proof): Verdict {
  const stated = checkpoint && claimOf(checkpoint.statement);
  let end = typeof part === 'object' ? part : undefined;
  let first = 0;
  let newest: { readonly checkpoint: Checkpoint; readonly claim: Claim; readonly line: number } | undefined;
  let count = 0;
  const flawed = (what: Flaw, line = count): Verdict => ({
    flaw: { line, what },
    first,
    end: end ?? beginning,
    signedTo: 0,
  });
  const unsigned = () => checkpoint && (!stated || (key && !signedBy(key, checkpoint)));

  for (const { line, whole } of linesOf(log)) {
    count += 1;
    if (!whole) return flawed('the last line is cut off');
    const parts = partsOf(line);
    const record = parts?.json && recordOf(parts.json);
    if (parts === undefined || (parts.json && !record)) return flawed('the line is no record');
    end ??= record && anchorOf(record);
    if (end === undefined) return flawed('the log does not begin here');
    const number = end.record + 1;
    if (!follows(end, parts) || (record && record.record !== number))
      return flawed('it does not follow from the line before: a record was changed, removed, inserted or moved');
    if (record?.action === 'log.checkpoint') {
      const own = checkpointIn(record);
      const claim = own && claimOf(own.statement);
      if (claim?.last !== end.record || claim.hash !== end.hash)
        return flawed('the checkpoint in it states something else');
      newest = { checkpoint: own!, claim, line: count };
    }
    if (stated?.last === number && stated.hash !== parts.hash)
      return flawed(
        unsigned() ? 'the checkpoint is not signed by the key' : 'it is not the record that the checkpoint states',
      );
    if (first === 0) first = number;
    end = { record: number, hash: parts.hash };
  }
  if (end === undefined) return flawed('the log does not begin here');
  if (unsigned()) return flawed('the checkpoint is not signed by the key');
  if (stated && newest && stated.unit !== newest.claim.unit) return flawed('the checkpoint is of another unit');
  if (stated && stated.last > end.record) return flawed('the log ends before the checkpoint');
  if (newest && key && !signedBy(key, newest.checkpoint))
    return flawed('the checkpoint in it is not signed by the key', newest.line);
  if (part === undefined && newest && newest.claim.first < first)
    return flawed('records before the first were taken away', 1);
  return { first, end, signedTo: key ? Math.max(newest?.claim.last ?? 0, stated?.last ?? 0) : 0 };
}

export function checkpointIn({ detail }: AuditRecord): Checkpoint | undefined {
  const { statement, signature } = detail ?? {};
  if (typeof statement !== 'string' || typeof signature !== 'string') return undefined;
  return { statement, signature: Buffer.from(signature, 'base64') };
}

function jsonOf({ record, wall, action, by, subject, detail }: AuditRecord): string {
  const { source, uncertaintyMs } = wall.quality;
  const at = new Date(wall.epochMs).toISOString();
  const who = by === 'unit' ? by : { name: by.name, role: by.role };
  const sorted = detail && Object.fromEntries(Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ record, at, clock: source, uncertaintyMs, action, by: who, subject, detail: sorted });
}

function linkOf(previous: string, digest: string): string {
  return sha256(`${previous} ${digest}`);
}

function sha256(text: string): string {
  return hash('sha256', text);
}

const hexadecimal = /^[0-9a-f]{64}$/;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
const HYPHEN = 0x2d;
const BRACE = 0x7b;
