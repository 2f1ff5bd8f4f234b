/**
 * How much of Europe the position grammar can settle: of 0, O, 1 and I in texts drawn from each design of a country of the
 * European Union, the share that it settles as drawn. The designs are drawn from all letters, so some texts break their own
 * country's rules (a Romanian series that begins with O): those are the ones settled otherwise.
 *
 *     node test/measure/grammar.ts
 */

import { alikeOf } from '../../firmware/domain/reading.ts';
import { settled } from '../../firmware/pipeline/grammar.ts';
import europe from '../../models/series.json' with { type: 'json' };
import { Dice } from '../../sim/dice.ts';
import { designsOf, drawPlate, readDesigns } from '../../sim/plates.ts';

const DRAWS = 400;
const regions = [...new Set(europe.map(({ region }) => region).filter((region) => !region.startsWith('us-')))];
const surely = [{ code: 'eu', confidence: 0.99 }];
const dice = new Dice('1');
const rows = new Map<string, { texts: number; places: number; settled: number; otherwise: number; wholly: number }>();
const mix = { regions, homeShare: 0, heldBack: 'without' } as const;
for (const design of designsOf(mix, readDesigns())) {
  const row = { texts: 0, places: 0, settled: 0, otherwise: 0, wholly: 0 };
  for (let draw = 0; draw < DRAWS; draw++) {
    const { text } = drawPlate(mix, [design], dice);
    const alike = [...text].map((_, place) => place).filter((place) => alikeOf[text[place]!] !== undefined);
    if (alike.length === 0) continue;
    const { places } = settled(text, surely);
    const right = alike.filter((place) => places.get(place) === text[place]).length;
    row.texts += 1;
    row.places += alike.length;
    row.settled += right;
    row.otherwise += places.size - right;
    row.wholly += Number(right === alike.length);
  }
  rows.set(`${design.region} ${design.name}`, row);
}
const sum = (key: 'texts' | 'places' | 'settled' | 'otherwise' | 'wholly') =>
  [...rows.values()].reduce((total, row) => total + row[key], 0);
console.table(Object.fromEntries(rows));
console.log(`${((100 * sum('settled')) / sum('places')).toFixed(1)} % of ${sum('places')} places settled as drawn,`);
console.log(
  `${((100 * sum('otherwise')) / sum('places')).toFixed(1)} % otherwise; ${((100 * sum('wholly')) / sum('texts')).toFixed(1)} % of ${sum('texts')} texts wholly.`,
);
