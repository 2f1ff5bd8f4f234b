/**
 * How much of Europe the position grammar can settle: of 0, O, 1 and I in texts drawn from each design of a country of the
 * European Union, the share that it settles as drawn, by how surely the picture tells the country. A picture that is sure
 * by 0.6 names another country in four texts of ten, as it may. The designs are mostly drawn from all letters, so some
 * texts break their own country's rules (a Romanian series that begins with O): those are most of what is settled otherwise.
 *
 *     node test/measure/grammar.ts
 */

import { alikeOf } from '../../firmware/domain/reading.ts';
import { UNION } from '../../firmware/domain/region.ts';
import { settled } from '../../firmware/pipeline/grammar.ts';
import { issuedBy } from '../../firmware/pipeline/issued.ts';
import { explainedRegions } from '../../firmware/pipeline/known-series.ts';
import { Dice } from '../../sim/dice.ts';
import { designsOf, drawPlate, readDesigns } from '../../sim/plates.ts';

const DRAWS = 400;
const SURE = [0, 0.6, 0.9];
const OF_THE_UNION = 0.99;
const countries = [...explainedRegions].filter((region) => region.startsWith(UNION));
const dice = new Dice('1');
const mix = { regions: countries.map((code) => code.slice(UNION.length)), homeShare: 0, heldBack: 'without' } as const;

/** What a picture says that is sure by a share of a country, and right as often. */
function pictured(country: string, sure: number) {
  const said = dice.chance(sure) ? country : dice.pick(countries);
  const rest = (1 - sure) / countries.length;
  const shares = countries.map((code) => ({ code, confidence: OF_THE_UNION * (rest + (code === said ? sure : 0)) }));
  return [...shares, { code: 'other', confidence: 1 - OF_THE_UNION }];
}

const rows = new Map<string, Record<string, number>>();
const totals = SURE.map(() => ({ places: 0, right: 0, otherwise: 0, texts: 0, wholly: 0 }));
for (const design of designsOf(mix, readDesigns())) {
  const row: Record<string, number> = {};
  for (const [column, sure] of SURE.entries()) {
    const sums = { places: 0, right: 0, otherwise: 0, texts: 0, wholly: 0 };
    for (let draw = 0; draw < DRAWS; draw++) {
      const { text } = drawPlate(mix, [design], dice);
      const alike = [...text].map((_, place) => place).filter((place) => alikeOf[text[place]!] !== undefined);
      if (alike.length === 0) continue;
      const { places } = settled(text, issuedBy(pictured(`${UNION}${design.region}`, sure), text));
      const right = alike.filter((place) => places.get(place) === text[place]).length;
      sums.texts += 1;
      sums.places += alike.length;
      sums.right += right;
      sums.otherwise += places.size - right;
      sums.wholly += Number(right === alike.length);
    }
    row[`sure by ${sure}: settled, %`] = Math.round((100 * sums.right) / sums.places);
    row[`otherwise at ${sure}`] = sums.otherwise;
    for (const key of ['places', 'right', 'otherwise', 'texts', 'wholly'] as const) totals[column]![key] += sums[key];
  }
  rows.set(`${design.region} ${design.name}`, row);
}
console.table(Object.fromEntries(rows));
for (const [column, { places, right, otherwise, texts, wholly }] of totals.entries()) {
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  console.log(
    `Sure of the country by ${SURE[column]}: ${share(right, places)} of ${places} places settled as drawn, ` +
      `${share(otherwise, places)} otherwise; ${share(wholly, texts)} of ${texts} texts wholly.`,
  );
}
