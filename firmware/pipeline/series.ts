/**
 * A series of plates: what texts a register prints, by form. A pattern is a regular expression over a plate's characters
 * in which `A` is a letter (of `letters`, where the series names them), `i` a letter but no O, `a` a letter but neither I
 * nor O, `9` a digit, `D` one of `districts`; every other character is itself; space, hyphen, dot and slash are how it is
 * pressed and count for nothing. Pure.
 */
import { foldedText } from './ranking.ts';

export interface Series {
  /** As the region network has it: `us-il`, `eu-ro`, `br`, `other`. */
  readonly region: string;
  /** The register and what people call its series: "us-il Illinois 2017". */
  readonly name: string;
  /** Its share of the region's plates, roughly; those of a region sum to 1. */
  readonly share: number;
  /** How many characters its texts have. */
  readonly lengths: ReadonlySet<number>;
  /** Whether the series prints a text. */
  readonly prints: (text: string) => boolean;
  /** Whether it prints a text in which 0 stands for O as well, and 1 for I. */
  readonly printsFolded: (folded: string) => boolean;
  /** Whether it may print a text, if letters said to be left out are not: American rules of those are hearsay. */
  readonly mayPrint: (text: string) => boolean;
}

export interface SeriesEntry {
  readonly region: string;
  /** Who issues it: a state or a country, `us-il`, `ro`. */
  readonly register: string;
  readonly name: string;
  /** How often it is met, beside the others of its region. */
  readonly weight: number;
  readonly patterns: readonly string[];
  readonly letters?: string | undefined;
  /** Codes of the places that issue it, with spaces between. */
  readonly districts?: string | undefined;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** What a series weighs at least: some designs are there only to be known. */
const WEIGHT_MIN = 0.1;
const TOKEN = /\[[^\]]*\]|\{[^}]*\}|./g;

/** @param entries one that prints the same as one before it of its register adds its weight to that one. */
export function tableOf(entries: readonly SeriesEntry[]): readonly Series[] {
  const distinct = new Map<string, SeriesEntry>();
  const totals = new Map<string, number>();
  for (const entry of entries) {
    const patterns = entry.patterns.map(bare);
    const key = [entry.register, entry.letters, entry.districts, ...patterns].join(',');
    const weight = Math.max(entry.weight, WEIGHT_MIN);
    const known = distinct.get(key) ?? { ...entry, patterns, weight: 0 };
    distinct.set(key, { ...known, weight: known.weight + weight });
    totals.set(entry.region, (totals.get(entry.region) ?? 0) + weight);
  }
  return Array.from(distinct.values(), (entry) => seriesOf(entry, totals.get(entry.region)!));
}

function seriesOf(entry: SeriesEntry, total: number): Series {
  const { region, register, name, weight, patterns, letters = LETTERS, districts = '' } = entry;
  const exact = expressionOf(patterns, { letters, districts });
  const folded = expressionOf(patterns, { letters, districts }, foldedText);
  const loose = region.startsWith('us-') ? expressionOf(patterns, { letters: `${letters}IO`, districts }) : exact;
  return {
    region,
    name: `${register} ${name}`,
    share: weight / total,
    lengths: new Set(patterns.flatMap((pattern) => lengthsOf(pattern, districts))),
    prints: (text) => exact.test(text),
    printsFolded: (text) => folded.test(text),
    mayPrint: (text) => loose.test(text),
  };
}

function bare(pattern: string): string {
  return pattern.replaceAll(/[ ·/-](?![^[]*\])/g, '');
}

/** @param fold done to every class and literal. */
function expressionOf(
  patterns: readonly string[],
  { letters, districts }: { readonly letters: string; readonly districts: string },
  fold = (text: string) => text,
): RegExp {
  const sources: Readonly<Record<string, string>> = {
    A: `[${letters}]`,
    i: `[${letters.replaceAll('O', '')}]`,
    a: `[${letters.replaceAll(/[IO]/g, '')}]`,
    '9': '[0-9]',
    D: `(?:${districts.replaceAll(' ', '|')})`,
  };
  const source = (pattern: string) =>
    pattern.replaceAll(TOKEN, (token) => (token.startsWith('{') ? token : fold(sources[token] ?? token)));
  return new RegExp(`^(?:${patterns.map(source).join('|')})$`);
}

function lengthsOf(pattern: string, districts: string): number[] {
  const codes = districts.split(' ').map(({ length }) => length);
  const spans = pattern.match(TOKEN)?.map((token): readonly [least: number, most: number] => {
    if (token === 'D') return [Math.min(...codes), Math.max(...codes)];
    if (!token.startsWith('{')) return [1, 1];
    // A count stands for the characters that come beside the one before it.
    const [from, to = from] = token.slice(1, -1).split(',').map(Number);
    return [from! - 1, to! - 1];
  });
  const [least, most] = (spans ?? []).reduce(([low, high], [from, to]) => [low + from, high + to], [0, 0]);
  return Array.from({ length: most - least + 1 }, (_, more) => least + more);
}
