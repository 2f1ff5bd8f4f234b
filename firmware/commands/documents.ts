/**
 * `documents`: the documents that are made from the code, `docs/faults.md` and the stage table in `docs/architecture.md`.
 * With `--check` nothing is written and a document that differs from the code is a failure.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { faultTable } from '../domain/fault.ts';
import { stages } from '../pipeline/pipeline.ts';
import type { Console } from './console.ts';

const FAULTS = new URL('../../docs/faults.md', import.meta.url);
const ARCHITECTURE = new URL('../../docs/architecture.md', import.meta.url);
const BEGIN = '<!-- stages: printed from firmware/pipeline/pipeline.ts by `make documents` -->';
const END = '<!-- end of stages -->';

export async function documentsCommand(args: readonly string[], { out, error }: Console): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { check: { type: 'boolean', default: false } } });
  let stale = 0;
  for (const [file, made] of [
    [FAULTS, faultsPage()],
    [ARCHITECTURE, withStages(await readFile(ARCHITECTURE, 'utf8'))],
  ] as const) {
    const name = file.pathname.split('/').slice(-2).join('/');
    const same = (await readFile(file, 'utf8').catch(() => '')) === made;
    if (same) continue;
    if (values.check) {
      error(`${name} differs from the code; run \`make documents\`.`);
      stale += 1;
    } else {
      await writeFile(file, made);
      out(`${name} written`);
    }
  }
  return stale === 0 ? 0 : 1;
}

export function faultsPage(): string {
  const rows = Object.entries(faultTable).map(
    ([code, { meaning, remedy, passes }]) =>
      `| \`${code}\` | ${meaning} | ${remedy} | ${passes ? 'may pass by itself' : 'needs a person'} |`,
  );
  return [
    '# Faults',
    '',
    'Printed from `firmware/domain/fault.ts` by `make documents`. A fault names what was wrong and where; it never holds a plate or a secret.',
    '',
    '| code | meaning | remedy | |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function withStages(page: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error('docs/architecture.md has lost the marks of its stage table');
  return `${page.slice(0, begin)}${BEGIN}\n\n${stageTable()}\n${page.slice(end)}`;
}

export function stageTable(): string {
  const rows = stages.map(
    ({ name, thread, takes, gives, drops }) =>
      `| \`${name}\` | ${thread} | ${takes} | ${gives} | ${drops.map((each) => `\`${each}\``).join(', ') || 'nothing'} |`,
  );
  return ['| stage | thread | in | out | drops |', '|---|---|---|---|---|', ...rows, ''].join('\n');
}
