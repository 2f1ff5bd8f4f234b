/**
 * Puts the records of an index in order where they lie. For five million entries it takes most of a second of one core and no memory
 * beside the buckets' starts, and it wants no key and no list: it can be done on a thread that knows neither.
 */
import {
  bucketShift,
  bucketsFor,
  PAGE_BITS,
  PlateIndex,
  type PlateIndexParts,
  placeInPage,
  RECORD_WORDS,
  SPARE_BITS,
} from './plate-index.ts';
import { hashOf } from './plate-key.ts';

export type Page = Uint32Array<ArrayBuffer>;

/** Records as they were added. */
export interface UnsortedIndex extends Omit<PlateIndexParts, 'starts'> {
  readonly entries: number;
}

/** Records are brought first into so many parts, by the upper bits of their hash. */
const PART_BITS = 10;

/** In the same pages: the argument is not to be used any more. */
export function sortedIndex({ entries, ...rest }: UnsortedIndex): PlateIndex {
  return new PlateIndex({ ...rest, starts: sorted(rest.pages, entries) });
}

/** Sorts records by their buckets in place. Returns where each bucket begins, and at last where the last one ends. */
function sorted(pages: readonly Page[], records: number): Page {
  const buckets = bucketsFor(records);
  const shift = bucketShift(buckets);
  const starts = new Uint32Array(buckets + 1);
  for (let record = 0; record < records; record++) starts[(hashAt(pages, record) >>> shift) + 1]!++;
  for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1]! += starts[bucket]!;
  // What is swapped after this lies within the processor's cache.
  const partBits = Math.min(PART_BITS, 31 - shift);
  const parts = starts.filter((_, bucket) => bucket % 2 ** partBits === 0);
  bringHome(pages, parts, shift + partBits);
  bringHome(pages, starts, shift);
  return starts;
}

/** American flag sort (McIlroy, Bostic and McIlroy 1993): each swap brings one record to where its bucket's next one belongs. */
function bringHome(pages: readonly Page[], starts: Page, shift: number): void {
  const next = starts.slice();
  for (let bucket = 0; bucket + 1 < starts.length; bucket++) {
    while (next[bucket]! < starts[bucket + 1]!) {
      const record = next[bucket]!;
      const home = hashAt(pages, record) >>> shift;
      const to = next[home]!++;
      if (home !== bucket) swap(pages, record, to);
    }
  }
}

function hashAt(pages: readonly Page[], record: number): number {
  const page = pages[record >>> PAGE_BITS]!;
  const at = placeInPage(record);
  return hashOf(page[at]! >>> SPARE_BITS, page[at + 1]! >>> SPARE_BITS, page[at + 2]! >>> SPARE_BITS);
}

function swap(pages: readonly Page[], one: number, other: number): void {
  const [page, otherPage] = [pages[one >>> PAGE_BITS]!, pages[other >>> PAGE_BITS]!];
  const [at, otherAt] = [placeInPage(one), placeInPage(other)];
  for (let word = 0; word < RECORD_WORDS; word++) {
    const kept = page[at + word]!;
    page[at + word] = otherPage[otherAt + word]!;
    otherPage[otherAt + word] = kept;
  }
}
