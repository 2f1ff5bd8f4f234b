/** A hit: a detection that meets an entry of a hot list. It is not yet anything a person may act on (POLICY.md V2). */
import type { HotListEntry } from './hot-list.ts';

export interface Hit {
  readonly entry: HotListEntry;
  /** `fuzzy`: one character differs by a shape easily confused; `partial`: a watch for a partial plate. It shows wherever the hit does. */
  readonly kind: 'exact' | 'fuzzy' | 'partial';
  /** Fuzzy: the place of the character that differs, from 0. */
  readonly differsAt?: number;
  /** The entry's description against what was seen of the vehicle; absent: one of them does not say, which is no agreement. */
  readonly vehicle?: 'agrees' | 'contradicts';
  /** The plate was read before the entry was there, or long before its list could be opened: it tells where the vehicle was. */
  readonly past?: true;
  /** Milliseconds since the list was made; a list past its limit is flagged (POLICY.md H2). */
  readonly listAgeMs: number;
  readonly listStale: boolean;
}
