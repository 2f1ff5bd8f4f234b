/**
 * The library: the hot lists that a unit has, sealed. It takes a list as a stream, in memory that does not grow with it, and puts it in
 * the place of the one of its name as a whole (POLICY.md H2), or refuses it as a whole and keeps the old one: when the agency has not
 * signed it, when its bytes are not those that were signed, when it is older than the one that is there, when its source is not one that
 * the profile and the unit's kind allow (POLICY.md H1, U7), or when too many of its lines are bad.
 *
 * What is kept of a list are the lines of its file as they came, which is the evidence; entries are read from them again at a hit.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Profile } from '../../config/profile.ts';
import type { UnitKind } from '../../domain/detection.ts';
import { Fault } from '../../domain/fault.ts';
import { type HotListEntry, type HotListHead, listLayouts, listSources } from '../../domain/hot-list.ts';
import type { WallInstant } from '../../domain/instant.ts';
import type { Person } from '../../domain/role.ts';
import type { Audit } from '../../ports/audit.ts';
import type { SealedFolder, SealedLines } from '../../ports/sealed-folder.ts';
import { layouts } from './layouts.ts';
import { linesOf } from './lines.ts';
import type { IndexedEntry, ListedEntries } from './listed-entries.ts';
import { type BadLine, type RecordRules, recordOf, type SiftCounts, Sifting } from './sifting.ts';
import type { ListStatement, SignedStatement } from './statement.ts';

export interface LibraryTools {
  readonly folder: SealedFolder;
  readonly profile: Profile;
  readonly unitKind: UnitKind;
  readonly audit: Audit;
  /** Whether the key that is named may sign lists and has signed this. */
  readonly signedList: (signed: SignedStatement['signed']) => boolean;
  /** 0 to 1. */
  readonly badLinesShareMax: number;
}

export interface Delivery {
  readonly statement: SignedStatement | ListStatement;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** A list that nobody has signed is taken when who has the unit in hand vouches for it, by its configuration or by a command line. */
  readonly vouched?: boolean;
}

export interface Taken {
  readonly list: string;
  readonly counts: SiftCounts;
  readonly badLines: readonly BadLine[];
}

const aboutSchema = z.object({
  layout: z.enum(listLayouts),
  layoutState: z.record(z.string(), z.string()),
  source: z.enum(listSources),
  madeAtMs: z.number(),
  sha256: z.string(),
  keyId: z.string().optional(),
  limitHours: z.number().optional(),
  counts: z.object({
    records: z.number(),
    kept: z.number(),
    bad: z.number(),
    barred: z.number(),
    falsePlates: z.number(),
  }),
});
/** What is kept of a list beside its lines. */
export type AboutList = z.infer<typeof aboutSchema>;

export interface OpenedList {
  /** Entries, with those that the profile has barred since. */
  readonly count: number;
  readonly head: HotListHead;
  readonly entries: ListedEntries;
  /** Every entry, as the index needs it, some at a time; entries that the profile has barred since are left out. */
  indexed(): AsyncIterable<readonly IndexedEntry[]>;
  close(): void;
}

/** Lists of this name are the unit's own (local-entries.ts). */
export const LOCAL_LIST = 'local-entries';

export class Library {
  readonly #tools: LibraryTools;
  readonly #rules: RecordRules;

  constructor(tools: LibraryTools) {
    this.#tools = tools;
    this.#rules = rulesOf(tools.profile);
  }

  /** Rejects with Fault `hotlist.refused`, `hotlist.unreadable` or a store's; then all is as it was, and the refusal is on record. */
  async take(delivery: Delivery, by: Person | 'unit'): Promise<Taken> {
    const { list } = delivery.statement;
    try {
      this.#admit(delivery);
      return await this.#replace(delivery, by);
    } catch (error) {
      const reason = error instanceof Fault ? `${error.code}: ${error.detail}` : 'the delivery broke off';
      this.#tools.audit.record({ action: 'hot-list.refused', by, subject: list, detail: { reason } });
      throw error;
    }
  }

