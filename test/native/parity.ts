// The parity of the instruction sets as properties: what one set answers, the scalar reference answers too, and neither writes
// around its output. Plain functions, so that they run under vitest and, cross-built, under an emulator that vitest does not know.

import fc from 'fast-check';
import { type Isa, motionCells, type Vision, withIsa } from '../../native/index.ts';
import { type FrameSpec, frameOf, frameSpec, guarded, guardedFloats, quadNear } from './frames.ts';

export interface Parity {
  readonly name: string;
  // Throws where the set and the reference differ.
  check(isa: Isa, runs: number): void;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const tensorSide = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 70 }));

export const parities: readonly Parity[] = [
  {
    name: 'luma, exactly',
    check: (isa, runs) =>
      agree(isa, runs, frameSpec(150), (vision, spec) => {
        const image = frameOf(spec);
        const out = guarded(image.width * image.height);
        vision.lumaOf(image, out.bytes);
        return { values: out.bytes, tolerance: 0, intact: out.intact() };
      }),
  },
  {
    name: 'letterbox, within 0.001 luma levels',
    check: (isa, runs) =>
      agree(
        isa,
        runs,
        fc.tuple(frameSpec(150), tensorSide, tensorSide, fc.tuple(share, share, share, share), fc.boolean()),
        (vision, [spec, width, height, cut, whole]) => {
          const image = frameOf(spec);
          const out = guardedFloats(width * height);
          const crop = whole ? undefined : cropOf(spec, cut);
          vision.letterbox(image, { crop, width, height, mean: 110, deviation: 60, pad: 114 }, out.floats);
          return { values: out.floats, tolerance: 0.001 / 60, intact: out.intact() };
        },
      ),
  },
  {
    name: 'letterbox by a whole factor, within 0.001 luma levels',
    check: (isa, runs) =>
      agree(isa, runs, fc.tuple(frameSpec(250), fc.integer({ min: 1, max: 6 })), (vision, [spec, factor]) => {
        const width = Math.max(1, Math.floor(spec.width / factor));
        const height = Math.max(1, Math.floor(spec.height / factor));
        const crop = {
          x: 0,
          y: 0,
          width: Math.min(factor * width, spec.width),
          height: Math.min(factor * height, spec.height),
        };
        const out = guardedFloats(width * height);
        vision.letterbox(frameOf(spec), { crop, width, height, mean: 110, deviation: 60, pad: 114 }, out.floats);
        return { values: out.floats, tolerance: 0.001 / 60, intact: out.intact() };
      }),
  },
  {
    name: 'rectify to a tensor, within 0.02 luma levels of the deviation floor',
    check: (isa, runs) =>
      agree(isa, runs, plates, (vision, [spec, quads, width, height, marginX, marginY]) => {
        const out = guardedFloats((quads.length / 8) * width * height);
        const options = { width, height, marginX, marginY, deviationFloor: 4 };
        vision.rectify(frameOf(spec), quads, options, out.floats);
        return { values: out.floats, tolerance: 0.02 / 4, intact: out.intact() };
      }),
  },
  {
    name: 'rectify to grey, within one level',
    check: (isa, runs) =>
      agree(isa, runs, plates, (vision, [spec, quads, width, height, marginX, marginY]) => {
        const out = guarded((quads.length / 8) * width * height);
        vision.rectifyToGrey(frameOf(spec), quads, { width, height, marginX, marginY }, out.bytes);
        return { values: out.bytes, tolerance: 1, intact: out.intact() };
      }),
  },
  {
    name: 'luma histogram and steps, exactly',
    check: (isa, runs) =>
      agree(isa, runs, fc.tuple(frameSpec(150), fc.integer({ min: 1, max: 9 })), (vision, [spec, step]) => {
        const { histogram, steps } = vision.lumaStatistics(frameOf(spec), step);
        return { values: Float32Array.of(...histogram, steps), tolerance: 0, intact: true };
      }),
  },
  {
    name: 'cells of motion, exactly',
    check: (isa, runs) =>
      agree(isa, runs, frameSpec(150), (vision, spec) => {
        const seen = guardedFloats(motionCells(spec));
        vision.motion(frameOf(spec), seen.floats);
        return { values: seen.floats, tolerance: 0, intact: seen.intact() };
      }),
  },
];

const plates = frameSpec(150).chain((spec) =>
  fc.tuple(
    fc.constant(spec),
    fc.array(quadNear(spec.width, spec.height), { minLength: 1, maxLength: 3 }).map(joined),
    tensorSide,
    tensorSide,
    fc.double({ min: 0, max: 0.5, noNaN: true }),
    fc.double({ min: 0, max: 0.5, noNaN: true }),
  ),
);

interface Answer {
  readonly values: Uint8Array | Uint32Array | Float32Array;
  readonly tolerance: number;
  readonly intact: boolean;
}

function agree<Case>(
  isa: Isa,
  runs: number,
  cases: fc.Arbitrary<Case>,
  answer: (vision: Vision, of: Case) => Answer,
): void {
  const tested = withIsa(isa);
  const reference = withIsa('scalar');
  const property = fc.property(cases, (of) => {
    const found = answer(tested, of);
    const wanted = answer(reference, of);
    if (!found.intact || !wanted.intact) throw new Error('wrote around its output');
    wanted.values.forEach((value, i) => {
      const other = found.values[i] ?? Number.NaN;
      if (!(Math.abs(other - value) <= wanted.tolerance))
        throw new Error(`value ${i}: ${isa} says ${other}, scalar ${value}`);
    });
  });
  fc.assert(property, { numRuns: runs });
}

function cropOf(spec: FrameSpec, [left, top, wide, high]: readonly [number, number, number, number]) {
  const x = left * (spec.width - 0.5);
  const y = top * (spec.height - 0.5);
  return { x, y, width: 0.5 + wide * (spec.width - x - 0.5), height: 0.5 + high * (spec.height - y - 0.5) };
}

function joined(quads: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(quads.length * 8);
  quads.forEach((quad, i) => {
    all.set(quad, i * 8);
  });
  return all;
}
