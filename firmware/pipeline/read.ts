/**
 * Stage `read`: a frame's candidates in, its readings out. All candidates of a frame are rectified from the
 * full-resolution frame and read in one batch; one short enough for two lines is also read line by line, and the surer
 * reading counts. Drops candidates that do not read as a plate: `short` (fewer characters
 * than a plate has), `not-a-plate` (refused by the gate), `in-a-plate` (the lettering of its frame). What is left is cut out once more, larger, and asked in one
 * batch where it was issued: a state's name is a fifth as high as the number.
 */
import { ahead } from '../domain/ahead.ts';
import type { Candidate, Quad } from '../domain/candidate.ts';
import type { FrameReadings, Reading } from '../domain/reading.ts';
import type { Tally } from '../domain/tally.ts';
import type { Engine, Image } from '../ports/engine.ts';
import type { Network, Tensor } from '../ports/inference.ts';
import type { SearchedFrame } from './detect.ts';
import { type Gate, isNested, logOddsOf } from './gate.ts';
import { averaged, furtherGlances } from './glances.ts';
import { joined, linesOf, picturedRegions, type RegionCalibration, textAt } from './interpret.ts';
import { Stint } from './stint.ts';
import { judged, type RawText } from './syntax.ts';

/** The networks' inputs as their training made them. */
export const readerInput = { width: 144, height: 48, deviationFloor: 8 } as const;
export const regionInput = { width: 192, height: 96, deviationFloor: 8 } as const;

/** Fewer characters than any plate of ours has. */
const CHARACTERS_MIN = 3;

export interface ReadOptions extends RegionCalibration {
  /** Of the characters' logits, from the reader's card. */
  readonly temperature: number;
  readonly gate: Gate;
  /** The share below which a character can not be told; from the reader's card. */
  readonly unknownBelow: number;
  /** Share of the plate's own size that is shown round it on each side. */
  readonly margin: number;
  /** Whether what passes the gate is read from further, slightly different cuts: for photographs, five times the work. */
  readonly glances: boolean;
}

export interface ReadTools extends ReadOptions {
  readonly reader: Network;
  /** Where a plate was issued: one output, logits of `regions`. */
  readonly region: Network;
  readonly engine: Engine;
  /** Frames that are read at once; 1 where the networks run on this thread. */
  readonly underWay: number;
  readonly cpuMs: () => number;
  readonly tally: Tally;
}

interface ReadPlate {
  readonly candidate: Candidate;
  text: RawText;
}

type NetworkInput = typeof readerInput | typeof regionInput;

/** With `underWay` frames read at once where the networks run on other threads; results in the frames' order. */
export function read(source: AsyncIterable<SearchedFrame>, tools: ReadTools): AsyncIterable<FrameReadings> {
  return ahead(tools.underWay, source, async (searched) => {
    tools.tally.in(searched.candidates.length);
    const stint = new Stint(tools.cpuMs);
    const readings = searched.candidates.length === 0 ? [] : await readingsOf(searched, tools, stint);
    const spentMs = stint.spentMs();
    tools.tally.spent(spentMs);
    tools.tally.out(readings.length);
    return { frame: searched.frame, candidates: searched.candidates, readings, cpuMs: searched.spentMs + spentMs };
  });
}

async function readingsOf(searched: SearchedFrame, tools: ReadTools, stint: Stint): Promise<Reading[]> {
  const plates = await platesOf(searched, tools, stint);
  if (plates.length === 0) return [];
  if (tools.glances) await glanceAgain(plates, searched.image, tools, stint);
  const crops = crop(
    searched.image,
    plates.map(({ candidate }) => candidate.quad),
    regionInput,
    tools,
  );
  const [regions] = await stint.outputs(tools.region.run(crops));
  const { sequence: frameSequence, monotonic } = searched.frame;
  return plates.map(({ candidate, text }, index) => {
    const circumstances = {
      picturedRegions: picturedRegions(row(regions!, index), tools),
      unknownBelow: tools.unknownBelow,
    };
    return { candidate, ...judged(text, circumstances), ...circumstances, frameSequence, monotonic };
  });
}

/** The candidates that read as a plate and pass the gate, with what they read. */
async function platesOf({ candidates, image }: SearchedFrame, tools: ReadTools, stint: Stint): Promise<ReadPlate[]> {
  const texts = await textsOf(
    candidates.map(({ quad }) => quad),
    image,
    tools,
    stint,
  );
  const plates: ReadPlate[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const best = texts[index];
    if (best === undefined || best.characters.length < CHARACTERS_MIN) {
      tools.tally.drop('short');
      continue;
    }
    const plateLogOdds = logOddsOf({ ...best, score: candidate.score }, tools.gate);
    if (plateLogOdds < tools.gate.logOddsMin) tools.tally.drop('not-a-plate');
    else plates.push({ candidate: { ...candidate, plateLogOdds }, text: best });
  }
  const all = plates.map(({ candidate }) => candidate);
  const outer = plates.filter(({ candidate }) => !isNested(candidate, all));
  if (outer.length < plates.length) tools.tally.drop('in-a-plate', plates.length - outer.length);
  return outer;
}

/** Reads each plate from further cuts too, all in one batch, and averages. */
async function glanceAgain(plates: ReadPlate[], image: Image, tools: ReadTools, stint: Stint): Promise<void> {
  const quads = plates.map(({ candidate }) => furtherGlances(candidate.quad));
  const texts = await textsOf(quads.flat(), image, tools, stint);
  const each = texts.length / plates.length;
  for (const [index, plate] of plates.entries())
    plate.text = averaged([plate.text, ...texts.slice(index * each, (index + 1) * each)]);
}

/** One batch: every outline as it is, and the halves of those that may have two lines; the surer of the two is its text. */
async function textsOf(
  quads: readonly Quad[],
  image: Image,
  tools: ReadTools,
  stint: Stint,
): Promise<(RawText | undefined)[]> {
  const halves = quads.map(linesOf);
  const cuts = [...quads, ...halves.flatMap((pair) => pair ?? [])];
  const [characters, length] = await stint.outputs(tools.reader.run(crop(image, cuts, readerInput, tools)));
  const { temperature } = tools;
  const rows = tools.engine.decodeTexts(characters!.data, length!.data, { crops: cuts.length, temperature });
  let nextHalf = quads.length;
  return halves.map((pair, index) => {
    const whole = textAt(rows, index);
    const lines = pair === undefined ? undefined : joined(textAt(rows, nextHalf++), textAt(rows, nextHalf++));
    return (lines?.confidence ?? 0) > (whole?.confidence ?? 0) ? lines : whole;
  });
}

/** Quadrilaterals of the frame, rectified with their margin: a network's batch, a picture each. */
function crop(image: Image, quads: readonly Quad[], input: NetworkInput, { engine, margin }: ReadTools): Tensor {
  const { width, height } = input;
  const data = new Float32Array(quads.length * width * height);
  engine.rectify(image, Float32Array.from(quads.flat(2)), { ...input, marginX: margin, marginY: margin }, data);
  return { shape: [quads.length, height, width, 1], data };
}

function row(tensor: Tensor, index: number): Float32Array {
  const size = tensor.data.length / tensor.shape[0]!;
  return tensor.data.subarray(index * size, (index + 1) * size);
}
