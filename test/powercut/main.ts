/**
 * Cuts the power of a unit's disk at every place: records what the workload does to its files, plays the recording up to a cut,
 * and checks what stands then (disk.ts, check.ts). The disk is simulated; the store, its files and the recording are real.
 *
 *   node test/powercut/main.ts [--cuts 10000] [--kills 200] [--seed 1]
 *
 * Then it kills a whole unit at random instants (killed.ts).
 *
 * Prints how many cuts of each kind were tried, and each that broke something with what plays it again. Exit status 1 then.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killed } from './killed.ts';
import { play, record } from './play.ts';

const STEPS = 120;
const FAILURES_TOLD = 10;

const { values } = parseArgs({
  options: {
    cuts: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
const cuts = Number(values.cuts);
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'powercut-'));
try {
  const recorder = join(folder, 'recorder.so');
  const source = new URL('recorder.c', import.meta.url).pathname;
  execFileSync('gcc', ['-O2', '-shared', '-fPIC', '-o', recorder, source, '-ldl']);
  const counts = new Map<string, number>();
  let failures = 0;
  const began = performance.now();
  for (let done = 0, seed = Number(values.seed); done < cuts && failures < FAILURES_TOLD; seed += 1) {
    const changes = record({ recorder, folder, seed, steps: STEPS });
    for (const { cut, at, wrong } of play({ changes, folder: join(folder, 'after'), seed, most: cuts - done })) {
      done += 1;
      counts.set(cut, (counts.get(cut) ?? 0) + 1);
      if (wrong === undefined) continue;
      failures += 1;
      console.log(`seed ${seed}, after change ${at} of ${changes.length}, ${cut}: ${wrong}`);
      if (failures === FAILURES_TOLD) break;
    }
  }
  const tried = [...counts].map(([cut, count]) => `${count} ${cut}`).join(', ');
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${tried} in ${seconds} s: ${failures === 0 ? 'nothing lost, nothing twice' : `${failures} broke`}`);
  const { kills, messages, repeats, boots, wrong } = await killed({
    folder: mkdtempSync(join(folder, 'killed-')),
    kills: Number(values.kills),
    seed: Number(values.seed),
  });
  for (const each of wrong) console.log(each);
  console.log(
    `${kills} kills of a whole unit, ${boots} boots that stored: ${messages} messages, ${repeats} repeats dropped, ${wrong.length} wrong`,
  );
  process.exitCode = failures + wrong.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
