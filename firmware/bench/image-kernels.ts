/** The engine's image kernels on every instruction set, each on noise of the size that a camera gives. */
import {
  bytesPerImage,
  bytesPerRow,
  type Image,
  motionCells,
  type PixelFormat,
  type Vision,
  withIsa,
} from '../../native/index.ts';
import { detectorInput } from '../pipeline/prepare.ts';
import { readerInput, regionInput } from '../pipeline/read.ts';
import { noise, timeOnEverySet } from './fresh-data.ts';
import type { Stopwatch } from './stopwatch.ts';
import { brightnessBytes, bytesPerFloat, movingWork, type Work } from './work.ts';

/** Name, what it must do, and its call on new data. */
interface ImageKernel {
  readonly name: string;
  readonly work: Work;
  readonly make: (vision: Vision) => () => void;
}

export async function timeImageKernels(stopwatch: Stopwatch): Promise<void> {
  for (const { name, work, make } of imageKernels())
    await timeOnEverySet(stopwatch, { name, work, make: (isa) => make(withIsa(isa)) });
}

const cameras = [
  ['grey', 1280, 720],
  ['grey', 1920, 1080],
  ['nv12', 1920, 1080],
  ['yuv420p', 1920, 1080],
  ['yuyv', 1280, 720],
  ['rgb', 1280, 720],
  ['bayer-rggb8', 1920, 1080],
  ['bayer-rggb10', 1920, 1080],
] as const;

function imageKernels(): ImageKernel[] {
  const { width, height } = detectorInput;
  const boxed = cameras.map(([format, w, h]): ImageKernel => {
    const work = movingWork(brightnessBytes(format, w, h), bytesPerFloat * width * height);
    // A new frame each time into the same tensor, as the stage does it.
    const out = new Float32Array(width * height);
    const make = (vision: Vision) => {
      const image = picture(format, w, h);
      return () => vision.letterbox(image, detectorInput, out);
    };
    return { name: `letterbox ${w}x${h} ${format}`, work, make };
  });
  return [
    ...boxed,
    ...(['nv12', 'bayer-rggb8'] as const).map(
      (format): ImageKernel => ({
        name: `luma 1920x1080 ${format}`,
        work: movingWork(brightnessBytes(format, 1920, 1080), 1920 * 1080),
        make: (vision) => {
          const [image, out] = [picture(format, 1920, 1080), new Uint8Array(1920 * 1080)];
          return () => vision.lumaOf(image, out);
        },
      }),
    ),
    {
      name: 'luma statistics 1920x1080 nv12',
      work: movingWork(brightnessBytes('nv12', 1920, 1080)),
      make: (vision) => {
        const image = picture('nv12', 1920, 1080);
        return () => vision.lumaStatistics(image);
      },
    },
    {
      // Every second row is looked at.
      name: 'motion 1920x1080 nv12',
      work: movingWork(
        brightnessBytes('nv12', 1920, 1080) / 2,
        2 * bytesPerFloat * motionCells({ width: 1920, height: 1080 }),
      ),
      make: (vision) => {
        const image = picture('nv12', 1920, 1080);
        const seen = new Float32Array(motionCells(image));
        return () => vision.motion(image, seen);
      },
    },
    rectifying(1, readerInput),
    rectifying(4, readerInput),
    rectifying(1, regionInput),
  ];
}

const MARGIN = 0.09;
/** A plate of 130 by 50 pixels, a little askew. */
const QUAD = [800, 500, 930, 510, 928, 560, 798, 548];

/** Plates from one frame; what is read of it is the plates' own places with their margins. */
function rectifying(plates: number, input: typeof readerInput | typeof regionInput): ImageKernel {
  const { width, height } = input;
  const area = 130 * 50 * (1 + 2 * MARGIN) ** 2;
  const image = picture('nv12', 1920, 1080);
  return {
    name: `rectify ${plates} plate${plates === 1 ? '' : 's'} of 130 px to ${width}x${height}`,
    work: movingWork(Math.round(plates * area), plates * bytesPerFloat * width * height),
    make: (vision) => {
      const quads = Float32Array.from(Array.from({ length: plates }, () => QUAD).flat());
      const out = new Float32Array(plates * width * height);
      return () => vision.rectify(image, quads, { ...input, marginX: MARGIN, marginY: MARGIN }, out);
    },
  };
}

function picture(format: PixelFormat, width: number, height: number): Image {
  const data = noise(bytesPerImage(format, width, height));
  return { format, width, height, strideBytes: bytesPerRow(format, width), data };
}
