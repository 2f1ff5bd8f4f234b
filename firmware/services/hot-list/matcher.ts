/**
 * The hot lists of a unit as the pipeline asks them, at every read, with no network (POLICY.md U3): which entries meet it, exactly, by one
 * character easily confused, or by a watch for a partial plate. It promises that a list is replaced as a whole between two reads
 * (POLICY.md H2), that each hit says how old its list is, and that the gravest come first. Details are unsealed for hits alone; where they
 * are damaged the hit stands all the same, with what the index knows.
 *
 * A state that is read for sure and contradicts the listed one makes no hit. A vehicle that contradicts the described one makes no fuzzy
 * and no partial hit; an exact one it makes nevertheless, for a plate on another vehicle is what a stolen plate looks like.
 */
import { alertClasses } from '../../domain/alert-class.ts';
import { Fault } from '../../domain/fault.ts';
import type { Hit } from '../../domain/hit.ts';
import type { HotListEntry, HotListHead } from '../../domain/hot-list.ts';
import type { WallInstant } from '../../domain/instant.ts';
import type { HotLists, ReadPlate } from '../../domain/matched.ts';
import type { Plate } from '../../domain/plate.ts';
import type { Log } from '../../ports/log.ts';
import { confusableWith } from './confusable.ts';
import { agreementOf } from './described.ts';
import { CHARACTER_SURE, exchanged, type IsPrintedBy, mayStandFor, misreadingsOf } from './fuzzy.ts';
import type { ListedEntries } from './listed-entries.ts';
import type { FoundEntry, PlateIndex } from './plate-index.ts';
import { keyInto, plateKey, substitute } from './plate-key.ts';
import { agrees, STATE_SURE } from './state.ts';
import { isWatchedFor } from './watch.ts';

/** A list as it stands in memory. */
export interface LoadedList {
  readonly head: HotListHead;
  readonly index: PlateIndex;
  readonly entries: ListedEntries;
}

export interface MatcherTools {
  /** The best time that the unit knows; lists age by it. */
  readonly now: () => WallInstant;
  readonly log: Log;
  /** What known syntax says. */
  readonly isPrintedBy: IsPrintedBy;
}

/** Hits of one read; where there are more, the gravest. */
export const HITS_MAX = 32;

/** An entry that was met, before its details are unsealed. */
interface Met {
  readonly list: LoadedList;
  readonly found: FoundEntry;
  readonly text: string;
  readonly kind: Hit['kind'];
  readonly differsAt?: number;
}

const kinds: readonly Hit['kind'][] = ['exact', 'fuzzy', 'partial'];
const noHits: readonly Hit[] = [];

export class Matcher implements HotLists {
  readonly #tools: MatcherTools;
  readonly #key = plateKey();
  #lists: readonly LoadedList[] = [];

  constructor(tools: MatcherTools) {
    this.#tools = tools;
  }

  /** From the next read on, these and no others. */
  replace(lists: readonly LoadedList[]): void {
    this.#lists = lists;
  }

