/**
 * What known syntax makes of readings, measured: every plate of the validation side of `DATA/ocr` is read once by the
 * models as they ship, and its text, candidates and region are counted before and after pipeline/syntax.ts has spoken.
 * Prints counts alone, never a text.
 *
 *     node test/measure/syntax.ts ../shared/data
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import type { PlateText } from '../../firmware/domain/reading.ts';
import type { RegionShare } from '../../firmware/domain/region.ts';
import { startBackend } from '../../firmware/inference/backends.ts';
import { type LoadedModel, loadModel } from '../../firmware/inference/graph-network.ts';
import { picturedIn, textAt } from '../../firmware/pipeline/interpret.ts';
import { regionReading } from '../../firmware/pipeline/issued.ts';
import { foldedText } from '../../firmware/pipeline/ranking.ts';
import { readerInput, regionInput } from '../../firmware/pipeline/read.ts';
import { judged, type RawText } from '../../firmware/pipeline/syntax.ts';
import { shippedModels } from '../../firmware/unit.ts';

/** How far inside its picture's edge a plate's outline lies, as shares; as models/train/reader_crops.py has it. */
const sets = { openalpr_us_crops: [0, 0], us_state: [0, 0], br_traffic: [0.07, 0.1] } as const;
/** As models/train/data.py splits. */
const VALIDATION_PER_CENT = 12;

interface Row {
  readonly image: string;
  readonly text?: string;
  readonly group?: string;
  readonly region: string;
}

const counted = [
  'plates',
  'strict before',
  'strict after',
  'folded',
  'settled right',
  'settled wrong',
  'in ten before',
  'in ten after',
  'fewer than ten',
  'region known',
  'region before',
  'region after',
  'sure before',
  'sure after',
  'sure and wrong after',
] as const;
type Counts = Record<(typeof counted)[number], number>;

const data = process.argv[2];
if (data === undefined) throw new Error('usage: node test/measure/syntax.ts DATA');
const backend = await startBackend('wasm');
const reader = await loadModel(join(shippedModels, 'reader'), { backend });
const region = await loadModel(join(shippedModels, 'region'), { backend });
const engine = nativeEngine();
const temperature = reader.card.operating.temperature!;
const calibration = {
  regionTemperature: region.card.operating.region_temperature!,
  regions: region.card.regions!,
};
const unknownBelow = reader.card.operating.unknown_below!;
const table: Record<string, Counts> = {};
for (const name of Object.keys(sets) as (keyof typeof sets)[]) {
  table[name] = Object.fromEntries(counted.map((each) => [each, 0])) as Counts;
  for (const row of validationRows(name)) {
    const { text, pictured } = await look(join(data, 'ocr', row.image), sets[name]);
    if (text !== undefined) count(table[name], row, text, pictured);
    else table[name].plates += 1;
  }
}
console.table(table);

function validationRows(name: string): (Row & { readonly text: string })[] {
  const lines = readFileSync(join(data!, 'ocr', `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  return lines
    .map((line) => JSON.parse(line) as Row)
    .filter((row): row is Row & { text: string } => (row.text ?? '').length >= 3)
    .filter(({ group, text }) => {
      const digest = createHash('sha256')
        .update(group === undefined ? `plate/${text}` : `${name}/${group}`)
        .digest();
      return digest.readUInt32BE(0) % 100 < VALIDATION_PER_CENT;
    });
}

async function look(path: string, [across, down]: readonly [number, number]) {
  const { data: pixels, info } = await sharp(path).greyscale().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const [left, right, top, bottom] = [width * across, width * (1 - across), height * down, height * (1 - down)];
  const quad = Float32Array.of(left, top, right, top, right, bottom, left, bottom);
  const margin = reader.card.operating.margin!;
  const image = { format: 'grey', width, height, strideBytes: width, data: pixels } as const;
  const asked = async ({ network }: LoadedModel, input: typeof readerInput | typeof regionInput) => {
    const crop = new Float32Array(input.width * input.height);
    engine.rectify(image, quad, { ...input, marginX: margin, marginY: margin }, crop);
    const { outputs } = await network.run({ shape: [1, input.height, input.width, 1], data: crop });
    return outputs;
  };
  const [characters, length] = await asked(reader, readerInput);
  const [pictured] = await asked(region, regionInput);
  return {
    text: textAt(engine.decodeTexts(characters!.data, length!.data, { crops: 1, temperature }), 0),
    pictured: picturedIn(pictured!.data, calibration).regions,
  };
}

function count(sums: Counts, row: Row & { text: string }, raw: RawText, pictured: readonly RegionShare[]): void {
  const after: PlateText = judged(raw, { picturedRegions: pictured, unknownBelow });
  const truth = row.text;
  const read = after.plate.reveal();
  const before = regionReading(pictured);
  const add = (name: keyof Counts, is: boolean | number) => (sums[name] += Number(is));
  const has = (ten: readonly { readonly plate: { reveal(): string } }[]) =>
    ten.some(({ plate }) => plate.reveal() === truth);
  add('plates', true);
  add('strict before', raw.plate.reveal() === truth);
  add('strict after', read === truth);
  add('folded', foldedText(read) === foldedText(truth));
  if (foldedText(read) === foldedText(truth)) {
    const right = after.characters.map(({ settled, character }, place) => settled && character === truth[place]);
    add('settled right', right.filter((each) => each === true).length);
    add('settled wrong', right.filter((each) => each === false).length);
  }
  add('in ten before', has(raw.candidates.slice(0, 10)));
  add('in ten after', has(after.candidates));
  add('fewer than ten', after.candidates.length < 10);
  if (!calibration.regions.includes(row.region) || row.region === 'us') return;
  add('region known', true);
  add('region before', before.code === row.region);
  add('region after', after.region.code === row.region);
  add('sure before', before.confidence >= 0.9);
  add('sure after', after.region.confidence >= 0.9);
  add('sure and wrong after', after.region.confidence >= 0.9 && after.region.code !== row.region);
}
