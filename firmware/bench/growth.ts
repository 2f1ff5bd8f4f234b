/**
 * How time grows: with the plates in a frame, with the frame's size, and with the model's. The frames are a plain road's grey with a
 * plate pasted in as often as wanted, so that nothing else is found in them. With `draw`, charts are written into that folder.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesPerImage } from '../../native/index.ts';
import { shippedModels } from '../unit.ts';
import { type Chart, type Series, svgOf } from './chart.ts';
import { type Looker, type Looks, openLooker, visionStages } from './looks.ts';
import { measuredOn } from './machine.ts';
import { rivalsHere, timeNetwork } from './networks.ts';
import { type Patch, plateIn, roadWith } from './road.ts';
import { isaOf, type Stopwatch } from './stopwatch.ts';
import { writeWidened } from './widened.ts';

const PLATES = [0, 1, 4, 16];
const FRAME = [1280, 720] as const;
const SIZES = [[640, 480], FRAME, [1920, 1080], [2560, 1440], [3840, 2160]] as const;
const WIDTHS = [0.5, 1, 1.5, 2];

export interface GrowthOptions {
  /** A photograph with one plate in it. */
  readonly picture: string;
  readonly say: (line: string) => void;
  readonly draw: string | undefined;
}

export async function timeGrowth(stopwatch: Stopwatch, { picture, say, draw }: GrowthOptions): Promise<void> {
  const charts: Record<string, Chart> = {};
  if (wants(stopwatch, 'plates') || wants(stopwatch, 'size')) {
    const [width, height] = SIZES.at(-1)!;
    const looker = await openLooker(Math.max(bytesPerImage('nv12', width, height), 3 * FRAME[0] * FRAME[1]));
    const plate = await plateIn(picture, looker);
    if (wants(stopwatch, 'plates')) charts.plates = await byPlates(stopwatch, looker, plate);
    if (wants(stopwatch, 'size')) charts['frame-size'] = await bySize(stopwatch, looker, plate);
  }
  if (stopwatch.wants('growth by model', 'network')) charts['model-size'] = await byModel(stopwatch, say);
  if (draw === undefined) return;
  await mkdir(draw, { recursive: true });
  for (const [name, chart] of Object.entries(charts)) await writeFile(join(draw, `${name}.svg`), svgOf(chart));
}

function wants(stopwatch: Stopwatch, what: string): boolean {
  return stopwatch.wants(`growth by ${what}`, 'stage');
}

async function byPlates(stopwatch: Stopwatch, looker: Looker, plate: Patch): Promise<Chart> {
  const points: [number, Looks][] = [];
  for (const count of PLATES) {
    const looks = await looker.look(await roadWith(plate, { size: FRAME, count }), stopwatch.runs);
    addLooks(stopwatch, looker, `growth by plates: ${counted(looks)} in ${FRAME.join('x')}`, looks);
    points.push([looks.last.candidates.length, looks]);
  }
  const title = 'CPU time of a frame by the candidates in it';
  return stagesChart({ title, x: { name: 'candidates', unit: `in a frame of ${FRAME.join('x')}` } }, points);
}

async function bySize(stopwatch: Stopwatch, looker: Looker, plate: Patch): Promise<Chart> {
  const points: [number, Looks][] = [];
  for (const size of SIZES) {
    const looks = await looker.look(await roadWith(plate, { size, count: 1 }), stopwatch.runs);
    addLooks(stopwatch, looker, `growth by size: ${size.join('x')}, ${counted(looks)}`, looks);
    points.push([(size[0] * size[1]) / 1e6, looks]);
  }
  const title = 'CPU time of a frame with one plate by its size';
  return stagesChart(
    { title, x: { name: `${SIZES[0].join('x')} to ${SIZES.at(-1)!.join('x')} (NV12)`, unit: 'megapixels' } },
    points,
  );
}

/** As many as were found, which is what costs. */
function counted({ last }: Looks): string {
  const { length } = last.candidates;
  return `${length} plate${length === 1 ? '' : 's'}`;
}

function addLooks(stopwatch: Stopwatch, { backend }: Looker, name: string, { stages: { whole } }: Looks): void {
  stopwatch.add({ name, kind: 'stage', backend, isa: isaOf(backend), work: whole.work }, whole);
}

async function byModel(stopwatch: Stopwatch, say: (line: string) => void): Promise<Chart> {
  const rivals = await rivalsHere(stopwatch.sets.slice(0, 1), say);
  const folder = await mkdtemp(join(tmpdir(), 'platekeeper-bench-'));
  const from = join(shippedModels, 'detector');
  const named = (width: number) => `growth by model: detector of ${width} times the channels`;
  try {
    for (const width of WIDTHS) {
      await writeWidened(folder, { from, width });
      await timeNetwork(stopwatch, { name: named(width), folder, batch: 1, rivals });
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  const rows = stopwatch.rows().filter(({ name }) => WIDTHS.some((width) => name === named(width)));
  const series = Map.groupBy(rows, ({ backend }) => backend!);
  return {
    title: 'CPU time of a detector by its multiply-adds',
    x: { name: `the shipped architecture with ${WIDTHS.join(', ')} times the channels`, unit: '10⁶ multiply-adds' },
    y: { name: 'CPU time', unit: 'ms' },
    series: [...series].map(([name, of]) => ({
      name,
      points: of.map((row) => [row.macs! / 1e6, row.cpu_ms] as const),
    })),
    note: measuredOn(),
  };
}

function stagesChart({ title, x }: Pick<Chart, 'title' | 'x'>, points: readonly (readonly [number, Looks])[]): Chart {
  const series = [...visionStages, 'whole' as const].map(
    (stage): Series => ({
      name: stage === 'whole' ? 'prepare to read' : stage,
      points: points.map(([at, looks]) => [at, looks.stages[stage].cpuMs]),
    }),
  );
  return { title, x, y: { name: 'CPU time', unit: 'ms' }, series, note: measuredOn() };
}
