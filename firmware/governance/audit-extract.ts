/**
 * An extract of the audit log: the records that were asked for as they stand, of all others between them the digest alone, so that
 * the chain can be followed from the first line to a checkpoint and nothing of other people's is given away.
 */
import type { AuditAction } from '../ports/audit.ts';
import { type AuditRecord, anchorOf, type ChainEnd, linesOf, partsOf, recordOf, withheld } from './audit-chain.ts';

export interface Extract {
  /** The end of the chain before the first line. */
  readonly before: ChainEnd;
  readonly text: string;
}

export interface Wanted {
  /** Whether the record is given as it stands. */
  readonly shows: (record: AuditRecord) => boolean;
  /** It begins with the newest record of this kind that is shown and was made no later; else with the oldest that is kept. */
  readonly since: { readonly action: AuditAction; readonly epochMs: number };
  /** The last record, which a checkpoint covers. */
  readonly last: number;
}

/** Throws RangeError when the log is no chain, or its first record is not shown. */
export function extractOf(log: Uint8Array, { shows, since, last }: Wanted): Extract {
  let lines: string[] = [];
  let before: ChainEnd | undefined;
  let end: ChainEnd | undefined;
  for (const { line } of linesOf(log)) {
    const parts = partsOf(line);
    const record = parts?.json && recordOf(parts.json);
    if (!parts || !record) throw new RangeError('not the log of a unit');
    if (record.record > last) break;
    end ??= anchorOf(record);
    const shown = shows(record);
    const begins = record.action === since.action && record.wall.epochMs <= since.epochMs;
    if (before === undefined || begins) {
      if (!shown || end === undefined) throw new RangeError('an extract begins with a record that it shows');
      before = end;
      lines = [];
    }
    lines.push(shown ? `${line.toString('utf8')}\n` : withheld(parts));
    end = { record: record.record, hash: parts.hash };
  }
  if (before === undefined) throw new RangeError('an empty log');
  return { before, text: lines.join('') };
}
