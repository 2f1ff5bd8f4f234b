/**
 * How often a plate that nobody looks for is taken for one that is listed, by one confusable character: random plates against a list of
 * random plates, half of them of one state. What each condition takes away: the state, the syntax, and that a character must be unsure.
 *
 *     node test/measure/fuzzy.ts
 */
import type { ReadPlate } from '../../firmware/domain/matched.ts';
import { isPrintedBy } from '../../firmware/pipeline/known-series.ts';
import { misreadingsOf } from '../../firmware/services/hot-list/fuzzy.ts';
import type { LoadedList, Matcher } from '../../firmware/services/hot-list/matcher.ts';
import { PlateIndexBuilder } from '../../firmware/services/hot-list/plate-index-builder.ts';
import { Dice } from '../../sim/dice.ts';
import { designsOf, drawPlate, readDesigns } from '../../sim/plates.ts';
import { entryOf, madeAt, matcherOf, readOf } from '../services/hot-list/lists.ts';

const READS = 50_000;
const LISTED = 1_000_000;

const dice = new Dice('1');
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const drawn = (form: string) =>
  Array.from(form, (sign) => (sign === 'A' ? letters[dice.integer(26)] : dice.integer(10))).join('');
const neighbours = { any: 0, 'of the form AA99999': 0, 'that Illinois prints': 0 };
for (let draw = 0; draw < READS; draw++) {
  const all = misreadingsOf(drawn('AA99999'));
  neighbours.any += all.length;
  neighbours['of the form AA99999'] += all.filter((text) => /^[A-Z]{2}[0-9]{5}$/.test(text)).length;
  neighbours['that Illinois prints'] += all.filter((text) => isPrintedBy('us-il', text)).length;
}
console.log('neighbours of a plate AA99999, by one confusable character:');
for (const [of, count] of Object.entries(neighbours)) console.log(`  ${of}: ${(count / READS).toFixed(2)}`);

const mix = { regions: ['us'], home: 'us-il', homeShare: 0.5, heldBack: 'without' } as const;
const allowed = designsOf(mix, readDesigns());
const plate = () => {
  const { text, design } = drawPlate(mix, allowed, dice);
  return { text, region: design.region };
};
const listed = Array.from({ length: LISTED }, plate);
const reads = Array.from({ length: READS }, plate);
const list = (withState: boolean): LoadedList => {
  const builder = new PlateIndexBuilder();
  for (const [ref, { text, region }] of listed.entries())
    builder.add({ text, alertClass: 'stolen-plate', ref, ...(withState ? { region } : {}) });
  return {
    head: { list: 'drawn', source: 'LEADS', madeAt, limitHours: 24 },
    index: builder.build(),
    entries: { entry: (ref) => entryOf(listed[ref]!) },
  };
};
/** Which characters of a read are not sure, by its number. */
const doubts = {
  'no character sure': () => true,
  'one character not sure': (place: number, read: number) => place === read % 7,
  'every character sure': () => false,
};
const readWith = ({ text, region }: (typeof reads)[number], isUnsure: (place: number) => boolean): ReadPlate =>
  readOf(text, {
    region: { code: region, confidence: 0.95, others: [] },
    confidences: Array.from(text, (_, place) => (isUnsure(place) ? 0.6 : 1)),
  });
const share = (matcher: Matcher, isUnsure: (place: number, read: number) => boolean): string => {
  const met = reads.filter((read, index) =>
    matcher.hitsOf(readWith(read, (place) => isUnsure(place, index))).some(({ kind }) => kind === 'fuzzy'),
  );
  return `${((100 * met.length) / READS).toFixed(3)} %`;
};
const [stated, plain] = [list(true), list(false)];
const conditions = {
  confusable: matcherOf([plain]),
  'and of its state': matcherOf([stated]),
  'and printed there': matcherOf([stated], { isPrintedBy }),
};
const themselves = reads.filter((read) => conditions.confusable.hitsOf(readWith(read, () => false)).length > 0);
console.log(
  `of ${READS} plates, ${LISTED} listed; ${themselves.length} of them have a text that is listed, by chance:`,
);
const row = (isUnsure: (place: number, read: number) => boolean) =>
  Object.fromEntries(Object.entries(conditions).map(([name, matcher]) => [name, share(matcher, isUnsure)]));
console.table(Object.fromEntries(Object.entries(doubts).map(([name, isUnsure]) => [name, row(isUnsure)])));
