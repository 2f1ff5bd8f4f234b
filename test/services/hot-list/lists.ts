/** Hot lists and reads for tests: what a test sets is what it is about. */
import type { HotListEntry, HotListHead } from '../../../firmware/domain/hot-list.ts';
import type { ReadPlate } from '../../../firmware/domain/matched.ts';
import { Plate } from '../../../firmware/domain/plate.ts';
import type { CharacterReading } from '../../../firmware/domain/reading.ts';
import { type LoadedList, Matcher, type MatcherTools } from '../../../firmware/services/hot-list/matcher.ts';
import { PlateIndexBuilder } from '../../../firmware/services/hot-list/plate-index-builder.ts';

export const madeAt = { epochMs: 1_700_000_000_000, quality: { source: 'simulated' } } as const;

export function entryOf(own: Partial<HotListEntry> & Pick<HotListEntry, 'text'>): HotListEntry {
  return { list: 'test', entryId: '1', alertClass: 'stolen-vehicle', note: '', ...own };
}

/** Refs are places in `entries`. Throws where an entry is refused. */
export function listOf(entries: readonly HotListEntry[], head: Partial<HotListHead> = {}): LoadedList {
  const builder = new PlateIndexBuilder();
  for (const [ref, { text, region, alertClass }] of entries.entries()) {
    const refused = builder.add({ text, alertClass, ref, ...(region === undefined ? {} : { region }) });
    if (refused !== undefined) throw new Error(refused);
  }
  return {
    head: { list: 'test', source: 'LEADS', madeAt, limitHours: 24, ...head },
    index: builder.build(),
    entries: { entry: (ref) => entries[ref]! },
  };
}

export function matcherOf(lists: readonly LoadedList[], tools: Partial<MatcherTools> = {}): Matcher {
  const matcher = new Matcher({ now: () => madeAt, log: { event: () => {} }, isPrintedBy: () => true, ...tools });
  matcher.replace(lists);
  return matcher;
}

/** Read for sure, of a state that is not known, unless said otherwise. */
export function readOf(
  text: string,
  own: Partial<Omit<ReadPlate, 'plate' | 'characters'>> & { readonly confidences?: readonly number[] } = {},
): ReadPlate {
  const { confidences = [], ...rest } = own;
  const characters = Array.from(text, (character, place): CharacterReading => {
    return { character, confidence: confidences[place] ?? 1, distribution: new Float32Array(36) };
  });
  return { plate: new Plate(text), characters, region: { code: 'unknown', confidence: 0, others: [] }, ...rest };
}
