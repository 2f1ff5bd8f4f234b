/**
 * New entries of a hot list run over what the unit has read already, as far back as the profile allows (`search.past_reads_hours`). What is
 * found is labelled as past wherever it shows, bounded as every search is (POLICY.md S5), and on record before anyone sees it, also where
 * nothing was found (POLICY.md O1). An entry that the lists had before is no news and makes no hit.
 */
import type { Profile } from '../config/profile.ts';
import type { Hit } from '../domain/hit.ts';
import type { WallInstant } from '../domain/instant.ts';
import type { HotLists, ReadPlate } from '../domain/matched.ts';
import type { Plate } from '../domain/plate.ts';
import type { Person } from '../domain/role.ts';
import type { Audit } from '../ports/audit.ts';
import type { Clock } from '../ports/clock.ts';

/** What the store is asked for. */
export interface PastReads {
  /** Every read exposed since then that is still kept, oldest first; goes on rightly while others are stored and purged. */
  since(fromMs: number): Iterable<{ readonly sequence: bigint; readonly plate: Plate }>;
  /** The read itself, by the sequence of its message; undefined: not kept any more. */
  read(sequence: bigint): ReadPlate | undefined;
}

/** Lists that hold the new entries and no others, or all where `before` is given. */
export interface NewLists extends HotLists {
  /** False only where `hitsOf` finds nothing for this plate, whatever else of the read there is. */
  mayMeet(plate: Plate): boolean;
}

export interface PastSearch {
  readonly lists: NewLists;
  /** The lists as they stood before. */
  readonly before?: HotLists;
  /** The list or the entry that is new, by its id. */
  readonly subject: string;
  /** Who made it take effect. */
  readonly by: Person | 'unit';
  readonly now: WallInstant;
}

export interface PastSearchTools {
  readonly reads: PastReads;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly profile: Pick<Profile, 'search'>;
}

export interface PastHits {
  /** Newest last. */
  readonly reads: readonly { readonly sequence: bigint; readonly hits: readonly Hit[] }[];
  /** Older ones were found too. */
  readonly more: boolean;
}

/** Reads that are gone through before others have their turn. */
const READS_OF_A_TURN = 2000;

/** Rejects with the Fault of a record that could not be written; then nothing is told. */
export async function pastHits(
  { lists, before, subject, by, now }: PastSearch,
  { reads, audit, clock, profile: { search } }: PastSearchTools,
): Promise<PastHits> {
  const found: { sequence: bigint; hits: readonly Hit[] }[] = [];
  let [compared, met] = [0, 0];
  for (const { sequence, plate } of reads.since(now.epochMs - search.past_reads_hours * 3_600_000)) {
    if (++compared % READS_OF_A_TURN === 0) await clock.sleep(0);
    const read = lists.mayMeet(plate) ? reads.read(sequence) : undefined;
    const hits = read === undefined ? [] : newHits(read, lists, before);
    if (hits.length === 0) continue;
    met++;
    found.push({ sequence, hits });
    if (found.length > search.rows_max) found.shift();
  }
  const more = met > found.length;
  const detail = { of: 'past reads', hours: search.past_reads_hours, compared, found: found.length, more };
  audit.record({ action: 'search.done', by, subject, detail });
  return { reads: found, more };
}

function newHits(read: ReadPlate, lists: HotLists, before: HotLists | undefined): readonly Hit[] {
  const known = new Set(before?.hitsOf(read).map(idOf));
  return lists
    .hitsOf(read)
    .filter((hit) => !known.has(idOf(hit)))
    .map((hit): Hit => ({ ...hit, past: true }));
}

/** Of the listing; a new edition of a list keeps its entries' numbers. */
function idOf({ entry: { list, entryId, text } }: Hit): string {
  return JSON.stringify([list, entryId, text]);
}
