/**
 * Stage `read`: a frame's candidates in, its readings out; one crossing into the engine. Every candidate is rectified from the
 * full-resolution frame and read; one short enough for two lines is also read line by line, and the surer reading counts. What may be a
 * plate is cut out once more, larger, and asked where it was issued: a state's name is a fifth as high as the number.
 *
 * Drops candidates that do not read as a plate: `short` (fewer characters than a plate has), `not-a-plate` (refused by the gate),
 * `in-a-plate` (the lettering of its frame), `known` (a plate read alike often enough, until it is read again).
 */
import { ahead } from '../domain/ahead.ts';
import type { Candidate, Quad } from '../domain/candidate.ts';
import type { FrameReadings, Reading } from '../domain/reading.ts';
import { meanRegions, type RegionShare } from '../domain/region.ts';
import type { Tally } from '../domain/tally.ts';
import type { Image } from '../ports/engine.ts';
import type { Outline, PlateReader } from '../ports/plate-reader.ts';
import type { SearchedFrame } from './detect.ts';
import { CHARACTERS_MIN, confidenceMinOf, type Gate, isNested, logOddsOf } from './gate.ts';
import { averaged, furtherGlances } from './glances.ts';
import { ANY_LENGTH, joined, linesOf, type Pictured, picturedIn, type RegionCalibration, textAt } from './interpret.ts';
import type { KnownPlates, Parted } from './known-plates.ts';
import { Stint } from './stint.ts';
import { judged, type RawText } from './syntax.ts';

/** The networks' inputs as their training made them. */
export const readerInput = { width: 144, height: 48, deviationFloor: 8 } as const;
export const regionInput = { width: 192, height: 96, deviationFloor: 8 } as const;

export interface ReadOptions extends RegionCalibration {
  readonly gate: Gate;
  /** The share below which a character can not be told; from the reader's card. */
  readonly unknownBelow: number;
  /** For photographs, five times the work: what passes the gate is read from further, slightly different cuts, and every outline by lines too. */
  readonly glances: boolean;
}

export interface ReadTools extends ReadOptions {
  readonly plates: PlateReader;
  /** Undefined: every candidate is read in every frame. */
  readonly known: KnownPlates | undefined;
  /** Frames that are read at once; 1 where the networks run on this thread. */
  readonly underWay: number;
  readonly cpuMs: () => number;
  readonly tally: Tally;
}

/** What stands in one outline. */
interface ReadOutline {
  readonly text: RawText | undefined;
  readonly pictured: Pictured;
}

interface ReadPlate {
  readonly candidate: Candidate;
  readonly text: RawText;
  readonly regions: readonly RegionShare[];
}

/** With `underWay` frames read at once where the networks run on other threads; results in the frames' order. */
export async function* read(source: AsyncIterable<SearchedFrame>, tools: ReadTools): AsyncIterable<FrameReadings> {
  const { known: plates, tally, underWay } = tools;
  // What is known of a frame must not depend on which of those under way ended sooner: it is what the frames before them said.
  const ended: (readonly Reading[])[] = Array.from({ length: underWay }, () => []);
  let begun = 0;
  yield* ahead(underWay, source, async (searched) => {
    const { frame, candidates } = searched;
    const slot = begun++ % underWay;
    plates?.learn(ended[slot]!);
    tally.in(candidates.length);
    const stint = new Stint(tools.cpuMs);
    const parted = plates?.part(candidates, frame.monotonic) ?? { unknown: candidates, known: [] };
    tally.drop('known', parted.known.length);
    const readings = parted.unknown.length === 0 ? [] : await readingsOf(searched, parted, tools, stint);
    ended[slot] = readings;
    const spentMs = stint.spentMs();
    tally.spent(spentMs);
    tally.out(readings.length);
    const known = parted.known.map(({ plate }) => plate);
    return { frame, candidates, readings, known, cpuMs: searched.spentMs + spentMs };
  });
}

