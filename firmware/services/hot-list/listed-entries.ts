/**
 * Where the index of plates and the library of sealed lists meet. While a list is loaded, each entry is given to the index as the
 * few bytes it is found by; everything else of it stays sealed, and is fetched only for an entry that was hit.
 */
import type { HotListEntry } from '../../domain/hot-list.ts';

/** What the index keeps of an entry. */
export interface IndexedEntry extends Pick<HotListEntry, 'text' | 'region' | 'alertClass'> {
  /** Where the list's entries hold the rest: a whole number from 0 to 2³² − 1, of the list's own choosing. */
  readonly ref: number;
}

/** The entries of one list, as it was when its index was built; a list that replaces it has its own. */
export interface ListedEntries {
  /**
   * The entry that was given to the index with this ref. Takes well under a millisecond: it is asked for between a read and its alert.
   * Throws Fault `vault.damaged` where it can not be unsealed as it was written.
   */
  entry(ref: number): HotListEntry;
}
