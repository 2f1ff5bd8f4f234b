/**
 * `bench`: every kernel, network and stage with its ratio to this machine's own limit, measured in the same run, so that
 * the ratios hold on a noisy machine: copy bandwidth for what moves bytes, multiply-adds a second for what computes.
 * With photographs named, the stages are timed over those instead of the simulated frame that comes with the program.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { limits } from '../../native/index.ts';
import type { Console } from '../commands/console.ts';
import { timeKernels } from './kernels.ts';
import { timeNetworks } from './networks.ts';
import { timeSearches } from './searches.ts';
import { timeStages } from './stages.ts';
import { measureSteadiness, steadyLine } from './steady.ts';
import { Stopwatch } from './stopwatch.ts';
import { timeStore } from './store.ts';

/** The frame of the simulated street that the stages are timed on. */
const STREET = fileURLToPath(new URL('../../docs/street.jpg', import.meta.url));

const options = {
  json: { type: 'boolean', default: false },
  only: { type: 'string' },
  runs: { type: 'string', default: '40' },
} as const;

export async function benchCommand(args: readonly string[], { out, error }: Console): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.only === 'steady') {
    out(steadyLine(await measureSteadiness({ picture: STREET })));
    return 0;
  }
  const stopwatch = new Stopwatch({ limits: limits(), runs: Number(values.runs), only: values.only, progress: error });
  await timeKernels(stopwatch);
  await timeNetworks(stopwatch, error);
  await timeSearches(stopwatch);
  await timeStages(stopwatch, positionals.length > 0 ? positionals : [STREET]);
  await timeStore(stopwatch);
  if (values.json) out(JSON.stringify(stopwatch.report()));
  else for (const line of stopwatch.table()) out(line);
  return 0;
}
