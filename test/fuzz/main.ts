/**
 * Fuzzes every parser that meets foreign bytes.
 *
 *   node test/fuzz/main.ts [--runs 10000000] [--seed 1] [--only NAME] [--from EXECUTION]
 *
 * A line a subject: executions, how many of them were taken, and how many a second. Exit status 1 with the first finding, its input
 * in base64 and what plays it again.
 */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';
import { subjects } from './subjects.ts';

const option = (fallback: string) => ({ type: 'string', default: fallback }) as const;
const { values } = parseArgs({
  options: { runs: option('10000000'), seed: option('1'), only: { type: 'string' }, from: option('0') },
});
for (const [name, subject] of Object.entries(subjects)) {
  if (values.only !== undefined && !name.includes(values.only)) continue;
  const began = performance.now();
  const executions = Math.ceil(Number(values.runs) * subject.share);
  const seen = await fuzz(subject, { seed: values.seed, executions, from: Number(values.from) });
  const rate = (seen.executions / (performance.now() - began)) * 1000;
  console.log(`${name}: ${seen.executions} executions, ${seen.taken} taken, ${rate.toFixed(0)} a second`);
  if (seen.finding === undefined) continue;
  const { execution, what, input } = seen.finding;
  console.log(
    `  ${what}\n  input ${input}\n  again: --only "${name}" --seed ${values.seed} --from ${execution} --runs 1`,
  );
  process.exitCode = 1;
}