  /** What the library has under a name. */
  about(list: string): AboutList | undefined {
    if (!this.#tools.folder.lists().includes(list)) return undefined;
    const lines = this.#tools.folder.open(list);
    try {
      return aboutOf(lines);
    } finally {
      lines.close();
    }
  }

  /** Throws Fault `hotlist.not-permitted` where there is none. */
  remove(list: string, by: Person | 'unit'): void {
    if (!this.lists().includes(list)) throw new Fault('hotlist.not-permitted', `There is no list ${list}.`);
    this.#tools.audit.record({ action: 'hot-list.removed', by, subject: list });
    this.#tools.folder.remove(list);
  }

  lists(): readonly string[] {
    return this.#tools.folder.lists();
  }

  version(list: string): string | undefined {
    return this.#tools.folder.version(list);
  }

  /** Whether a list may be used under the profile and by this kind of unit. */
  mayUse({ source }: Pick<ListStatement, 'source'>): boolean {
    const { profile, unitKind } = this.#tools;
    const { sources, motor_carrier_sources } = profile.hot_list;
    if (unitKind === 'motor-carrier') return motor_carrier_sources.includes(source);
    return sources.includes(source) && source !== 'motor-carrier';
  }

  /** Throws Fault `vault.damaged`. */
  open(list: string): OpenedList {
    return openList(list, this.#tools);
  }

  #admit({ statement, vouched = false }: Delivery): void {
    const refused = (why: string) => new Fault('hotlist.refused', `${statement.list}: ${why}.`);
    const signed = 'signed' in statement ? statement.signed : undefined;
    if (signed === undefined && !vouched) throw refused('it is not signed');
    if (signed !== undefined && !this.#tools.signedList(signed)) throw refused('no key of this unit has signed it');
    if (statement.list === LOCAL_LIST) throw refused("that name is the unit's own");
    if (!this.mayUse(statement)) throw refused(`the profile does not take lists of ${statement.source} on this unit`);
    const old = this.about(statement.list);
    if (old !== undefined && statement.madeAtMs < old.madeAtMs) throw refused('it is older than the one that is there');
  }

  async #replace({ statement, chunks }: Delivery, by: Person | 'unit'): Promise<Taken> {
    const { list, layout, source, madeAtMs, sha256, limitHours } = statement;
    const reader = layouts[layout].open();
    const sifting = new Sifting(reader, { source, madeAtMs }, this.#rules);
    const digest = createHash('sha256');
    await using writer = await this.#tools.folder.replace(list);
    for await (const lines of linesOf(hashed(chunks, digest))) await writer.add(sifting.sift(lines));
    const { counts, badLines } = sifting;
    if (digest.digest('hex') !== sha256)
      throw new Fault('hotlist.refused', `${list}: the file is not the one that is stated.`);
    const named = badLines.map(({ line, reason }) => `line ${line}: ${reason}`);
    if (counts.bad > counts.records * this.#tools.badLinesShareMax)
      throw new Fault(
        'hotlist.refused',
        `${list}: ${counts.bad} of ${counts.records} lines are bad (${named.slice(0, 3).join('; ')}).`,
      );
    const keyId = 'signed' in statement ? statement.signed.keyId : undefined;
    const about: AboutList = {
      layout,
      layoutState: { ...reader.state() },
      source,
      madeAtMs,
      sha256,
      ...(keyId === undefined ? {} : { keyId }),
      ...(limitHours === undefined ? {} : { limitHours }),
      counts,
    };
    this.#tools.audit.record({
      action: 'hot-list.imported',
      by,
      subject: list,
      detail: { ...counts, sha256, signedBy: keyId ?? 'nobody' },
    });
    await writer.commit(JSON.stringify(about));
    return { list, counts, badLines };
  }
}

/** A list as a folder has it, under a profile. Throws Fault `vault.damaged`. */
export function openList(list: string, { folder, profile }: Pick<LibraryTools, 'folder' | 'profile'>): OpenedList {
  const rules = rulesOf(profile);
  const lines = folder.open(list);
  const about = aboutOf(lines);
  const { source, madeAtMs } = about;
  const limitHours = Math.min(profile.hot_list.refresh_hours, about.limitHours ?? Number.POSITIVE_INFINITY);
  const reader = layouts[about.layout].open(about.layoutState);
  const read = (numbered: string) => {
    const at = numbered.indexOf(' ');
    return recordOf(reader.read(numbered.slice(at + 1), Number(numbered.slice(0, at))), rules);
  };
  const madeAt: WallInstant = { epochMs: madeAtMs, quality: { source: 'free-running' } };
  return {
    count: lines.count,
    head: { list, source, madeAt, limitHours },
    entries: {
      entry(ref): HotListEntry {
        const record = read(lines.line(ref));
        if (record === undefined) throw new Fault('vault.damaged', `${list}, entry ${ref}: no record.`);
        return { list, ...record };
      },
    },
    async *indexed() {
      let ref = 0;
      for await (const part of lines.parts()) {
        const entries: IndexedEntry[] = [];
        for (const line of part) {
          const record = read(line);
          const at = ref++;
          if (record !== undefined) entries.push(indexedOf(record, at));
        }
        yield entries;
      }
    },
    close: () => lines.close(),
  };
}

function rulesOf({ hot_list, local_entries }: Profile): RecordRules {
  return {
    barred: new Set(hot_list.barred_purposes),
    partialPlates: local_entries.partial_plates,
    localMsMax: Math.max(local_entries.days_max, local_entries.extension_days) * 86_400_000,
  };
}

function indexedOf({ text, region, alertClass }: Omit<IndexedEntry, 'ref'>, ref: number): IndexedEntry {
  return { text, alertClass, ref, ...(region === undefined ? {} : { region }) };
}

function aboutOf(lines: SealedLines): AboutList {
  return aboutSchema.parse(JSON.parse(lines.about));
}

async function* hashed(
  chunks: AsyncIterable<Uint8Array>,
  digest: ReturnType<typeof createHash>,
): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    digest.update(chunk);
    yield chunk;
  }
}
