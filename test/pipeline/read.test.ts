/** Stage `read` over a reader that knows what stands where: what is asked of it, and what is made of its answers. */
import { expect, test } from 'vitest';
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import { boxOf, type Candidate, type Quad } from '../../firmware/domain/candidate.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import type { SearchedFrame } from '../../firmware/pipeline/detect.ts';
import { type ReadTools, read } from '../../firmware/pipeline/read.ts';
import type { Outline, PlateReader } from '../../firmware/ports/plate-reader.ts';
import { lengthLogits, logitsOf } from './spelled.ts';

const COLUMNS = 36;
const regions = ['us-il', 'us-tx', 'none'];
const engine = nativeEngine();
const long: Quad = [
  [100, 100],
  [260, 100],
  [260, 150],
  [100, 150],
];

test('a photograph is read by lines whatever its outline, a camera only where that is short', async () => {
  const here = (quad: Quad) => (quad[0][1] > 110 ? 'H6555' : heightOf(quad) < 40 ? 'AP39F' : 'A639E');
  const sure = (quad: Quad) => (heightOf(quad) < 40 ? 9 : 4);
  expect(await readAs({ glances: true }, here, { sure })).toMatchObject([{ text: 'AP39FH6555' }]);
  expect(await readAs({ glances: false }, here, { sure })).toMatchObject([{ text: 'A639E' }]);
});

test("where a photograph's plate is from is the mean of what all cuts of it say, less those that read nothing", async () => {
  // Of the five cuts the largest reads nothing, the first and the two that are moved say Illinois by a logit of 2, the smallest Texas.
  const here = (quad: Quad) => (widthOf(quad) > 170 ? '' : 'AB12345');
  const state = (quad: Quad) => (widthOf(quad) < 150 ? 1 : 0);
  const [plate] = await readAs({ glances: true }, here, { state });
  const [illinois, texas] = plate!.picturedRegions;
  expect(illinois!.confidence).toBeCloseTo(1 / (1 + Math.exp(-1)), 6);
  expect(texas!.confidence).toBeCloseTo(1 / (1 + Math.exp(1)), 6);
});

test('what reads like a plate and does not look like one is none', async () => {
  expect(await readAs({ glances: false }, () => 'PARK88')).toHaveLength(1);
  expect(await readAs({ glances: false }, () => 'PARK88', { state: () => 2 })).toHaveLength(0);
});

interface Knowing {
  /** Of the logits that spell it. */
  readonly sure?: (quad: Quad) => number;
  /** Place among `regions`. */
  readonly state?: (quad: Quad) => number;
}

async function readAs({ glances }: { glances: boolean }, here: (quad: Quad) => string, knowing: Knowing = {}) {
  const tools: ReadTools = {
    plates: knowingReader(here, knowing),
    known: undefined,
    underWay: 1,
    glances,
    gate: { bias: 0, score: 1, confidence: 0, lettersOnly: 0, missing: 0, looks: 1, logOddsMin: 2 },
    unknownBelow: 0.1,
    regions,
    regionTemperature: 1,
    cpuMs: () => 0,
    tally: new Tally('read'),
  };
  const candidate: Candidate = { quad: long, box: boxOf(long), score: 0.9 };
  async function* frames() {
    yield { frame: {}, image: {}, candidates: [candidate], spentMs: 0 } as unknown as SearchedFrame;
  }
  for await (const { readings } of read(frames(), tools))
    return readings.map((reading) => ({ ...reading, text: reading.plate.reveal() }));
  throw new Error('no frame came out');
}

function knowingReader(here: (quad: Quad) => string, { sure = () => 9, state = () => 0 }: Knowing): PlateReader {
  return {
    async read(_image, outlines) {
      const cuts = [...outlines.map(({ quad }) => quad), ...outlines.flatMap(({ lines }) => lines ?? [])];
      const characters = joined(cuts.map((quad) => logitsOf(here(quad), sure(quad), COLUMNS)));
      const lengths = joined(cuts.map((quad) => lengthLogits(here(quad).length, sure(quad))));
      const texts = engine.decodeTexts(characters, lengths, { crops: cuts.length, temperature: 1 });
      return { texts, regions: joined(outlines.map((outline) => statesOf(outline, here, state))), besideMs: 0 };
    },
  };
}

function statesOf({ quad, confidenceMin }: Outline, here: (quad: Quad) => string, state: (quad: Quad) => number) {
  if (here(quad) === '' || confidenceMin > 1) return new Float32Array(regions.length).fill(Number.NaN);
  return Float32Array.from(regions, (_, index) => (index === state(quad) ? 2 : 0));
}

function joined(rows: readonly Float32Array[]): Float32Array {
  return Float32Array.from(rows.flatMap((row) => [...row]));
}

function widthOf([a, b]: Quad): number {
  return b[0] - a[0];
}

function heightOf([a, , , d]: Quad): number {
  return d[1] - a[1];
}
