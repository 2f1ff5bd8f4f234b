/**
 * Stage read of a frame in one crossing: outlines are cut out of the frame, read and, where that is sure enough, asked where they were
 * issued.
 *
 * Promises: no pixel reaches JavaScript; nothing is allocated once a frame with so many outlines has been seen; answers are those of
 * `rectify`, the networks' programs and `decodeTexts` one after another. Refuses networks that do not read such cuts.
 */
import { corners, NativeArgumentError, numberWithin, wholeNumber } from './arguments.ts';
import { type Image, rawImage } from './image.ts';
import { addon, type RawImage } from './load.ts';
import type { Program } from './program.ts';
import { spareRows, type TextRows } from './texts.ts';

/** How a network's input is cut out of the frame. */
export interface PlateCut {
  readonly width: number;
  readonly height: number;
  /** Share of the outline's own width and height, added on each side. */
  readonly margin: number;
  /** Luma levels; a flatter cut is not amplified beyond it. */
  readonly deviationFloor: number;
}

export interface PlateReaderOptions {
  readonly reader: PlateCut;
  readonly region: PlateCut;
  /** Of the reader's characters. */
  readonly temperature: number;
  /** Confidence of the whole, 0 to 1, below which its lines are read; above 1 always. */
  readonly linesBelow: number;
}

/** The plates of one frame. */
export interface PlateOutlines {
  /** Eight floats each: corners clockwise from the plate's top left, in pixels of the frame. */
  readonly quads: Float32Array;
  /** The same of single lines, an upper one and the lower one after it. */
  readonly lines: Float32Array;
  /** For each outline the place of its upper line in `lines`, -1 for one without. */
  readonly uppers: Int32Array;
  /** For each outline the confidence from which on its region is asked for; above 1 never. */
  readonly confidencesMin: Float64Array;
}

/** Good until the thread's next answer. */
export interface PlateAnswers {
  /** A row for each outline, then one for each line. */
  readonly rows: TextRows;
  /** A row of logits for each outline, not a number where its region was not asked for. */
  readonly regions: Float32Array;
}

export interface PlateReader {
  read(image: Image, outlines: PlateOutlines): PlateAnswers;
  /**
   * The same on another thread, with its CPU time in milliseconds. The image lies in shared memory and must not change meanwhile.
   * Frames that are under way at once each have memory of their own.
   */
  readBeside(image: Image, outlines: PlateOutlines): Promise<PlateAnswers & { readonly besideMs: number }>;
}

/** @param reader whose outputs are the characters and the lengths of `decodeTexts`. @param region with one output. */
export function openPlateReader(reader: Program, region: Program, options: PlateReaderOptions): PlateReader {
  const { plates } = addon();
  const temperature = numberWithin('options.temperature', options.temperature, { least: 1e-3, most: 1e3 });
  const linesBelow = numberWithin('options.linesBelow', options.linesBelow, { least: 0, most: 2 });
  const cuts = [
    ...checkedCut('options.reader', options.reader),
    ...checkedCut('options.region', options.region),
  ] as const;
  const handle = plates.open(reader.handle, region.handle, ...cuts, temperature, linesBelow);
  const regionFloats = region.outputFloats[0]!;
  let spare = new Float32Array(0);

  const callOf = (image: Image, { quads, lines, uppers, confidencesMin }: PlateOutlines) => {
    const count = corners('outlines.quads', quads).length / 8;
    const rows = spareRows(count + corners('outlines.lines', lines).length / 8);
    if (spare.length < count * regionFloats) spare = new Float32Array(count * regionFloats);
    const regions = spare.subarray(0, count * regionFloats);
    const { ranks, texts, places } = rows;
    const out = [ranks, texts, places, regions] as const;
    const raw: RawImage = rawImage(image);
    return { call: [...raw, quads, lines, uppers, confidencesMin, ...out] as const, rows, regions };
  };

  return {
    read(image, outlines) {
      const { call, rows, regions } = callOf(image, outlines);
      plates.read(handle, ...call);
      return { rows, regions };
    },
    async readBeside(image, outlines) {
      if (!(image.data.buffer instanceof SharedArrayBuffer))
        throw new NativeArgumentError('image.data', 'is not in shared memory');
      const { call, rows, regions } = callOf(image, outlines);
      const besideMs = await plates.readBeside(handle, ...call);
      return { rows, regions, besideMs };
    },
  };
}

function checkedCut(argument: string, cut: PlateCut) {
  const { width, height, margin, deviationFloor } = cut;
  return [
    wholeNumber(`${argument}.width`, width, { least: 1, most: 8192 }),
    wholeNumber(`${argument}.height`, height, { least: 1, most: 8192 }),
    numberWithin(`${argument}.margin`, margin, { least: 0, most: 2 }),
    numberWithin(`${argument}.deviationFloor`, deviationFloor, { least: 1e-6, most: 1e6 }),
  ] as const;
}
