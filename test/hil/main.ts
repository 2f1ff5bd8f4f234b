/**
 * `make hil`: the suites of this folder in guests (guest.ts), one for each kind: `*.guest.ts` on a machine as fast as it may be,
 * `*.counted.ts` on one that counts instructions, for figures of time, `*.reset.ts` on one that is reset while they run, `*.machine.ts`
 * on a whole Debian system, started by its own systemd; there the first failure ends it. A suite with a `.host.ts` beside it, or
 * which imports one, has devices whose other end that plays (host.ts). Prints the guests' consoles; the exit status is 1 when a suite
 * failed or a guest ended before it could say.
 *
 *   node test/hil/main.ts [NAME…]      only the suites whose file's name contains one of the names
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareGuest, runInGuest } from './guest.ts';
import type { Host } from './host.ts';

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/hil/vitest.config.ts'];
const kinds = [
  { ending: '.guest.ts', runner: vitest },
  { ending: '.counted.ts', counted: true, runner: ['--test', '--test-concurrency=1'] },
  { ending: '.reset.ts', runner: ['--test'] },
  { ending: '.machine.ts', machine: true, runner: [...vitest, '--bail=1'] },
];
const folder = fileURLToPath(new URL('.', import.meta.url));
const names = process.argv.slice(2);
const wanted = readdirSync(folder).filter((file) => names.length === 0 || names.some((name) => file.includes(name)));

let failed = false;
for (const { ending, runner, ...kind } of kinds) {
  const files = wanted.filter((file) => file.endsWith(ending));
  if (files.length === 0) continue;
  prepareGuest(kind);
  const command = ['node_modules/.bin/node', ...runner, ...files.map((file) => `test/hil/${file}`)];
  await using opened = new AsyncDisposableStack();
  const hosts: Host[] = [];
  for (const host of new Set(files.flatMap(hostsOf))) hosts.push(opened.use(await (await import(host)).openHost()));
  const run = await runInGuest({
    command,
    ...kind,
    devices: hosts.flatMap(({ devices }) => devices),
    limitMs: 2_400_000,
    line: (line) => console.log(line),
    asked: (wish) => {
      for (const host of hosts) host.asked(wish);
    },
  });
  if (run.status === undefined) console.error('hil: the guest ended before its command did');
  for (const host of hosts) host.judge?.(run);
  failed ||= run.status !== 0;
}
process.exitCode = failed ? 1 : 0;

/** The other ends that a suite needs, by URL. */
function hostsOf(suite: string): string[] {
  const own = suite.replace(/\.\w+\.ts$/, '.host.ts');
  const imported = readFileSync(folder + suite, 'utf8').matchAll(/from '\.\/(\w+\.host\.ts)'/g);
  const there = readdirSync(folder).filter((file) => file === own);
  return [...there, ...[...imported].map(([, name]) => name!)].map((name) => new URL(name, import.meta.url).href);
}