  /** The same for these lists and no others. */
  of(lists: readonly LoadedList[]): Matcher {
    const own = new Matcher(this.#tools);
    own.replace(lists);
    return own;
  }

  /** The gravest class first, then exact before fuzzy before partial. */
  hitsOf(read: ReadPlate): readonly Hit[] {
    const met: Met[] = [];
    for (const list of this.#lists) {
      this.#meetExactly(read, list, met);
      this.#meetFuzzily(read, list, met);
      meetPartially(read, list, met);
    }
    if (met.length === 0) return noHits;
    const now = this.#tools.now();
    return met
      .sort(byGravity)
      .values()
      .map((each) => this.#hitOf(each, read, now))
      .filter(({ kind, vehicle }) => kind === 'exact' || vehicle !== 'contradicts')
      .take(HITS_MAX)
      .toArray();
  }

  /**
   * Whether an entry may meet the plate, however sure it was read and of whatever state: false only where `hitsOf` finds nothing.
   * For going through many plates of which the rest is not at hand.
   */
  mayMeet(plate: Plate): boolean {
    const read = plate.reveal();
    return this.#lists.some(
      ({ index }) =>
        [read, ...misreadingsOf(read)].some((text) => this.#hasText(index, text)) ||
        index.parts.watches.some(({ text }) => isWatchedFor(text, read)),
    );
  }

  #hasText(index: PlateIndex, text: string): boolean {
    keyInto(this.#key, text);
    return index.entriesOf(this.#key).length > 0;
  }

  #meetExactly({ plate, region }: ReadPlate, list: LoadedList, met: Met[]): void {
    const text = plate.reveal();
    keyInto(this.#key, text);
    for (const found of list.index.entriesOf(this.#key))
      if (agrees(found.region, region, STATE_SURE)) met.push({ list, found, text, kind: 'exact' });
  }

  /** Takes the key as the exact plate left it, and leaves it so. */
  #meetFuzzily({ plate, characters, region }: ReadPlate, list: LoadedList, met: Met[]): void {
    for (let place = 0; place < characters.length; place++) {
      const { character, confidence } = characters[place]!;
      if (confidence >= CHARACTER_SURE) continue;
      for (const other of confusableWith(character)) {
        substitute(this.#key, place, { from: character, to: other });
        for (const found of list.index.entriesOf(this.#key)) {
          const text = exchanged(plate.reveal(), place, other);
          if (mayStandFor({ ...found, text }, region, this.#tools.isPrintedBy))
            met.push({ list, found, text, kind: 'fuzzy', differsAt: place });
        }
        substitute(this.#key, place, { from: other, to: character });
      }
    }
  }

  #hitOf({ list, found, text, kind, differsAt }: Met, read: ReadPlate, now: WallInstant): Hit {
    const entry = this.#entryOf({ list, found, text });
    const vehicle = agreementOf(entry.vehicle, read.vehicle);
    return {
      entry,
      kind,
      ...(differsAt === undefined ? {} : { differsAt }),
      ...(vehicle === undefined ? {} : { vehicle }),
      ...ageOf(list.head, now),
    };
  }

  #entryOf({ list, found, text }: Pick<Met, 'list' | 'found' | 'text'>): HotListEntry {
    try {
      return list.entries.entry(found.ref);
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      this.#tools.log.event('error', 'hotlist.entry-damaged', { list: list.head.list, code: cause.code });
      const { ref, ...known } = found;
      return {
        ...known,
        list: list.head.list,
        entryId: String(ref),
        text,
        note: 'Why it is listed can not be unsealed.',
      };
    }
  }
}

/** By how much who made a list may be ahead of the unit. */
const AHEAD_MS_MAX = 3_600_000;

/**
 * How old a list is, and whether that is past its limit. Of one that by the unit's time is not made yet nobody can tell, so that it is
 * flagged too.
 */
export function ageOf({ madeAt, limitHours }: HotListHead, now: WallInstant): Pick<Hit, 'listAgeMs' | 'listStale'> {
  const ageMs = now.epochMs - madeAt.epochMs;
  return { listAgeMs: Math.max(0, ageMs), listStale: ageMs > limitHours * 3_600_000 || ageMs < -AHEAD_MS_MAX };
}

function meetPartially({ plate, region }: ReadPlate, list: LoadedList, met: Met[]): void {
  const read = plate.reveal();
  for (const found of list.index.parts.watches)
    if (isWatchedFor(found.text, read) && agrees(found.region, region, STATE_SURE))
      met.push({ list, found, text: found.text, kind: 'partial' });
}

function byGravity(a: Met, b: Met): number {
  return (
    alertClasses.indexOf(a.found.alertClass) - alertClasses.indexOf(b.found.alertClass) ||
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind)
  );
}
