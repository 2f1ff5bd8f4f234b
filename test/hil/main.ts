/**
 * `make hil`: every suite of test/hil/*.guest.ts in a guest (guest.ts). Prints the guest's console; the exit status is 1
 * when a suite failed or the guest ended before it could say.
 *
 *   node test/hil/main.ts [NAME…]      only the suites whose file's name contains one of the names
 */
import { prepareGuest, runInGuest } from './guest.ts';

prepareGuest();
const vitest = [
  'node_modules/.bin/node',
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'test/hil/vitest.config.ts',
];
const { status } = await runInGuest({
  command: [...vitest, ...process.argv.slice(2)],
  limitMs: 600_000,
  line: (line) => console.log(line),
});
if (status === undefined) console.error('hil: the guest ended before its command did');
process.exitCode = status === 0 ? 0 : 1;
