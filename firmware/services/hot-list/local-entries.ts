/**
 * The local entries of a unit, kept as one sealed document. Every step is on record before it takes effect, also one that was refused, and
 * on the disk when it is answered. What has ended is kept for as long as an entry may stand, so that a repeat or a question finds it, and
 * then forgotten.
 */
import type { Profile } from '../../config/profile.ts';
import type { UnitKind } from '../../domain/detection.ts';
import type { HotListEntry, HotListHead } from '../../domain/hot-list.ts';
import { uuidV7 } from '../../domain/identifier.ts';
import type { WallInstant } from '../../domain/instant.ts';
import { vouchedFor } from '../../domain/lifetime.ts';
import type { Person } from '../../domain/role.ts';
import type { Audit, AuditAction } from '../../ports/audit.ts';
import type { Entropy } from '../../ports/entropy.ts';
import type { SealedFolder } from '../../ports/sealed-folder.ts';
import { LOCAL_LIST } from './library.ts';
import type { IndexedEntry, ListedEntries } from './listed-entries.ts';
import {
  type Asked,
  aged,
  approve,
  extend,
  isActive,
  type LocalEntry,
  listedOf,
  maySee,
  type Proposal,
  propose,
  type Step,
  withdraw,
} from './local-entry.ts';

/** More are no list that persons keep. */
export const LOCAL_ENTRIES_MAX = 10_000;

export interface LocalEntriesTools {
  readonly folder: SealedFolder;
  readonly profile: Profile;
  readonly unitKind: UnitKind;
  readonly audit: Audit;
  readonly entropy: Entropy;
}

export interface LocalRequest {
  readonly by: Person;
  readonly now: WallInstant;
}

