/**
 * Sifting: the lines of a file told apart into entries to keep, bad lines, barred records and false plates, with what the profile asks
 * of the list. It keeps counts and the first bad lines by number and reason, never an entry; records = kept + bad + barred + false.
 */
import type { BarredPurpose, ListSource } from '../../domain/hot-list.ts';
import { bad, type LineOutcome, type LineReader, type ListedRecord } from './layout.ts';
import { isWatch } from './watch.ts';

/** What of a profile (POLICY.md H4, H5, H9) bears on a list's records. */
export interface RecordRules {
  readonly barred: ReadonlySet<BarredPurpose>;
  readonly partialPlates: boolean;
  readonly localMsMax: number;
}

export interface SiftCounts {
  /** All but header and empty lines. */
  readonly records: number;
  readonly kept: number;
  readonly bad: number;
  readonly barred: number;
  readonly falsePlates: number;
}

export interface BadLine {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** Bad lines that are named; the others are counted. */
export const BAD_LINES_NAMED = 100;

export class Sifting {
  readonly badLines: BadLine[] = [];
  readonly #reader: LineReader;
  readonly #about: { readonly source: ListSource; readonly madeAtMs: number };
  readonly #rules: RecordRules;
  readonly #counts = { records: 0, kept: 0, bad: 0, barred: 0, falsePlates: 0 };
  #line = 0;

  constructor(
    reader: LineReader,
    about: { readonly source: ListSource; readonly madeAtMs: number },
    rules: RecordRules,
  ) {
    this.#reader = reader;
    this.#about = about;
    this.#rules = rules;
  }

  get counts(): SiftCounts {
    return { ...this.#counts };
  }

  /** Those of the lines that are kept, each with its number in front: a line that is read alone later needs it. */
  sift(lines: readonly string[]): string[] {
    const kept: string[] = [];
    for (const line of lines) {
      const number = ++this.#line;
      const outcome = this.#judged(this.#reader.read(line, number));
      if (outcome.kind === 'no-record') continue;
      this.#counts.records++;
      if (outcome.kind === 'entry') {
        this.#counts.kept++;
        kept.push(`${number} ${line}`);
      } else if (outcome.kind === 'purpose') this.#counts.barred++;
      else if (outcome.kind === 'false-plate') this.#counts.falsePlates++;
      else {
        this.#counts.bad++;
        if (this.badLines.length < BAD_LINES_NAMED) this.badLines.push({ line: number, reason: outcome.reason });
      }
    }
    return kept;
  }

  #judged(outcome: LineOutcome): LineOutcome {
    const record = recordOf(outcome, this.#rules);
    if (record === undefined) return outcome;
    const reason = this.#refusal(record);
    return reason === undefined ? { kind: 'entry', record } : bad(reason);
  }

  #refusal({ text, local }: ListedRecord): string | undefined {
    const { source, madeAtMs } = this.#about;
    if (source === 'local' && local === undefined)
      return 'a local entry says who entered and approved it, its case, synopsis and end';
    if (isWatch(text) && (source !== 'local' || !this.#rules.partialPlates)) return 'partial plates are not taken';
    if (local !== undefined && local.expiresAt.epochMs - madeAtMs > this.#rules.localMsMax)
      return 'the entry stands longer than the profile allows';
    return undefined;
  }
}

/** The record of a line, unless it is none or serves a purpose that is barred. */
export function recordOf(outcome: LineOutcome, { barred }: Pick<RecordRules, 'barred'>): ListedRecord | undefined {
  if (outcome.kind === 'entry') return outcome.record;
  return outcome.kind === 'purpose' && !barred.has(outcome.purpose) ? outcome.record : undefined;
}
