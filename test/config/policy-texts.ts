/** The texts of the five policies, where they lie beside the project, and the words of a clause in them. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));
const files: Readonly<Record<string, string>> = {
  bloomington: '000_5b7c7bb7aad3f69c.txt',
  leroy: '001_7b427f6fb4426671.txt',
  isp: '002_543c0e8cd29d0e05.txt',
  oakpark: '003_b09031c0268b9bdb.txt',
  schaumburg: '004_600b0f282b79f45f.txt',
};

export const haveTexts = existsSync(folder);

export function textOf(id: string): string {
  const file = files[id];
  if (file === undefined) throw new Error(`no text of "${id}"`);
  return readFileSync(`${folder}/${file}`, 'utf8');
}

/**
 * The lines of a clause such as `IV.I.4`, or undefined where there is none. Each part is looked for behind the one before, and
 * ahead of that one's next neighbour (`I` ends at `J`); a first part of more than a letter, such as `Storage`, is a word of a
 * heading in capitals.
 */
export function wordsOf(text: string, clause: string): string | undefined {
  let lines = text.split('\n').map((line) => line.replace(/^[\s|*-]+/, ''));
  if (new RegExp(`^${clause.replaceAll('.', '\\.')}\\.`, 'm').test(lines.join('\n')))
    return between(lines, clause)?.join(' ');
  for (const part of clause.split(/[ .]/)) {
    const found = /^[A-Z][a-z]/.test(part) ? under(lines, part.toUpperCase()) : between(lines, part);
    if (found === undefined) return undefined;
    lines = found;
  }
  return lines.join(' ').replace(/\s+/g, ' ');
}

function under(lines: readonly string[], word: string): string[] | undefined {
  const isHeading = (line: string) => /^[A-Z][A-Z, ]+[A-Z]( and [A-Z]+)?\s*$/.test(line);
  const at = lines.findIndex((line) => isHeading(line) && line.split(/[ ,]+/).includes(word));
  if (at < 0) return undefined;
  const end = lines.findIndex((line, index) => index > at && isHeading(line));
  return lines.slice(at, end < 0 ? lines.length : end);
}

function between(lines: readonly string[], part: string): string[] | undefined {
  const begins = (line: string, mark: string) => line.startsWith(`${mark}. `) || line.startsWith(`${mark}.*`);
  const at = lines.findIndex((line) => begins(line, part));
  if (at < 0) return undefined;
  const next = neighbour(part);
  const end = lines.findIndex((line, index) => index > at && begins(line, next));
  return lines.slice(at, end < 0 ? lines.length : end);
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** `4` is followed by `5`, `IV` by `V`, `D` by `E`. Single letters are taken for letters but for the `I` and `V` of whole sections. */
function neighbour(part: string): string {
  const parts = part.split('.');
  const last = parts.pop()!;
  const next = /^\d+$/.test(last)
    ? String(Number(last) + 1)
    : romans.includes(last) && parts.length === 0 && last !== 'I'
      ? romans[romans.indexOf(last) + 1]!
      : String.fromCharCode(last.charCodeAt(0) + 1);
  return [...parts, next].join('.');
}
