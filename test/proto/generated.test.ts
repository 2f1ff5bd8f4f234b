/** The committed code is what the schema gives, and the schema is what protoc accepts. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messageKinds } from '../../firmware/domain/topic.ts';
import { program } from '../broker/programs.ts';
import { protoFolder } from './protoc.ts';

const schemas = readdirSync(join(protoFolder, 'alpr/v1')).map((file) => `alpr/v1/${file}`);

test('generating again gives the committed files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'proto-'));
  try {
    execFileSync(join(protoFolder, 'generate.sh'), [folder], { stdio: 'pipe' });
    for (const file of ['alpr.js', 'alpr.d.ts']) {
      const committed = readFileSync(join(protoFolder, 'generated', file), 'utf8');
      const same = readFileSync(join(folder, file), 'utf8') === committed;
      expect(same, `proto/generated/${file} is not what the schema gives: run \`make proto\``).toBe(true);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('protoc accepts every schema without a warning', () => {
  const said = execFileSync(program('protoc'), [`-I${protoFolder}`, '--descriptor_set_out=/dev/null', ...schemas], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(said).toBe('');
});

test('every enum begins with an unspecified zero, and every field has a number of its own', () => {
  for (const schema of schemas) {
    const text = readFileSync(join(protoFolder, schema), 'utf8').replaceAll(/\/\/.*$/gm, '');
    for (const [, name, body = ''] of text.matchAll(/^enum (\w+) \{([^}]*)\}/gm)) {
      expect(body.trim(), `${schema} ${name}`).toMatch(/^\w+_UNSPECIFIED = 0;/);
    }
    for (const [, name, body = ''] of text.matchAll(/^message (\w+) \{(.*?)^\}/gms)) {
      const numbers = [...body.matchAll(/= (\d+);/g)].map((match) => match[1]);
      expect(new Set(numbers).size, `${schema} ${name}`).toBe(numbers.length);
    }
  }
});

test('topics.md tells of every topic', () => {
  const text = readFileSync(join(protoFolder, 'topics.md'), 'utf8');
  for (const kind of messageKinds) expect(text).toContain(`\`${kind}\``);
});
