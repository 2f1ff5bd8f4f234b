/**
 * Builds the index of one list, entry by entry, in the pages that the index will have: the records are put in order where they are, so that
 * a list takes no more memory while it is built than after. An entry's object may be forgotten as soon as it was added. For a list of millions this belongs on
 * another thread: for five millions `build` alone takes most of a second.
 */
import { alertClasses } from '../../domain/alert-class.ts';
import { assert } from '../../domain/assert.ts';
import type { IndexedEntry } from './listed-entries.ts';
import {
  bucketShift,
  bucketsFor,
  PAGE_BITS,
  PlateIndex,
  placeInPage,
  RECORD_WORDS,
  RECORDS_OF_A_PAGE,
  REGIONS_MAX,
  SPARE,
  SPARE_BITS,
} from './plate-index.ts';
import { hashOf, keyInto, plateKey, WORDS } from './plate-key.ts';
import { isWatch, unfitWatch, WATCHES_MAX } from './watch.ts';

/** Records are brought first into so many parts, by the upper bits of their hash. */
const PART_BITS = 10;
/** 67 million. */
const ENTRIES_MAX = 2 ** 26;

type Page = Uint32Array<ArrayBuffer>;

export class PlateIndexBuilder {
  readonly #pages: Page[] = [];
  #count = 0;
  #isBuilt = false;
  readonly #key = plateKey();
  readonly #regions: (string | undefined)[] = [undefined];
  readonly #regionNumbers = new Map<string | undefined, number>([[undefined, 0]]);
  readonly #watches: IndexedEntry[] = [];

  /** Says why an entry can not be held, in words that name no plate; undefined: it is. */
  add({ text, region, alertClass, ref }: IndexedEntry): string | undefined {
    if (isWatch(text)) return this.#addWatch({ text, alertClass, ref, ...(region === undefined ? {} : { region }) });
    if (!/^[0-9A-Z]{1,15}$/.test(text)) return 'the plate is not 1 to 15 letters and digits';
    const number = this.#numberOf(region);
    if (number === undefined) return `the list names more than ${REGIONS_MAX - 1} states`;
    if (this.#count === ENTRIES_MAX) return 'the list is too long';
    if (this.#count % RECORDS_OF_A_PAGE === 0) this.#pages.push(new Uint32Array(RECORDS_OF_A_PAGE * RECORD_WORDS));
    keyInto(this.#key, text);
    const page = this.#pages.at(-1)!;
    const at = placeInPage(this.#count++);
    page[at] = (this.#key[0]! << SPARE_BITS) | alertClasses.indexOf(alertClass);
    page[at + 1] = (this.#key[1]! << SPARE_BITS) | (number >>> SPARE_BITS);
    page[at + 2] = (this.#key[2]! << SPARE_BITS) | (number & SPARE);
    page[at + WORDS] = ref;
    return undefined;
  }

  /** The index of all that was added; the builder is done then. */
  build(): PlateIndex {
    assert(!this.#isBuilt, 'an index is built once');
    this.#isBuilt = true;
    const [pages, regions, watches] = [this.#pages, this.#regions, this.#watches];
    const last = pages.pop();
    if (last !== undefined) pages.push(last.slice(0, placeInPage(this.#count - 1) + RECORD_WORDS));
    return new PlateIndex({ pages, starts: sorted(pages, this.#count), regions, watches });
  }

  #addWatch(entry: IndexedEntry): string | undefined {
    if (this.#watches.length === WATCHES_MAX) return `the list has more than ${WATCHES_MAX} partial plates`;
    const unfit = unfitWatch(entry.text);
    if (unfit === undefined) this.#watches.push(entry);
    return unfit;
  }

  #numberOf(region: string | undefined): number | undefined {
    const known = this.#regionNumbers.get(region);
    if (known !== undefined) return known;
    if (this.#regions.length === REGIONS_MAX) return undefined;
    this.#regionNumbers.set(region, this.#regions.length);
    return this.#regions.push(region) - 1;
  }
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
