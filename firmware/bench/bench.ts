/**
 * `bench`: every kernel, network and stage with its ratio to this machine's own limit, measured in the same run, so that
 * the ratios hold on a noisy machine: copy bandwidth for what moves bytes, multiply-adds a second for what computes.
 * With photographs named, the stages are timed over those instead of the simulated frame that comes with the program.
 */

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Isa, isa } from '../../native/index.ts';
import type { Console } from '../commands/console.ts';
import { Fault } from '../domain/fault.ts';
import { timeAudit } from './audit.ts';
import { barLines, barsOf } from './bars.ts';
import { timeGrowth } from './growth.ts';
import { timeHotLists } from './hot-lists.ts';
import { timeImageKernels } from './image-kernels.ts';
import { timeNetworkKernels } from './network-kernels.ts';
import { timeNetworks } from './networks.ts';
import { timePassings } from './passings.ts';
import { timePastReads } from './past-reads.ts';
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
  isa: { type: 'string' },
  draw: { type: 'string' },
} as const;

export async function benchCommand(args: readonly string[], { out, error }: Console): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.only === 'steady') {
    out(steadyLine(await measureSteadiness({ picture: STREET })));
    return 0;
  }
  const stopwatch = new Stopwatch({
    sets: setsOf(values.isa),
    runs: runsOf(values.runs),
    only: values.only,
    progress: error,
  });
  const parts = [
    () => timeImageKernels(stopwatch),
    () => timeNetworkKernels(stopwatch),
    () => timeNetworks(stopwatch, error),
    () => timeSearches(stopwatch),
    () => timeStages(stopwatch, positionals.length > 0 ? positionals : [STREET]),
    () => timeGrowth(stopwatch, { picture: STREET, say: error, draw: values.draw }),
    () => timePassings(stopwatch, STREET),
    () => timeHotLists(stopwatch, { draw: values.draw }),
    () => timeStore(stopwatch),
    () => timePastReads(stopwatch),
    () => timeAudit(stopwatch),
  ];
  for (const part of parts) {
    const before = stopwatch.rows().length;
    await part();
    if (stopwatch.rows().length > before) stopwatch.measureLimits();
  }
  const bars = barsOf(stopwatch.rows());
  if (values.json) out(JSON.stringify({ ...stopwatch.report(), bars }));
  else for (const line of [...stopwatch.table(), '', ...barLines(bars)]) out(line);
  return 0;
}

function runsOf(text: string): number {
  const runs = Number(text);
  if (!Number.isInteger(runs) || runs < 1) throw new Fault('usage', `--runs ${text} is no whole number of 1 or more.`);
  return runs;
}

/** The set that was asked for; else the selected one and the vector sets below it. */
function setsOf(asked: string | undefined): Isa[] {
  const { selected, available } = isa();
  if (asked === undefined)
    return available.slice(available.indexOf(selected)).filter((set) => set === selected || set !== 'scalar');
  const found = available.find((set) => set === asked);
  if (found === undefined)
    throw new Fault('usage', `There is no instruction set "${asked}" here: ${available.join(', ')}.`);
  return [found];
}
