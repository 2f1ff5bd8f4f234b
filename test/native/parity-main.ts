// The parity properties as a program: `node test/native/parity-main.ts [runs]`, for machines and emulators without vitest.
// Prints a line a property; exit status 1 when one fails, or when there is no set but the reference.

import { isa } from '../../native/index.ts';
import { networkParities } from './network-parity.ts';
import { parities } from './parity.ts';
import { nativeOn } from './tensors.ts';

const runs = Number(process.argv[2] ?? 100);
const sets = isa().available.filter((set) => set !== 'scalar');
let failed = sets.length === 0;
if (failed) console.error('no instruction set but the scalar reference');
for (const set of sets) {
  const images = parities.map(({ name, check }) => ({ name, check: () => check(set, runs) }));
  const networks = networkParities.map(({ name, check }) => ({ name, check: () => check(nativeOn(set), runs) }));
  for (const { name, check } of [...images, ...networks]) {
    try {
      check();
      console.log(`ok      ${set}: ${name} (${runs} cases)`);
    } catch (error) {
      failed = true;
      console.error(`FAILED  ${set}: ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
process.exitCode = failed ? 1 : 0;
