/**
 * `make hil`: the suites of this folder in a guest (guest.ts): `*.guest.ts` on a machine as fast as it may be, `*.counted.ts` on
 * one that counts instructions, for figures of time. A suite with a `.host.ts` beside it has devices whose other end that plays
 * (host.ts). Prints the guest's console; the exit status is 1 when a suite failed or
 * the guest ended before it could say.
 *
 *   node test/hil/main.ts [NAME…]      only the suites whose file's name contains one of the names
 */
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareGuest, runInGuest } from './guest.ts';
import type { Host } from './host.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = process.argv.slice(2);
const wanted = readdirSync(folder).filter((file) => names.length === 0 || names.some((name) => file.includes(name)));

prepareGuest();
let failed = false;
for (const counted of [false, true]) {
  const files = wanted.filter((file) => file.endsWith(counted ? '.counted.ts' : '.guest.ts'));
  if (files.length === 0) continue;
  const runner = counted
    ? ['--test']
    : ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/hil/vitest.config.ts'];
  const command = ['node_modules/.bin/node', ...runner, ...files.map((file) => `test/hil/${file}`)];
  await using opened = new AsyncDisposableStack();
  const hosts: Host[] = [];
  for (const host of files.map((file) => new URL(file.replace(/\.\w+\.ts$/, '.host.ts'), import.meta.url))) {
    if (existsSync(host)) hosts.push(opened.use(await (await import(host.href)).openHost()));
  }
  const { status } = await runInGuest({
    command,
    counted,
    devices: hosts.flatMap(({ devices }) => devices),
    limitMs: 600_000,
    line: (line) => console.log(line),
    asked: (wish) => {
      for (const host of hosts) host.asked(wish);
    },
  });
  if (status === undefined) console.error('hil: the guest ended before its command did');
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
