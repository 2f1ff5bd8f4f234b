/**
 * Builds the index of one list, entry by entry, in the pages that the index will have, so that a list takes no more memory while it is built
 * than after. An entry's object may be forgotten as soon as it was added. Adding goes in small steps; what is added is then put in order at
 * once, which for a list of millions belongs on another thread (plate-index-order.ts).
 */
import { alertClasses } from '../../domain/alert-class.ts';
import { assert } from '../../domain/assert.ts';
import type { IndexedEntry } from './listed-entries.ts';
import {
  type PlateIndex,
  placeInPage,
  RECORD_WORDS,
  RECORDS_OF_A_PAGE,
  REGIONS_MAX,
  SPARE,
  SPARE_BITS,
} from './plate-index.ts';
import { type Page, sortedIndex, type UnsortedIndex } from './plate-index-order.ts';
import { keyInto, plateKey, WORDS } from './plate-key.ts';
import { isWatch, unfitWatch, WATCHES_MAX } from './watch.ts';

/** 67 million. */
const ENTRIES_MAX = 2 ** 26;

export class PlateIndexBuilder {
  readonly #pages: Page[] = [];
  #count = 0;
  #isDone = false;
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

  /** The index of all that was added, at once; the builder is done then. */
  build(): PlateIndex {
    return sortedIndex(this.unsorted());
  }

  /** All that was added, to be sorted elsewhere; the builder is done then. */
  unsorted(): UnsortedIndex {
    assert(!this.#isDone, 'an index is built once');
    this.#isDone = true;
    const last = this.#pages.pop();
    if (last !== undefined) this.#pages.push(last.slice(0, placeInPage(this.#count - 1) + RECORD_WORDS));
    return { entries: this.#count, pages: this.#pages, regions: this.#regions, watches: this.#watches };
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
