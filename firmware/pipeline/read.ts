/**
 * Stage `read`: a frame's candidates in, its readings out. All candidates of a frame are rectified from the
 * full-resolution frame and read in one batch; one short enough for two lines is also read line by line, and the surer
 * reading counts. Drops candidates that do not read as a plate: `short` (fewer characters
 * than a plate has), `uncertain` (below the gate that the reader's card chose on validation data).
 */
import type { Quad } from '../domain/candidate.ts';
import type { FrameReadings, Reading } from '../domain/reading.ts';
import type { Tally } from '../domain/tally.ts';
import type { Engine } from '../ports/engine.ts';
import type { Network, Tensor } from '../ports/inference.ts';
import type { SearchedFrame } from './detect.ts';
import { type Calibration, joined, linesOf, regionOf, textOf } from './interpret.ts';
import { spelled } from './syntax.ts';

/** The reader's input as its training made it. */
export const readerInput = { width: 144, height: 48, deviationFloor: 8 } as const;

/** Fewer characters than any plate of ours has. */
const CHARACTERS_MIN = 3;

export interface ReadOptions extends Calibration {
  /** Least confidence of a reading; below it the candidate counts as no plate. */
  readonly confidenceMin: number;
  /** Share of the plate's own size that is shown round it on each side. */
  readonly margin: number;
}

export interface ReadTools extends ReadOptions {
  readonly reader: Network;
  readonly engine: Engine;
  readonly cpuMs: () => number;
  readonly tally: Tally;
}

export async function* read(source: AsyncIterable<SearchedFrame>, tools: ReadTools): AsyncIterable<FrameReadings> {
  for await (const searched of source) {
    tools.tally.in(searched.candidates.length);
    const started = tools.cpuMs();
    const readings = searched.candidates.length === 0 ? [] : await readingsOf(searched, tools);
    const ended = tools.cpuMs();
    tools.tally.spent(ended - started);
    tools.tally.out(readings.length);
    yield { frame: searched.frame, candidates: searched.candidates, readings, cpuMs: ended - searched.startedCpuMs };
  }
}

async function readingsOf(searched: SearchedFrame, tools: ReadTools): Promise<Reading[]> {
  const { candidates, frame } = searched;
  // Each candidate as it is, and the halves of those that may have two lines.
  const halves = candidates.map(({ quad }) => linesOf(quad));
  const outputs = await readQuads(
    [...candidates.map(({ quad }) => quad), ...halves.flatMap((pair) => pair ?? [])],
    searched,
    tools,
  );
  const text = (index: number) => textOf(row(outputs.characters, index), row(outputs.length, index), tools);
  const readings: Reading[] = [];
  let nextHalf = candidates.length;
  for (const [index, candidate] of candidates.entries()) {
    const whole = text(index);
    const lines = halves[index] === undefined ? undefined : joined(text(nextHalf++), text(nextHalf++));
    const best = (lines?.confidence ?? 0) > (whole?.confidence ?? 0) ? lines : whole;
    if (best === undefined || best.characters.length < CHARACTERS_MIN) tools.tally.drop('short');
    else if (best.confidence < tools.confidenceMin) tools.tally.drop('uncertain');
    else {
      const region = regionOf(row(outputs.region, index), tools);
      const { sequence: frameSequence, monotonic } = frame;
      readings.push({ candidate, ...spelled(best, region), region, frameSequence, monotonic });
    }
  }
  return readings;
}

/** One batch through the reader: its characters, region and length, a row a quadrilateral. */
async function readQuads(quads: readonly Quad[], { image }: SearchedFrame, { engine, margin, reader }: ReadTools) {
  const { width, height } = readerInput;
  const crops = new Float32Array(quads.length * width * height);
  engine.rectify(image, Float32Array.from(quads.flat(2)), { ...readerInput, marginX: margin, marginY: margin }, crops);
  const [characters, region, length] = await reader.run({ shape: [quads.length, height, width, 1], data: crops });
  return { characters: characters!, region: region!, length: length! };
}

function row(tensor: Tensor, index: number): Float32Array {
  const size = tensor.data.length / tensor.shape[0]!;
  return tensor.data.subarray(index * size, (index + 1) * size);
}
