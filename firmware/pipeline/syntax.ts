/**
 * Position grammar: where a region's plates all have a letter or all a digit at a place, that decides between 0 and O and
 * between 1 and I there, and nothing else: characters that print alike are told apart by where they stand, other
 * characters are never touched. It speaks only for regions whose syntax is certain and that were recognised surely. Pure.
 */
import { Plate } from '../domain/plate.ts';
import type { CharacterReading, RankedText } from '../domain/reading.ts';
import { alikeOf, alphabet } from '../domain/reading.ts';
import type { RegionReading } from '../domain/region.ts';

/** `A` a letter, `9` a digit, `*` either, for each place. */
const grammars: Readonly<Record<string, readonly string[]>> = {
  // AAA9999 until 2018, AAA9A99 (Mercosul) since: CONTRAN resolutions 231/2007 and 780/2019.
  br: ['AAA9*99'],
};

const REGION_SURE = 0.9;
const isDigit = (character: string) => character >= '0' && character <= '9';

/** A read or voted text, as far as grammar has a say in it. */
interface Spelling {
  readonly plate: Plate;
  readonly characters: readonly CharacterReading[];
  readonly candidates: readonly RankedText[];
}

/** The text with 0/O and 1/I as the region's grammar has them; the characters that it decided say so. */
export function spelled<T extends Spelling>(text: T, region: RegionReading): T {
  const characters = settled(text.characters, region);
  if (characters === text.characters) return text;
  const plate = new Plate(characters.map(({ character }) => character).join(''));
  if (plate.equals(text.plate)) return { ...text, characters };
  // What the reader gave to the spelling that the grammar rules out belongs to the one that it demands.
  const of = (wanted: Plate) => text.candidates.find((each) => each.plate.equals(wanted))?.confidence ?? 0;
  const first = { plate, confidence: of(plate) + of(text.plate) };
  const others = text.candidates.filter((each) => !each.plate.equals(plate) && !each.plate.equals(text.plate));
  return { ...text, plate, characters, candidates: [first, ...others] };
}

function settled(characters: readonly CharacterReading[], region: RegionReading): readonly CharacterReading[] {
  if (region.confidence < REGION_SURE) return characters;
  const grammar = grammars[region.code]?.find((each) => fits(each, characters));
  if (grammar === undefined) return characters;
  return characters.map((each, place) => {
    const kind = grammar[place]!;
    const character = required(kind, each.character);
    const other = alikeOf[character];
    if (kind === '*' || other === undefined) return each;
    const confidence = each.distribution[alphabet.indexOf(character)]! + each.distribution[alphabet.indexOf(other)]!;
    return { ...each, character, confidence: Math.min(1, confidence), settled: true as const };
  });
}

/** The character as the grammar wants it at this place, where it has an equal in print that fits. */
function required(kind: string, character: string): string {
  const fitting = kind === '*' || isDigit(character) === (kind === '9');
  return fitting ? character : (alikeOf[character] ?? character);
}

/** Whether the text has the grammar's form once 0/O and 1/I are as it wants. */
function fits(grammar: string, characters: readonly CharacterReading[]): boolean {
  if (characters.length !== grammar.length) return false;
  return characters.every(({ character }, place) => {
    const kind = grammar[place]!;
    return kind === '*' || isDigit(required(kind, character)) === (kind === '9');
  });
}
