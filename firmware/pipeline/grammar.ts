/**
 * Position grammar: whether a place holds 0 or O, 1 or I, where the plate's register leaves no choice. Other characters
 * are never touched, and a text of another form is left as it was read.
 *
 * A region settles a place when at least one of its series prints the text in some spelling and every spelling that any
 * of its series may print has the same character there. A place is settled when regions that hold REGION_SURE of all
 * probability settle it alike; of the European Union only the countries count that print the text at all. Vanity plates
 * are why no region is certain by itself: but a vanity text that has a serial's form in every place, and the letter where
 * the serial has the digit, is rarer by far than the readings that this mends (docs/decisions/0004). Pure.
 */
import { alikeOf } from '../domain/reading.ts';
import { byGroup, groupOf, type RegionShare } from '../domain/region.ts';
import { explainedRegions, seriesOf } from './known-series.ts';

const REGION_SURE = 0.9;
/** Places that could be either; a text with more of them is left alone. */
const ALIKE_MAX = 8;
/** A region this unlikely has no say. */
const REGION_MIN = 0.001;
/** Of one this unlikely the series are not named. */
const NAMED_MIN = 0.01;

export interface Settled {
  /** Place to character, for every place where it was 0 or O, 1 or I. */
  readonly places: ReadonlyMap<number, string>;
  /** Names of the series that print the text so, of the likeliest region first. */
  readonly by: readonly string[];
}

const nothing: Settled = { places: new Map(), by: [] };

export function settled(text: string, regions: readonly RegionShare[]): Settled {
  const spellings = spellingsOf(text);
  if (spellings.length < 2) return nothing;
  const likely = printing(regions, spellings);
  const places = new Map<number, string>();
  for (const [place, read] of [...text].entries()) {
    const other = alikeOf[read];
    for (const character of other === undefined ? [] : [read, other]) {
      const agreeing = likely.filter(({ printed }) => printed.every((one) => one[place] === character));
      if (agreeing.reduce((sum, { confidence }) => sum + confidence, 0) >= REGION_SURE) places.set(place, character);
    }
  }
  if (places.size === 0) return nothing;
  const agreeing = likely.filter(({ printed }) => printed.every((one) => respelled(one, { places }) === one));
  return { places, by: agreeing.flatMap(({ by, confidence }) => (confidence < NAMED_MIN ? [] : by)) };
}

/** The regions that print the text, likeliest first: what a group holds is shared among those of its regions that do. */
function printing(regions: readonly RegionShare[], spellings: readonly string[]) {
  const those = regions
    .filter(({ code, confidence }) => confidence >= REGION_MIN && explainedRegions.has(code))
    .toSorted((a, b) => b.confidence - a.confidence)
    .map((region) => ({ ...region, ...printedBy(region.code, spellings) }))
    .filter(({ printed }) => printed.length > 0);
  const [all, held] = [byGroup(regions), byGroup(those)];
  return those.map(({ code, confidence, ...rest }) => ({
    ...rest,
    confidence: (confidence * all.get(groupOf(code))!) / held.get(groupOf(code))!,
  }));
}

/** The spellings that a region's series may print, none where no series surely prints one; and which do. */
function printedBy(region: string, spellings: readonly string[]) {
  const series = seriesOf(region, spellings[0]!.length);
  const by = series.filter((each) => spellings.some(each.prints)).map(({ name }) => name);
  const printed = by.length === 0 ? [] : spellings.filter((one) => series.some((each) => each.mayPrint(one)));
  return { by, printed };
}

/** Every way to write the text with 0 or O and 1 or I in its places; none where they are too many. */
function spellingsOf(text: string): readonly string[] {
  const alike = [...text].filter((character) => alikeOf[character] !== undefined).length;
  if (alike > ALIKE_MAX) return [];
  return [...text].reduce<string[]>(
    (grown, character) =>
      [character, alikeOf[character] ?? ''].filter(Boolean).flatMap((each) => grown.map((one) => one + each)),
    [''],
  );
}

/** The text as settled, where it has the settled places at all. */
export function respelled(text: string, { places }: Pick<Settled, 'places'>): string {
  return Array.from(text, (character, place) => {
    const wanted = places.get(place);
    return wanted !== undefined && alikeOf[character] === wanted ? wanted : character;
  }).join('');
}