export type LocalAnswer =
  | { readonly kind: 'done'; readonly id: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Active entries, as the matcher takes a list. */
export interface ActiveEntries {
  readonly head: HotListHead;
  readonly entries: ListedEntries;
  readonly indexed: readonly IndexedEntry[];
  /** Of each, by its ref. */
  readonly ids: readonly string[];
  /** Refs of those that were not run over past reads yet. */
  readonly unrecalled: readonly number[];
}

const actions = {
  propose: 'local-entry.proposed',
  approve: 'local-entry.approved',
  extend: 'local-entry.extended',
  withdraw: 'local-entry.withdrawn',
} as const satisfies Record<string, AuditAction>;

export class LocalEntries {
  readonly #tools: LocalEntriesTools;

  constructor(tools: LocalEntriesTools) {
    this.#tools = tools;
  }

  propose(proposal: Proposal, request: LocalRequest): LocalAnswer {
    const id = uuidV7(request.now.epochMs, this.#tools.entropy.bytes(10));
    return this.#step('propose', id, request, (asked, _, count) => {
      if (this.#tools.unitKind === 'motor-carrier')
        return { kind: 'refused', reason: 'a motor-carrier unit has no local entries' };
      if (count >= LOCAL_ENTRIES_MAX) return { kind: 'refused', reason: `there are ${LOCAL_ENTRIES_MAX} entries` };
      return propose(proposal, id, asked);
    });
  }

  approve(id: string, request: LocalRequest): LocalAnswer {
    return this.#step('approve', id, request, (asked, entry) => entry && approve(entry, asked));
  }

  extend(id: string, request: LocalRequest): LocalAnswer {
    return this.#step('extend', id, request, (asked, entry) => entry && extend(entry, asked));
  }

  withdraw(id: string, request: LocalRequest): LocalAnswer {
    return this.#step('withdraw', id, request, (asked, entry) => entry && withdraw(entry, asked));
  }

  /** All of them for who may see them; that they were seen is on record before, and a refusal too. */
  seenBy({ by, now }: LocalRequest): readonly LocalEntry[] | undefined {
    if (maySee(by, this.#tools.profile)) {
      const entries = this.#read().map((entry) => aged(entry, now));
      this.#tools.audit.record({ action: 'local-entry.seen', by, detail: { entries: entries.length } });
      return entries;
    }
    this.#tools.audit.record({
      action: 'local-entry.refused',
      by,
      detail: { step: 'see', reason: 'the role may not see local entries' },
    });
    return undefined;
  }

  /** Puts on record what time has ended since the last call. A clock that nobody vouches for ends nothing for good. */
  expire(now: WallInstant): void {
    if (!vouchedFor(now)) return;
    const isDue = (entry: LocalEntry) => aged(entry, now) !== entry;
    if (!this.#read().some(isDue)) return;
    this.#change((entries) => {
      for (const { id } of entries.filter(isDue))
        this.#tools.audit.record({ action: 'local-entry.expired', by: 'unit', subject: id });
      return entries.map((entry) => aged(entry, now));
    }, now);
  }

  /** What is to be matched now. */
  active(now: WallInstant): ActiveEntries {
    const { profile, unitKind } = this.#tools;
    const active = unitKind === 'motor-carrier' ? [] : this.#read().filter((entry) => isActive(entry, now));
    const { days_max, extension_days } = profile.local_entries;
    return {
      // They are the unit's own and always the newest; each ends by itself before this limit.
      head: { list: LOCAL_LIST, source: 'local', madeAt: now, limitHours: 24 * Math.max(days_max, extension_days) },
      entries: { entry: (ref): HotListEntry => listedOf(active[ref]!, LOCAL_LIST) },
      indexed: active.map(({ text, region, alertClass }, ref) => ({
        text,
        alertClass,
        ref,
        ...(region === undefined ? {} : { region }),
      })),
      ids: active.map(({ id }) => id),
      unrecalled: active.flatMap(({ recalled }, ref) => (recalled ? [] : [ref])),
    };
  }

  /** Notes that these were run over past reads. */
  recalled(ids: readonly string[], now: WallInstant): void {
    this.#change(
      (entries) => entries.map((entry) => (ids.includes(entry.id) ? { ...entry, recalled: true } : entry)),
      now,
    );
  }

  /** Another text when something was changed, by this program or another. */
  version(): string | undefined {
    return this.#tools.folder.version(LOCAL_LIST);
  }

  #step(
    step: keyof typeof actions,
    id: string,
    { by, now }: LocalRequest,
    make: (asked: Asked, entry: LocalEntry | undefined, count: number) => Step | undefined,
  ): LocalAnswer {
    const { audit, profile } = this.#tools;
    let answer: LocalAnswer = { kind: 'done', id };
    const after = (entries: readonly LocalEntry[]) => {
      const asked: Asked = { by, at: now, rules: profile };
      const old = entries.find((entry) => entry.id === id);
      const made =
        make(asked, old && aged(old, now), entries.length) ??
        ({ kind: 'refused', reason: 'there is no such entry' } as const);
      if (made.kind === 'refused') {
        // What somebody asks for need not be an entry's id.
        const subject = step === 'propose' || old !== undefined ? id : 'unknown';
        audit.record({ action: 'local-entry.refused', by, subject, detail: { step, reason: made.reason } });
        answer = made;
        return undefined;
      }
      audit.record({ action: actions[step], by, subject: id, detail: { caseNumber: made.entry.caseNumber } });
      return old === undefined
        ? [...entries, made.entry]
        : entries.map((entry) => (entry === old ? made.entry : entry));
    };
    this.#change(after, now);
    return answer;
  }

  #read(): readonly LocalEntry[] {
    return entriesIn(this.#tools.folder.document(LOCAL_LIST));
  }

  /** @param change undefined: nothing is to be changed. */
  #change(change: (entries: readonly LocalEntry[]) => readonly LocalEntry[] | undefined, now: WallInstant): void {
    const keptMs = this.#tools.profile.local_entries.days_max * 86_400_000;
    const isFresh = ({ ended }: LocalEntry) => ended === undefined || now.epochMs - ended.at.epochMs < keptMs;
    this.#tools.folder.update(LOCAL_LIST, (document) => {
      const changed = change(entriesIn(document));
      return changed && Buffer.from(JSON.stringify(changed.filter(isFresh)));
    });
  }
}

function entriesIn(document: Uint8Array | undefined): readonly LocalEntry[] {
  return document === undefined ? [] : (JSON.parse(Buffer.from(document).toString()) as LocalEntry[]);
}
