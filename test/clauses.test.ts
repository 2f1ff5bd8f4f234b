/** docs/clauses.md against the tree: each clause has its row, each file is there, each test has the name that is given, and begins with the clause's id. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const series = { U: 9, H: 9, V: 4, R: 4, O: 1 } as const;
const clauses = Object.entries(series).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
);

const rows = readFileSync(`${ROOT}docs/clauses.md`, 'utf8')
  .split('\n')
  .filter((line) => /^\| [A-Z]\d+ \|/.test(line))
  .map((line) => {
    const [, clause = '', , keptIn = '', tests = ''] = line.split('|').map((cell) => cell.trim());
    return { clause, keptIn: namesIn(keptIn), tests: testsIn(tests) };
  });

test('every clause has one row, with where it is kept and a test', () => {
  expect(rows.map(({ clause }) => clause)).toEqual(clauses);
  for (const { keptIn, tests } of rows) expect(Math.min(keptIn.length, tests.length)).toBeGreaterThan(0);
});

describe.each(rows)('$clause', ({ clause, keptIn, tests }) => {
  test.each(keptIn)('is kept in %s, which is there', (path) => {
    expect(existsSync(ROOT + path)).toBe(true);
  });

  test.each(tests)('is tried in $file: $name', ({ file, name }) => {
    expect(name.split(' ').slice(0, ids(name))).toContain(clause);
    const text = readFileSync(ROOT + file, 'utf8');
    expect(["'", '`'].some((quote) => text.includes(quote + name))).toBe(true);
  });
});

/** How many words at the beginning are ids of clauses. */
function ids(name: string): number {
  const words = name.split(' ');
  const other = words.findIndex((word) => !/^[A-Z]\d+$/.test(word));
  return other < 0 ? words.length : other;
}

function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
}

/** A file in backticks, and behind it the beginnings of its tests' names. */
function testsIn(cell: string): { readonly file: string; readonly name: string }[] {
  return [...cell.matchAll(/`([^`]+)` ((?:"[^"]+"(?:, )?)+)/g)].flatMap(([, file, names]) =>
    [...names!.matchAll(/"([^"]+)"/g)].map(([, name]) => ({ file: file!, name: name! })),
  );
}
