/**
 * The plates of one list, packed: which entries have exactly this text. It promises an answer in a step or two through memory however many
 * plates there are, 16 bytes an entry and one to two for the way there, no object an entry, and no false answer: the whole text is compared,
 * not a digest. It refuses changes: a list that is replaced gets another index, which may be built on another thread and handed over.
 *
 * A record is four words: three of the text's key (plate-key.ts), each with five bits over, and the entry's ref. The bits over hold the
 * alert class, so that hits can be put in order before anything is unsealed, and the number of the region. Records lie sorted by the
 * bucket that their text falls into, over pages of 1 MiB: so a list grows without being copied, and takes no more than it needs.
 */
import { alertClasses } from '../../domain/alert-class.ts';
import type { IndexedEntry } from './listed-entries.ts';
import { hashOf, type PlateKey, WORD_BITS, WORDS } from './plate-key.ts';

/** An index as it goes from thread to thread. */
export interface PlateIndexParts {
  /** All full but the last. */
  readonly pages: readonly Uint32Array<ArrayBuffer>[];
  /** The first record of each bucket, and at last how many records there are. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** By number; the first is of entries that name none. */
  readonly regions: readonly (string | undefined)[];
  /** Entries for partial plates, which lie beside (watch.ts). */
  readonly watches: readonly IndexedEntry[];
}

export const RECORD_WORDS = WORDS + 1;
/** A record's number, shifted by so many bits, is that of its page. */
export const PAGE_BITS = 16;
export const RECORDS_OF_A_PAGE = 1 << PAGE_BITS;
/** Bits of a word that its part of the key leaves. */
export const SPARE_BITS = 32 - WORD_BITS;
export const SPARE = (1 << SPARE_BITS) - 1;
/** Regions are numbered in the bits over of the second and third word. */
export const REGIONS_MAX = 1 << (2 * SPARE_BITS);

/** An entry as it is found by a text that the one who asks knows. */
export type FoundEntry = Omit<IndexedEntry, 'text'>;

const none: readonly FoundEntry[] = [];

export class PlateIndex {
  readonly parts: PlateIndexParts;
  readonly #shift: number;

  constructor(parts: PlateIndexParts) {
    this.parts = parts;
    this.#shift = bucketShift(parts.starts.length - 1);
  }

  /** Entries whose text has this key, in no order. */
  entriesOf(key: PlateKey): readonly FoundEntry[] {
    const [first, second, third] = [key[0]!, key[1]!, key[2]!];
    const bucket = hashOf(first, second, third) >>> this.#shift;
    const { pages, starts } = this.parts;
    const end = starts[bucket + 1]!;
    let found: FoundEntry[] | undefined;
    for (let record = starts[bucket]!; record < end; record++) {
      const page = pages[record >>> PAGE_BITS]!;
      const at = placeInPage(record);
      const isIt =
        page[at]! >>> SPARE_BITS === first &&
        page[at + 1]! >>> SPARE_BITS === second &&
        page[at + 2]! >>> SPARE_BITS === third;
      if (!isIt) continue;
      found ??= [];
      found.push(this.#entryAt(page, at));
    }
    return found ?? none;
  }

  get entries(): number {
    return this.parts.starts.at(-1)!;
  }

  /** What it takes, in bytes. */
  get bytes(): number {
    return [this.parts.starts, ...this.parts.pages].reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** What is transferred with its parts to another thread, where nothing is to be copied. */
  get buffers(): ArrayBuffer[] {
    return [this.parts.starts, ...this.parts.pages].map(({ buffer }) => buffer);
  }

  #entryAt(page: Uint32Array, at: number): FoundEntry {
    const alertClass = alertClasses[page[at]! & SPARE]!;
    const region = this.parts.regions[((page[at + 1]! & SPARE) << SPARE_BITS) | (page[at + 2]! & SPARE)];
    const ref = page[at + WORDS]!;
    return region === undefined ? { alertClass, ref } : { alertClass, ref, region };
  }
}

/** Where a record's words begin in its page. */
export function placeInPage(record: number): number {
  return (record & (RECORDS_OF_A_PAGE - 1)) * RECORD_WORDS;
}

/** How far a hash is shifted to give one of so many buckets, which are a power of two of at least 2. */
export function bucketShift(buckets: number): number {
  return Math.clz32(buckets) + 1;
}

/** How many buckets for so many entries: two to four entries share one. */
export function bucketsFor(entries: number): number {
  return 2 ** Math.max(1, Math.ceil(Math.log2(entries / 4)));
}
