/** The motion gate with the real engine: what is looked at of a view in which little or nothing happens. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import { noFix } from '../../firmware/domain/fix.ts';
import type { Exposure, PlacedFrame } from '../../firmware/domain/frame.ts';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import { prepare } from '../../firmware/pipeline/prepare.ts';
import { Stillness } from '../../firmware/pipeline/stillness.ts';
import { FramePool } from '../../native/index.ts';
import { noise as noiseFrom } from '../native/frames.ts';

const [width, height] = [320, 192];
const engine = nativeEngine();
const cpuMs = () => 0;

interface Exposed {
  readonly atMs: number;
  readonly exposure?: Exposure;
  /** Luma of the whole view. */
  readonly luma?: number;
  /** Deviation of the sensor's noise, luma levels. */
  readonly noise?: number;
  /** A dark thing of 20 by 8 pixels, so far from the left. */
  readonly thingAt?: number;
  /** What the detector finds, where it is asked. */
  readonly candidates?: number;
}

/** Which of the frames are looked at; a view of luma 120 with noise of 3 levels unless told otherwise. */
async function lookedAt(frames: readonly Exposed[]): Promise<boolean[]> {
  const pool = FramePool.create({ slots: 1, bytesPerSlot: width * height });
  const lease = pool.acquire()!;
  const stillness = new Stillness({ emptyMs: 1000, occupiedMs: 200 }, engine.motionCells);
  const tally = new Tally('prepare');
  const random = noiseFrom(7);
  const uniform = () => random() / 255;
  const drawn = ({ luma = 120, noise = 3, thingAt }: Exposed) => {
    const pixels = pool.bytesOf(lease);
    // The sum of three even shares has a third of their range as its deviation.
    for (let i = 0; i < pixels.length; i++)
      pixels[i] = Math.round(luma + 2 * noise * (uniform() + uniform() + uniform() - 1.5));
    for (let y = 100; thingAt !== undefined && y < 108; y++)
      pixels.fill(30, y * width + thingAt, y * width + thingAt + 20);
  };
  async function* source(): AsyncIterable<PlacedFrame> {
    for (const [sequence, each] of frames.entries()) {
      drawn(each);
      const geometry = { format: 'grey' as const, width, height, strideBytes: width };
      const wall = { epochMs: 0, quality: { source: 'simulated' as const } };
      const { atMs, exposure = {} } = each;
      yield { camera: 'c', sequence, geometry, lease, wall, monotonic: monotonicMs(atMs), exposure, fix: noFix };
    }
  }
  const looked: boolean[] = [];
  for await (const { frame, shown } of prepare(source(), { engine, pool, search: 'whole', stillness, cpuMs, tally })) {
    looked.push(shown !== undefined);
    if (shown !== undefined) stillness.looked(frame, frames[frame.sequence]!.candidates ?? 0);
  }
  const { in: came, out, drops } = tally.snapshot();
  expect([came, out + (drops.still ?? 0)]).toEqual([frames.length, frames.length]);
  return looked;
}

const timesOf = (looked: readonly boolean[], everyMs: number) =>
  looked.flatMap((each, index) => (each ? [index * everyMs] : []));
const view = (count: number, each: (index: number) => Omit<Exposed, 'atMs'>) =>
  Array.from({ length: count }, (_, index) => ({ atMs: 100 * index, ...each(index) }));

describe('a view in which nothing moves', () => {
  test('is looked at once, and then once a second, whatever noise the sensor has', async () => {
    for (const noise of [0, 1, 4, 8]) {
      const looked = await lookedAt(view(25, () => ({ noise })));
      expect(timesOf(looked, 100)).toEqual([0, 1000, 2000]);
    }
  });

  test('is looked at five times a second while there are candidates in it', async () => {
    const looked = await lookedAt(view(9, () => ({ candidates: 2, thingAt: 200 })));
    expect(timesOf(looked, 100)).toEqual([0, 200, 400, 600, 800]);
  });

  test('is one view for each kind of exposure', async () => {
    const dark: Exposure = { shutterUs: 200, gain: 1, illuminatorOn: true };
    const bright: Exposure = { shutterUs: 4000, gain: 4, illuminatorOn: true };
    const looked = await lookedAt(
      view(8, (index) => (index % 2 === 0 ? { exposure: dark, luma: 40 } : { exposure: bright, luma: 150 })),
    );
    expect(timesOf(looked, 100)).toEqual([0, 100]);
  });
});

describe('what moves is looked at at once', () => {
  test('where a plate that is 20 pixels wide comes, moves a little, and goes', async () => {
    const places = [undefined, undefined, 100, 100, 104, 104, undefined, undefined];
    const looked = await lookedAt(
      view(places.length, (index) => (places[index] === undefined ? {} : { thingAt: places[index] })),
    );
    expect(looked).toEqual([true, false, true, false, true, false, true, false]);
  });

  test('also where it creeps: it is compared with the last look, not with the last frame', async () => {
    const looked = await lookedAt(view(9, (index) => ({ noise: 1, thingAt: 100 + 0.25 * index })));
    expect(timesOf(looked, 100)[1]).toBeLessThan(900);
  });

  test('and where the whole view does, as from a vehicle', async () => {
    const looked = await lookedAt(view(5, (index) => ({ luma: 120 + 6 * index })));
    expect(looked).toEqual([true, true, true, true, true]);
  });
});

test('no kind of exposure that comes again goes unseen for longer than a second and a frame', async () => {
  const exposures: readonly Exposure[] = [{ shutterUs: 500 }, { shutterUs: 4000 }, { illuminatorOn: true }];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ kind: fc.nat({ max: 2 }), gapMs: fc.integer({ min: 20, max: 400 }) }), { maxLength: 20 }),
      async (steps) => {
        let atMs = 0;
        const frames = steps.map(({ kind, gapMs }) => {
          atMs += gapMs;
          return { atMs, exposure: exposures[kind]!, kind };
        });
        const looked = await lookedAt(frames);
        const lastLook = new Map<number, number>();
        for (const [index, { atMs: now, kind }] of frames.entries()) {
          if (looked[index]) lastLook.set(kind, now);
          else expect(now - lastLook.get(kind)!).toBeLessThan(1000);
        }
      },
    ),
    { numRuns: 30 },
  );
});
