/**
 * Hot lists run over what the unit has read already: new entries over as far back as the profile allows (`search.past_reads_hours`), and
 * lists that could not be opened in time over what was read meanwhile. It is bounded as every search is (POLICY.md S5), and on record before
 * anyone sees what it found, also where that is nothing (POLICY.md O1). What a read met when it was read is no news and makes no hit.
 */
import type { Profile } from '../config/profile.ts';
import type { Hit } from '../domain/hit.ts';
import type { WallInstant } from '../domain/instant.ts';
import type { HotLists, KeptRead } from '../domain/matched.ts';
import type { Plate } from '../domain/plate.ts';
import type { Audit } from '../ports/audit.ts';
import type { Clock } from '../ports/clock.ts';

/** What the store is asked for. */
export interface PastReads {
  /** Every read exposed since then, of sequences after that one, oldest first; goes on rightly while others are stored and purged. */
  since(fromMs: number, after: bigint): Iterable<{ readonly sequence: bigint; readonly plate: Plate }>;
  /** The read itself, and what it met when it was read, by the sequence of its message; undefined: not kept any more. */
  read(sequence: bigint): { readonly detection: KeptRead; readonly hits: readonly Hit[] } | undefined;
}

/** The entries that are to be run over them. */
export interface NewLists extends HotLists {
  /** False only where `hitsOf` finds nothing for this plate, whatever else of the read there is. */
  mayMeet(plate: Plate): boolean;
}

export interface PastSearch {
  readonly lists: NewLists;
  /** What is run over them, by its ids. */
  readonly subject: string;
  readonly now: WallInstant;
  /** Only reads after this one, and those however long ago; absent: as far back as the profile allows. */
  readonly after?: bigint;
  /** Reads exposed before it are labelled as past; absent: all. */
  readonly pastBeforeMs?: number;
}

export interface PastSearchTools {
  readonly reads: PastReads;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly profile: Pick<Profile, 'search'>;
}

export interface PastHit {
  readonly sequence: bigint;
  readonly detection: KeptRead;
  readonly hits: readonly Hit[];
}

export interface PastHits {
  /** Newest last. */
  readonly reads: readonly PastHit[];
  /** Older ones were found too. */
  readonly more: boolean;
}

/** A vehicle, by the newest of its reads. */
export interface PastSighting extends PastHit {
  /** The sequences of the others, oldest first. */
  readonly earlier: readonly bigint[];
}

/** Reads that are gone through before others have their turn. */
const READS_OF_A_TURN = 2000;

/** Rejects with the Fault of a record that could not be written; then nothing is told. */
export async function pastHits(
  { lists, subject, now, after, pastBeforeMs = Number.POSITIVE_INFINITY }: PastSearch,
  { reads, audit, clock, profile: { search } }: PastSearchTools,
): Promise<PastHits> {
  const found: PastHit[] = [];
  let [compared, met] = [0, 0];
  const fromMs = after === undefined ? now.epochMs - search.past_reads_hours * 3_600_000 : Number.NEGATIVE_INFINITY;
  for (const { sequence, plate } of reads.since(fromMs, after ?? 0n)) {
    if (++compared % READS_OF_A_TURN === 0) await clock.sleep(0);
    const read = lists.mayMeet(plate) ? reads.read(sequence) : undefined;
    const hits = read === undefined ? [] : newHits(read, lists, pastBeforeMs);
    if (read === undefined || hits.length === 0) continue;
    met++;
    found.push({ sequence, detection: read.detection, hits });
    if (found.length > search.rows_max) found.shift();
  }
  const more = met > found.length;
  const span = after === undefined ? { hours: search.past_reads_hours } : { after: String(after) };
  const detail = { of: 'past reads', ...span, compared, found: found.length, more };
  audit.record({ action: 'search.done', by: 'unit', subject, detail });
  return { reads: found, more };
}

/** One a plate, in the order of their newest reads. */
export function sightingsIn(reads: readonly PastHit[]): readonly PastSighting[] {
  const byPlate = Map.groupBy(reads, ({ detection }) => detection.plate.reveal());
  return [...byPlate.values()]
    .map((group) => ({ ...group.at(-1)!, earlier: group.slice(0, -1).map(({ sequence }) => sequence) }))
    .sort((a, b) => (a.sequence < b.sequence ? -1 : 1));
}

function newHits(
  { detection, hits }: { readonly detection: KeptRead; readonly hits: readonly Hit[] },
  lists: HotLists,
  pastBeforeMs: number,
): readonly Hit[] {
  const known = new Set(hits.map(idOf));
  const isPast = detection.wall.epochMs < pastBeforeMs;
  return lists
    .hitsOf(detection)
    .filter((hit) => !known.has(idOf(hit)))
    .map((hit): Hit => (isPast ? { ...hit, past: true } : hit));
}

/** Of the listing; a new edition of a list keeps its entries' numbers. */
function idOf({ entry: { list, entryId, text } }: Hit): string {
  return JSON.stringify([list, entryId, text]);
}
