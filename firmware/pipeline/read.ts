/**
 * Stage `read`: a frame's candidates in, its readings out. All candidates of a frame are rectified from the
 * full-resolution frame and read in one batch. Drops candidates that do not read as a plate: `short` (fewer characters
 * than a plate has), `uncertain` (below the gate that the reader's card chose on validation data).
 */
import { Plate } from '../domain/plate.ts';
import type { CharacterReading, FrameReadings, Reading } from '../domain/reading.ts';
import { alphabet } from '../domain/reading.ts';
import type { RegionReading } from '../domain/region.ts';
import { unknownRegion } from '../domain/region.ts';
import type { Tally } from '../domain/tally.ts';
import type { Engine } from '../ports/engine.ts';
import type { Network, Tensor } from '../ports/inference.ts';
import {
  alignedColumns,
  CLASSES,
  characterDistribution,
  foldedColumns,
  foldedText,
  probabilityOf,
  rankedTexts,
  softmaxColumns,
} from './ctc.ts';
import type { SearchedFrame } from './detect.ts';
import { spelled } from './syntax.ts';

/** The reader's input as its training made it. */
export const readerInput = { width: 144, height: 48, deviationFloor: 8 } as const;

const BEAM = 16;
const CANDIDATES = 10;
/** Fewer characters than any plate of ours has. */
const CHARACTERS_MIN = 3;

export interface ReadOptions {
  /** Least confidence of a reading; below it the candidate counts as no plate. */
  readonly confidenceMin: number;
  /** Share of the plate's own size that is shown round it on each side. */
  readonly margin: number;
  /** Calibration of the characters' and the region's logits, from the reader's card. */
  readonly temperature: number;
  readonly regionTemperature: number;
  readonly regions: readonly string[];
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
  const { candidates, frame, image } = searched;
  const crops = new Float32Array(candidates.length * readerInput.width * readerInput.height);
  const quads = Float32Array.from(candidates.flatMap((candidate) => candidate.quad.flat()));
  tools.engine.rectify(image, quads, { ...readerInput, marginX: tools.margin, marginY: tools.margin }, crops);
  const shape = [candidates.length, readerInput.height, readerInput.width, 1];
  const [characters, region] = await tools.reader.run({ shape, data: crops });
  const readings: Reading[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const text = textOf(row(characters!, index), tools);
    if (text === undefined || text.characters.length < CHARACTERS_MIN) tools.tally.drop('short');
    else if (text.confidence < tools.confidenceMin) tools.tally.drop('uncertain');
    else {
      const issued = region === undefined ? unknownRegion : regionOf(row(region, index), tools);
      const { sequence: frameSequence, monotonic } = frame;
      readings.push({ candidate, ...spelled(text, issued), region: issued, frameSequence, monotonic });
    }
  }
  return readings;
}

function row(tensor: Tensor, index: number): Float32Array {
  const size = tensor.data.length / tensor.shape[0]!;
  return tensor.data.subarray(index * size, (index + 1) * size);
}

/** The text of one crop's logits, or undefined where the columns say that nothing is written there. */
export function textOf(
  logits: Float32Array,
  { temperature }: Pick<ReadOptions, 'temperature'>,
): Pick<Reading, 'plate' | 'confidence' | 'characters' | 'candidates'> | undefined {
  const columns = softmaxColumns(logits, temperature);
  const ranked = rankedTexts(columns, BEAM).filter(({ text }) => text.length > 0 && text.length <= 15);
  const best = ranked[0];
  if (best === undefined) return undefined;
  const carriers = alignedColumns(columns, best.text);
  const characters = carriers.map((column, index): CharacterReading => {
    const distribution = characterDistribution(columns, column);
    const character = best.text[index]!;
    return {
      character,
      confidence: columns[column * CLASSES + alphabet.indexOf(character)]!,
      distribution,
    };
  });
  const candidates = ranked
    .slice(0, CANDIDATES)
    .map(({ text, probability }) => ({ plate: new Plate(text), confidence: probability }));
  const confidence = probabilityOf(foldedColumns(columns), foldedText(best.text));
  return { plate: candidates[0]!.plate, confidence, characters, candidates };
}

function regionOf(
  logits: Float32Array,
  { regions, regionTemperature }: Pick<ReadOptions, 'regions' | 'regionTemperature'>,
): RegionReading {
  const peak = Math.max(...logits);
  const weights = Array.from(logits, (logit) => Math.exp((logit - peak) / regionTemperature));
  const sum = weights.reduce((a, b) => a + b, 0);
  const best = weights.indexOf(Math.max(...weights));
  return { code: regions[best] ?? unknownRegion.code, confidence: weights[best]! / sum };
}
