/**
 * How time grows: with the plates in a frame, with the frame's size, and with the model's. The frames are a plain road's grey with a
 * plate pasted in as often as wanted, so that nothing else is found in them. With `draw`, charts are written into that folder.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { bytesPerImage, bytesPerRow } from '../../native/index.ts';
import type { Box } from '../domain/candidate.ts';
import { shippedModels } from '../unit.ts';
import { type Chart, type Series, svgOf } from './chart.ts';
import { type Looker, type Looks, openLooker, type Shot, visionStages } from './looks.ts';
import { rivalsHere, timeNetwork } from './networks.ts';
import { isaOf, type Stopwatch } from './stopwatch.ts';
import { writeWidened } from './widened.ts';

const PLATES = [0, 1, 4, 16];
const FRAME = [1280, 720] as const;
const SIZES = [[640, 480], FRAME, [1920, 1080], [2560, 1440], [3840, 2160]] as const;
const WIDTHS = [0.5, 1, 1.5, 2];
const LOOKS = 40;
const GREY = 114;

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
    const plate = await plateOf(picture, looker);
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
    const looks = await looker.look(await roadWith(plate, { size: FRAME, count }), LOOKS);
    addLooks(stopwatch, looker, `growth by plates: ${counted(looks)} in ${FRAME.join('x')}`, looks);
    points.push([looks.last.candidates.length, looks]);
  }
  const title = 'CPU time of a frame by the candidates in it';
  return stagesChart({ title, x: { name: 'candidates', unit: `in a frame of ${FRAME.join('x')}` } }, points);
}

async function bySize(stopwatch: Stopwatch, looker: Looker, plate: Patch): Promise<Chart> {
  const points: [number, Looks][] = [];
  for (const size of SIZES) {
    const looks = await looker.look(await roadWith(plate, { size, count: 1 }), LOOKS);
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
function counted({
  last: {
    candidates: { length },
  },
}: Looks): string {
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
    note: machine(),
  };
}

function stagesChart({ title, x }: Pick<Chart, 'title' | 'x'>, points: readonly (readonly [number, Looks])[]): Chart {
  const series = [...visionStages, 'whole' as const].map(
    (stage): Series => ({
      name: stage === 'whole' ? 'prepare to read' : stage,
      points: points.map(([at, looks]) => [at, looks.stages[stage].cpuMs]),
    }),
  );
  return { title, x, y: { name: 'CPU time', unit: 'ms' }, series, note: machine() };
}

function machine(): string {
  return `One thread of ${cpus()[0]?.model.trim() ?? process.arch}, Node ${process.versions.node}`;
}

/** The picture's plate with what is round it, and how wide the picture is that it was cut from. */
interface Patch {
  readonly picture: string;
  readonly box: Box;
  readonly width: number;
}

/** As wide as the plate itself, so much of what is round it. */
const AROUND = 0.3;

async function plateOf(picture: string, looker: Looker): Promise<Patch> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const { readings } = (await looker.look({ geometry: { format: 'grey', width, height, strideBytes: width }, data }, 1))
    .last;
  const [x, y, w, h] = readings[0]!.candidate.box;
  const [left, top] = [Math.max(0, x - AROUND * w), Math.max(0, y - AROUND * w)];
  const [right, bottom] = [Math.min(width, x + w + AROUND * w), Math.min(height, y + h + AROUND * w)];
  return { picture, box: [left, top, right - left, bottom - top].map(Math.round) as unknown as Box, width };
}

/** A grey NV12 frame with the plate in it, evenly spread, as large as in its picture when that is made as wide as the frame. */
async function roadWith(
  { picture, box: [left, top, width, height], width: pictureWidth }: Patch,
  { size, count }: { size: readonly [number, number]; count: number },
): Promise<Shot> {
  const [frameWidth, frameHeight] = size;
  const scale = frameWidth / pictureWidth;
  const { data: patch, info } = await sharp(picture)
    .extract({ left, top, width, height })
    .resize(Math.round(width * scale), Math.round(height * scale), { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const data = new Uint8Array(bytesPerImage('nv12', frameWidth, frameHeight)).fill(128);
  data.fill(GREY, 0, frameWidth * frameHeight);
  const across = Math.ceil(Math.sqrt(count));
  for (let index = 0; index < count; index++) {
    const x = Math.floor(((index % across) + 0.5) * (frameWidth / across) - info.width / 2);
    const y = Math.floor((Math.floor(index / across) + 0.5) * (frameHeight / across) - info.height / 2);
    for (let row = 0; row < info.height; row++)
      data.set(patch.subarray(row * info.width, (row + 1) * info.width), (y + row) * frameWidth + x);
  }
  const geometry = {
    format: 'nv12' as const,
    width: frameWidth,
    height: frameHeight,
    strideBytes: bytesPerRow('nv12', frameWidth),
  };
  return { geometry, data };
}