async function readingsOf(
  { image, frame }: SearchedFrame,
  { unknown: candidates, known }: Parted,
  tools: ReadTools,
  stint: Stint,
): Promise<Reading[]> {
  const outlines = candidates.map(({ quad, score }) => outlineOf(quad, confidenceMinOf(score, tools.gate), tools));
  const read = await readIn(image, outlines, tools, stint);
  const passed = platesAmong(
    candidates,
    read,
    known.map(({ candidate }) => candidate),
    tools,
  );
  const plates = tools.glances ? await glancedAgain(passed, image, tools, stint) : passed;
  return plates.map(({ candidate, text, regions }) => {
    const circumstances = { picturedRegions: regions, unknownBelow: tools.unknownBelow };
    const { sequence: frameSequence, monotonic } = frame;
    return { candidate, ...judged(text, circumstances), ...circumstances, frameSequence, monotonic };
  });
}

function outlineOf(quad: Quad, confidenceMin: number, { glances }: ReadTools): Outline {
  return { quad, lines: glances ? linesOf(quad, ANY_LENGTH) : linesOf(quad), confidenceMin };
}

/** What stands in each outline: of the whole and its lines the surer. */
async function readIn(
  image: Image,
  outlines: readonly Outline[],
  tools: ReadTools,
  stint: Stint,
): Promise<ReadOutline[]> {
  const { texts, regions } = await stint.answer(tools.plates.read(image, outlines));
  const each = regions.length / outlines.length;
  let line = outlines.length;
  return outlines.map(({ lines }, index) => {
    const whole = textAt(texts, index);
    const both = lines === undefined ? undefined : joined(textAt(texts, line++), textAt(texts, line++));
    const text = (both?.confidence ?? 0) > (whole?.confidence ?? 0) ? both : whole;
    return { text, pictured: picturedIn(regions.subarray(index * each, (index + 1) * each), tools) };
  });
}

/** The candidates that read as a plate, pass the gate and lie in no other, and in none that is known. */
function platesAmong(
  candidates: readonly Candidate[],
  read: readonly ReadOutline[],
  known: readonly Candidate[],
  { gate, tally }: ReadTools,
): ReadPlate[] {
  const plates: ReadPlate[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const { text, pictured } = read[index]!;
    if (text === undefined || text.characters.length < CHARACTERS_MIN) {
      tally.drop('short');
      continue;
    }
    const { regions, looksLogOdds } = pictured;
    const plateLogOdds = logOddsOf({ ...text, score: candidate.score, looksLogOdds }, gate);
    // Not a number where the text was too unsure for the region to be asked.
    if (plateLogOdds >= gate.logOddsMin)
      plates.push({ candidate: { ...candidate, looksLogOdds, plateLogOdds }, text, regions });
    else tally.drop('not-a-plate');
  }
  const all = [...plates.map(({ candidate }) => candidate), ...known];
  const outer = plates.filter(({ candidate }) => !isNested(candidate, all));
  if (outer.length < plates.length) tally.drop('in-a-plate', plates.length - outer.length);
  return outer;
}

/** Each plate with the average of what further cuts of it say, all of them in one more crossing. */
async function glancedAgain(
  plates: readonly ReadPlate[],
  image: Image,
  tools: ReadTools,
  stint: Stint,
): Promise<readonly ReadPlate[]> {
  if (plates.length === 0) return plates;
  const quads = plates.flatMap(({ candidate }) => furtherGlances(candidate.quad));
  const outlines = quads.map((quad) => outlineOf(quad, 0, tools));
  const read = await readIn(image, outlines, tools, stint);
  const each = read.length / plates.length;
  return plates.map((plate, index) => {
    const further = read.slice(index * each, (index + 1) * each);
    // Only where something is read is the region asked for.
    const asked = further.filter(({ text }) => text !== undefined);
    return {
      candidate: plate.candidate,
      text: averaged([plate.text, ...further.map(({ text }) => text)]),
      regions: meanRegions([plate.regions, ...asked.map(({ pictured }) => pictured.regions)]),
    };
  });
}
