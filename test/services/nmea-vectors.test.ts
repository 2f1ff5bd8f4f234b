/** Sentences of which other parsers say what they mean, read as they would come over a line. */
import { describe, expect, test } from 'vitest';
import { parseSentence, SentenceCutter } from '../../firmware/services/gps/nmea.ts';
import { goNmea } from './nmea-vectors/go-nmea.ts';
import { minmea } from './nmea-vectors/minmea.ts';
import { pynmea2, pynmeagps } from './nmea-vectors/pynmea.ts';
import { signalk } from './nmea-vectors/signalk.ts';
import type { Vector } from './nmea-vectors/words.ts';

const sources = { 'go-nmea': goNmea, minmea, 'signalk’s nmea0183': signalk, pynmea2, pynmeagps };

/** What the parser is to give: numbers to nine digits after the point, and not one field more. */
function expectedOf(is: Vector['is']): readonly unknown[] {
  if (is === 'refused') return [];
  if (is === 'other') return [{ kind: 'other' }];
  const near = (value: unknown) => (typeof value === 'number' ? expect.closeTo(value, 9) : value);
  return [Object.fromEntries(Object.entries(is).map(([name, value]) => [name, near(value)]))];
}

describe.each(Object.entries(sources))('%s', (source, vectors) => {
  for (const { sentence, is, theirs } of vectors) {
    test(theirs === undefined ? sentence : `${sentence}, though ${source} ${theirs}`, () => {
      const said = new SentenceCutter().push(Buffer.from(`${sentence}\r\n`, 'latin1'));
      expect(said.map(parseSentence).filter((each) => each !== undefined)).toEqual(expectedOf(is));
    });
  }
});
