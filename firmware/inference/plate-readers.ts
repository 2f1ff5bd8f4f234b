/**
 * The plate reader over two networks: in one crossing where both are programs of the engine, cut by cut and batch by batch where
 * another backend runs them.
 */
import { openPlateReader } from '../../native/index.ts';
import type { Quad } from '../domain/candidate.ts';
import type { Engine, Image, TextRows } from '../ports/engine.ts';
import type { Network, Tensor } from '../ports/inference.ts';
import type { Outline, PlateCut, PlateReader, PlateReading } from '../ports/plate-reader.ts';
import { isNative, type NativeNetwork } from './native-network.ts';

export interface PlateNetworks {
  /** Outputs: characters and lengths. */
  readonly reader: Network;
  /** One output: logits of regions. */
  readonly region: Network;
}

export function plateReaderOf(networks: PlateNetworks, engine: Engine, how: PlateReading): PlateReader {
  const { reader, region } = networks;
  if (isNative(reader) && isNative(region)) return nativePlateReader({ reader, region }, how);
  return batchedPlateReader(networks, engine, how);
}

function nativePlateReader(
  { reader, region }: { readonly reader: NativeNetwork; readonly region: NativeNetwork },
  how: PlateReading,
): PlateReader {
  const plates = openPlateReader(reader.program, region.program, how);
  return {
    async read(image, outlines) {
      const asked = {
        quads: flat(outlines.map(({ quad }) => quad)),
        lines: flat(outlines.flatMap((outline) => outline.lines ?? [])),
        uppers: uppersOf(outlines),
        confidencesMin: Float64Array.from(outlines, ({ confidenceMin }) => confidenceMin),
      };
      if (reader.beside) {
        const { rows, regions, besideMs } = await plates.readBeside(image, asked);
        return { texts: rows, regions, besideMs };
      }
      const { rows, regions } = plates.read(image, asked);
      return { texts: rows, regions, besideMs: 0 };
    },
  };
}

/** For each outline the place of its upper line among all lines, -1 for one without. */
function uppersOf(outlines: readonly Outline[]): Int32Array {
  let next = 0;
  return Int32Array.from(outlines, ({ lines }) => {
    if (lines === undefined) return -1;
    next += lines.length;
    return next - lines.length;
  });
}

export function batchedPlateReader({ reader, region }: PlateNetworks, engine: Engine, how: PlateReading): PlateReader {
  return {
    async read(image, outlines) {
      const cuts = [...outlines.map(({ quad }) => quad), ...outlines.flatMap(({ lines }) => lines ?? [])];
      const read = await reader.run(cut(engine, image, cuts, how.reader));
      const [characters, lengths] = read.outputs;
      const options = { crops: cuts.length, temperature: how.temperature };
      const texts = engine.decodeTexts(characters!.data, lengths!.data, options);
      passOver(texts, outlines, how.linesBelow);
      const places = surePlaces(texts, outlines);
      const sure = places.map((place) => outlines[place]!.quad);
      const asked = sure.length === 0 ? undefined : await region.run(cut(engine, image, sure, how.region));
      const logits = asked?.outputs[0]?.data ?? new Float32Array(0);
      const each = logits.length / Math.max(1, places.length);
      const regions = new Float32Array(outlines.length * each).fill(Number.NaN);
      for (const [index, place] of places.entries())
        regions.set(logits.subarray(index * each, (index + 1) * each), place * each);
      return { texts, regions, besideMs: read.besideMs + (asked?.besideMs ?? 0) };
    },
  };
}

/** Numbers of one cut's row, of as many rows as there are outlines and lines. */
function rowOf(ranks: TextRows['ranks'], outlines: readonly Outline[]): number {
  return ranks.length / (outlines.length + outlines.reduce((sum, { lines }) => sum + (lines?.length ?? 0), 0));
}

/** Takes out the texts of lines whose whole is sure: a batch reads them all, and they must not count. */
function passOver({ ranks }: TextRows, outlines: readonly Outline[], linesBelow: number): void {
  const row = rowOf(ranks, outlines);
  let line = outlines.length;
  for (const [place, { lines }] of outlines.entries()) {
    if (lines === undefined) continue;
    const sure = ranks[place * row]! > 0 && ranks[place * row + 1]! >= linesBelow;
    for (const _ of lines) {
      if (sure) ranks[line * row] = 0;
      line += 1;
    }
  }
}

/** The outlines whose text, or whose lines together, are sure enough. */
function surePlaces({ ranks }: TextRows, outlines: readonly Outline[]): number[] {
  const row = rowOf(ranks, outlines);
  const confidenceAt = (index: number) => (ranks[index * row]! === 0 ? undefined : ranks[index * row + 1]!);
  let line = outlines.length;
  return [...outlines.keys()].filter((place) => {
    const { lines, confidenceMin } = outlines[place]!;
    const whole = confidenceAt(place) ?? -1;
    if (lines === undefined) return whole >= confidenceMin;
    const [upper, lower] = [confidenceAt(line++), confidenceAt(line++)];
    const both = upper === undefined || lower === undefined ? -1 : upper * lower;
    return Math.max(whole, both) >= confidenceMin;
  });
}

/** Quadrilaterals of the frame, rectified with their margin: a network's batch, a picture each. */
function cut(engine: Engine, image: Image, quads: readonly Quad[], { margin, ...input }: PlateCut): Tensor {
  const { width, height } = input;
  const data = new Float32Array(quads.length * width * height);
  engine.rectify(image, flat(quads), { ...input, marginX: margin, marginY: margin }, data);
  return { shape: [quads.length, height, width, 1], data };
}

function flat(quads: readonly Quad[]): Float32Array {
  return Float32Array.from(quads.flat(2));
}
