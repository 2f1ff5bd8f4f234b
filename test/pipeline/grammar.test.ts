import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alikeOf } from '../../firmware/domain/reading.ts';
import { UNION } from '../../firmware/domain/region.ts';
import { respelled, settled } from '../../firmware/pipeline/grammar.ts';
import { explainedRegions, knownSeries, seriesThatPrint } from '../../firmware/pipeline/known-series.ts';
import { foldedText } from '../../firmware/pipeline/ranking.ts';

const countries = [...explainedRegions].filter((region) => region.startsWith(UNION));
/** Of `eu` every country alike, as where the picture does not tell which. */
const sure = (code: string, confidence = 0.99) => [
  ...(code === 'eu' ? countries : [code]).map((each, _, all) => ({ code: each, confidence: confidence / all.length })),
  { code: 'other', confidence: 1 - confidence },
];
const spelledBy = (region: string, text: string) => respelled(text, settled(text, sure(region)));

describe('position grammar', () => {
  test.each([
    ['br', '0QI1O34', 'OQI1O34', 'AAA9A99 and AAA9999 agree but in the fifth place'],
    ['br', 'AB01I3O', 'ABO1I30', 'the same'],
    ['us-ca', '8KLMO12', '8KLM012', 'a digit in all of California'],
    ['us-il', 'BOI2345', 'BO12345', 'AA99999 or A999999, so the second place is left as read'],
    ['eu', 'TMI0ABC', 'TM10ABC', 'Romania alone prints such a text'],
    ['eu', 'B1O2KLM', 'B102KLM', 'Bucharest alone'],
    ['eu', 'AB1OOCD', 'AB100CD', 'no Austrian district is AB, no Romanian series begins with O'],
    ['eu', 'BN1IOC', 'BN1IOC', 'Baden in Austria has BN 1 IOC and BN 110 C'],
    ['eu', 'RK755A0', 'RK755AO', 'the form of several countries, and of each a letter'],
    ['eu', '4SO5234', '4S05234', 'Czechia prints no O'],
    ['eu', '4SOI234', '4SOI234', 'but Belgium has 4 SOI 234'],
    ['eu', 'WXO1234', 'WXO1234', 'Germany has WXO 1234, Denmark WX 01 234'],
    ['eu-de', 'WX01234', 'WXO1234', 'no German number begins with 0'],
    ['eu-dk', 'WXO1234', 'WX01234', 'two letters in all of Denmark'],
    ['eu-cz', '4SOI234', '4S01234', 'Czechia prints no O'],
  ])('in %s, %s is spelled %s: %s', (region, read, wanted) => {
    expect(spelledBy(region, read)).toBe(wanted);
  });

  test('names the series that decided', () => {
    expect(settled('AB01234', sure('br')).by).toEqual(['br Brazil old']);
    expect(settled('TMI0ABC', sure('eu')).by).toContain('ro Romania');
  });

  test('is silent where the region is unsure, is none of known series, or the text has another form', () => {
    for (const regions of [sure('br', 0.8), sure('us'), sure('other'), []])
      expect(settled('AB01234', regions).by).toEqual([]);
    expect(settled('AB8I234', sure('br')).places.size).toBe(0);
    expect(settled('AB0123', sure('br')).places.size).toBe(0);
    expect(settled('OOOO0IIII1', sure('eu')).places.size).toBe(0);
  });

  test('counts regions that agree together: no state need be sure where all that it may be say the same', () => {
    const regions = [
      { code: 'us-ga', confidence: 0.5 },
      { code: 'us-wa', confidence: 0.45 },
      { code: 'other', confidence: 0.05 },
    ];
    expect(settled('KLM1O23', regions).places).toEqual(
      new Map([
        [3, '1'],
        [4, '0'],
      ]),
    );
    expect(settled('KLM1O23', regions.slice(0, 1)).places.size).toBe(0);
  });

  const regions = fc.constantFrom(...new Set(knownSeries.map(({ region }) => region)));
  const texts = fc.string({ unit: fc.constantFrom(...'01OIABKLM23789'), minLength: 3, maxLength: 8 });

  test('never changes anything but 0, O, 1 and I, and what it settled stays settled', () => {
    fc.assert(
      fc.property(regions, texts, (region, read) => {
        const now = spelledBy(region, read);
        expect(foldedText(now)).toBe(foldedText(read));
        expect(spelledBy(region, now)).toBe(now);
        const { places } = settled(read, sure(region));
        for (const [place, character] of places) expect([character, alikeOf[character]]).toContain(read[place]);
      }),
    );
  });

  test('never makes a text that a series of its region prints into another', () => {
    const printed = fc.tuple(
      fc.constantFrom('eu-de', 'eu-ro', 'eu-pl', 'br', 'us-ca', 'us-tx', 'us-il'),
      fc.oneof(
        fc.stringMatching(/^[OIAB]{2}[019]{3}[OIAB]{2}$/),
        fc.stringMatching(/^[OIAB]{2,3}[0129]{3,5}$/),
        fc.stringMatching(/^[0129][OIAB]{3}[019]{3}$/),
        fc.stringMatching(/^[OIAB]{3}[019][OIAB][019]{2}$/),
      ),
    );
    fc.assert(
      fc.property(
        printed.filter(([region, text]) => seriesThatPrint(text).some((series) => series.region === region)),
        ([region, text]) => void expect(spelledBy(region, text)).toBe(text),
      ),
    );
  });

  test('leaves a place alone where two series of the region that may print the text differ', () => {
    fc.assert(
      fc.property(regions, texts, (region, read) => {
        const { places } = settled(read, sure(region));
        for (const [place, character] of places) {
          const other = read.slice(0, place) + alikeOf[character] + read.slice(place + 1);
          expect(knownSeries.some((series) => series.region === region && series.prints(other))).toBe(false);
        }
      }),
    );
  });
});
