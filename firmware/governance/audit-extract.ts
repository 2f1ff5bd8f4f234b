/**
 * An extract of the audit log: the records that were asked for as they stand, of all others between them the digest alone, so that
 * the chain can be followed from the first line to a checkpoint and nothing of other people's is given away.
 */
import { type AuditRecord, anchorOf, type ChainEnd, linesOf, partsOf, recordOf, withheld } from './audit-chain.ts';

export interface Extract {
  /** The end of the chain before the first line. */
  readonly before: ChainEnd;
  readonly text: string;
}

export interface Wanted {
  /** Whether the record is given as it stands. */
  readonly shows: (record: AuditRecord) => boolean;
  /** The last record, which a checkpoint covers. */
  readonly last: number;
}

/** From the first record that is shown on. Throws RangeError when none is, or the log is no chain. */
export function extractOf(log: Uint8Array, { shows, last }: Wanted): Extract {
  const lines: string[] = [];
  let before: ChainEnd | undefined;
  let end: ChainEnd | undefined;
  for (const { line } of linesOf(log)) {
    const parts = partsOf(line);
    const record = parts?.json && recordOf(parts.json);
    if (!parts || !record) throw new RangeError('not the log of a unit');
    if (record.record > last) break;
    end ??= anchorOf(record);
    const shown = shows(record);
    if (shown) before ??= end;
    if (before !== undefined) lines.push(shown ? `${line.toString('utf8')}\n` : withheld(parts));
    end = { record: record.record, hash: parts.hash };
  }
  if (before === undefined) throw new RangeError('no record to extract');
  return { before, text: lines.join('') };
}
