import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import { sharpCodec } from '../../firmware/devices/sharp-codec.ts';
import type { Detection } from '../../firmware/domain/detection.ts';
import { noFix } from '../../firmware/domain/fix.ts';
import type { Lease } from '../../firmware/domain/frame.ts';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import { Plate } from '../../firmware/domain/plate.ts';
import type { FrameReadings, Reading } from '../../firmware/domain/reading.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import { type TrackOptions, type TrackTools, track } from '../../firmware/pipeline/track.ts';
import type { Clock } from '../../firmware/ports/clock.ts';
import { FramePool } from '../../native/index.ts';
import { readingOf } from './readings.ts';

const WIDTH = 320;
const HEIGHT = 240;
const FRAME_MS = 100;
const unit = { agency: 'test', unit: 'unit-1', kind: 'stationary', bootId: '00' } as const;
/** A clock on which nothing is ever due: the frames alone carry the time. */
const still: Clock = {
  wall: () => ({ epochMs: 0, quality: { source: 'simulated' } }),
  monotonic: () => monotonicMs(0),
  sleep: (_ms, signal) => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
};
const engine = nativeEngine();
const codec = sharpCodec(engine.lumaOf);

/** Runs the stage over frames, each given as the readings in it, or known plates that go on unread. The frame's number is painted into its pixels. */
async function tracked(
  frames: readonly (readonly (Reading | Plate)[])[],
  { sought = () => false, ...options }: Partial<TrackOptions> & { sought?: TrackTools['sought'] } = {},
  clock: Clock = still,
) {
  const pool = FramePool.create({ slots: 8, bytesPerSlot: WIDTH * HEIGHT });
  const tally = new Tally('track');
  async function* source(): AsyncIterable<FrameReadings> {
    for (const [sequence, shown] of frames.entries()) {
      const readings = shown.filter((each): each is Reading => !(each instanceof Plate));
      const lease: Lease = pool.acquire()!;
      pool.bytesOf(lease).fill(sequence + 1);
      const monotonic = monotonicMs(sequence * FRAME_MS);
      const wall = { epochMs: 1_700_000_000_000 + sequence * FRAME_MS, quality: { source: 'simulated' as const } };
      const geometry = { format: 'grey' as const, width: WIDTH, height: HEIGHT, strideBytes: WIDTH };
      const frame = { camera: 'camera', sequence, geometry, lease, wall, monotonic, exposure: {}, fix: noFix };
      yield {
        frame,
        candidates: [],
        readings: readings.map((each) => ({ ...each, monotonic, frameSequence: sequence })),
        known: shown.filter((each) => each instanceof Plate),
        cpuMs: 0,
      };
    }
  }
  const detections: Detection[] = [];
  const times = { gapMs: 300, lastsMsMax: 5000 };
  const mins = { looksMin: 2, confidenceMin: 0.1, plateMin: 0, soughtConfidenceMin: 0.8 };
  const tools = { ...times, ...mins, heldMax: 3, sought, ...options };
  const entropy = { bytes: (count: number) => new Uint8Array(count) };
  const evidence = { pool, engine, codec, contextWidthMax: 320, jpegQuality: 90 };
  for await (const each of track(source(), { ...tools, ...evidence, unit, entropy, tally, clock }))
    detections.push(each);
  return { detections, tally: tally.snapshot(), pool };
}

const texts = (detections: readonly Detection[]) => detections.map(({ plate }) => plate.reveal());
const nothing: readonly Reading[] = [];

describe('track', () => {
  test('a vehicle that passes gives one detection with all of its looks', async () => {
    const { detections } = await tracked([[readingOf()], [readingOf()], [readingOf()]]);
    expect(texts(detections)).toEqual(['AB12345']);
    expect(detections[0]!.looks.map(({ frameSequence }) => frameSequence)).toEqual([0, 1, 2]);
    expect(detections[0]!.firstSeen.epochMs).toBe(1_700_000_000_000);
    expect(detections[0]!.lastSeen.epochMs).toBe(1_700_000_000_200);
  });

  test('U3 U4 a vehicle that somebody looks for is reported at the look that makes it sure, once, and not when it has passed', async () => {
    const look = (certainty: number) => [readingOf({ certainty })];
    const frames = [look(0.9), look(0.9), look(0.99), look(0.99), look(0.99), ...Array(5).fill(nothing)];
    const sought: TrackTools['sought'] = ({ plate }) => plate.reveal() === 'AB12345';
    const looksOf = async (options: Parameters<typeof tracked>[1]) =>
      (await tracked(frames, options)).detections.map(({ looks }) => looks.length);
    expect(await looksOf({ sought, soughtConfidenceMin: 0.6 })).toEqual([3]);
    expect(await looksOf({ sought, soughtConfidenceMin: 0.8 })).toEqual([4]);
    expect(await looksOf({ sought, soughtConfidenceMin: 0.2 })).toEqual([2]);
    expect(await looksOf({ sought, soughtConfidenceMin: 1 })).toEqual([5]);
    expect(await looksOf({ sought: ({ plate }) => plate.reveal() === 'AB12845' })).toEqual([5]);
    const { tally, pool } = await tracked(frames, { sought, soughtConfidenceMin: 0.6 });
    expect(tally).toMatchObject({ in: 5, out: 3, held: 0, drops: { repeat: 2 } });
    expect(pool.free).toBe(pool.slots);
  });

  test('what the looks together deny is not reported although one of them is sought', async () => {
    const sought: TrackTools['sought'] = ({ plate }) => plate.reveal() === 'AB12845';
    const frames = [[readingOf()], [readingOf()], [readingOf({ text: 'AB12845' })], [readingOf()]];
    const { detections } = await tracked(frames, { sought, soughtConfidenceMin: 0 });
    expect(detections.map(({ plate, looks }) => [plate.reveal(), looks.length])).toEqual([['AB12345', 4]]);
  });

  test('a single look is not enough on the road, and is on a photograph', async () => {
    expect((await tracked([[readingOf()]])).tally.drops).toEqual({ 'few-looks': 1 });
    expect(texts((await tracked([[readingOf()]], { looksMin: 1 })).detections)).toEqual(['AB12345']);
  });

  test('a known plate that goes on unread for longer than the gap is one vehicle, and another one is another', async () => {
    const passing = Array.from({ length: 6 }, () => [new Plate('AB12345')]);
    const other = Array.from({ length: 6 }, () => [new Plate('XY98765')]);
    const look = [readingOf()];
    expect((await tracked([look, look, ...passing, look, look])).detections.map(({ looks }) => looks.length)).toEqual([
      4,
    ]);
    expect((await tracked([look, look, ...other, look, look])).detections).toHaveLength(2);
  });

  test('a look counts for the frames in which its plate was known and passed over', async () => {
    const bad = Array.from({ length: 4 }, () => [readingOf({ text: 'B12345', certainty: 0.9 })]);
    const good = [[readingOf()], [readingOf()]];
    const passing = Array.from({ length: 4 }, () => [new Plate('AB12345')]);
    expect(texts((await tracked([...bad, ...good])).detections)).toEqual(['B12345']);
    expect(texts((await tracked([...bad, ...good, ...passing])).detections)).toEqual(['AB12345']);
  });

  test('looks that never agree make no detection', async () => {
    const { detections, tally } = await tracked([[readingOf({ text: 'AB12345' })], [readingOf({ text: 'AB12845' })]]);
    expect(detections).toEqual([]);
    expect(tally.drops).toEqual({ disagreeing: 2 });
  });

  test('looks that spell 0 and O, or 1 and I, each their own way agree', async () => {
    const { detections } = await tracked([[readingOf({ text: 'KLMOI23' })], [readingOf({ text: 'KLM0123' })]]);
    expect(detections).toHaveLength(1);
    expect(detections[0]!.looks).toHaveLength(2);
  });

  test('looks that agree on something unsure make no detection', async () => {
    const doubtful = () => [readingOf({ text: 'AB123', certainty: 0.6 })];
    const { detections, tally } = await tracked([doubtful(), doubtful(), doubtful()], { confidenceMin: 0.3 });
    expect(detections).toEqual([]);
    expect(tally.drops).toEqual({ uncertain: 3 });
  });

  test('a badge that reads alike in every frame is no detection, by the mean of its looks', async () => {
    const badge = (plateLogOdds: number) => {
      const reading = readingOf({ text: 'SPORT', certainty: 0.99 });
      return [{ ...reading, candidate: { ...reading.candidate, plateLogOdds } }];
    };
    const passing = [badge(5), badge(1), badge(0)];
    // The mean of 2 is a probability of 0.88.
    const refused = await tracked(passing, { plateMin: 0.9 });
    expect(refused.detections).toEqual([]);
    expect(refused.tally.drops).toEqual({ 'not-a-plate': 3 });
    expect(texts((await tracked(passing, { plateMin: 0.87 })).detections)).toEqual(['SPORT']);
  });

  test('the evidence is the frame of the best look that reads as voted, although a surer one read otherwise', async () => {
    const { detections } = await tracked([
      [readingOf({ text: 'AB12345', certainty: 0.9 })],
      [readingOf({ text: 'AB12845', certainty: 0.99 })],
      [readingOf({ text: 'AB12345', certainty: 0.95 })],
      [readingOf({ text: 'AB12345', certainty: 0.93 })],
    ]);
    const [detection] = detections;
    expect(detection!.plate.reveal()).toBe('AB12345');
    expect(detection!.frameSequence).toBe(2);
    const { default: sharp } = await import('sharp');
    const { channels } = await sharp(detection!.contextImage.bytes).stats();
    expect(channels[0]!.mean).toBeCloseTo(3, 0);
  });

  test('two vehicles side by side are kept apart', async () => {
    const left = readingOf({ text: 'AB12345', box: [20, 100, 80, 30] });
    const right = readingOf({ text: 'ZK99871', box: [200, 100, 80, 30] });
    const { detections } = await tracked([
      [left, right],
      [right, left],
      [left, right],
    ]);
    expect(texts(detections).toSorted()).toEqual(['AB12345', 'ZK99871']);
  });

  test('a vehicle that is gone for longer than the gap is another passing', async () => {
    const frames = [[readingOf()], [readingOf()], nothing, nothing, nothing, nothing, [readingOf()], [readingOf()]];
    expect(texts((await tracked(frames)).detections)).toEqual(['AB12345', 'AB12345']);
  });

  test('a vehicle that stands in view is reported once, in time, and its further looks are counted as repeats', async () => {
    const frames = Array.from({ length: 30 }, () => [readingOf()]);
    const { detections, tally } = await tracked(frames, { lastsMsMax: 1000 });
    expect(detections).toHaveLength(1);
    expect(detections[0]!.looks.length).toBeLessThan(13);
    expect(tally.drops.repeat).toBe(30 - detections[0]!.looks.length);
  });

  test('a vehicle is reported although the camera falls silent', async () => {
    const pool = FramePool.create({ slots: 8, bytesPerSlot: WIDTH * HEIGHT });
    const later: Clock = { ...still, monotonic: () => monotonicMs(1000), sleep: () => Promise.resolve() };
    const silent = Promise.withResolvers<void>();
    async function* source(): AsyncIterable<FrameReadings> {
      for (const sequence of [0, 1]) {
        const monotonic = monotonicMs(sequence);
        const geometry = { format: 'grey' as const, width: WIDTH, height: HEIGHT, strideBytes: WIDTH };
        const wall = later.wall();
        const frame = {
          camera: 'c',
          sequence,
          geometry,
          lease: pool.acquire()!,
          wall,
          monotonic,
          exposure: {},
          fix: noFix,
        };
        yield { frame, candidates: [], readings: [{ ...readingOf(), monotonic }], known: [], cpuMs: 0 };
      }
      await silent.promise;
    }
    const entropy = { bytes: (count: number) => new Uint8Array(count) };
    const tools = {
      looksMin: 2,
      confidenceMin: 0.1,
      plateMin: 0,
      gapMs: 300,
      lastsMsMax: 5000,
      soughtConfidenceMin: 1,
      sought: () => false,
      heldMax: 3,
      contextWidthMax: 320,
      jpegQuality: 90,
    };
    const tally = new Tally('track');
    const flow = track(source(), { ...tools, pool, engine, codec, unit, entropy, tally, clock: later });
    const first = await flow[Symbol.asyncIterator]().next();
    expect(first.value.plate.reveal()).toBe('AB12345');
    silent.resolve();
  });

  test('whatever passes, readings are conserved and every frame is given back', async () => {
    const reading = fc.record({
      text: fc.constantFrom('AB12345', 'AB12346', 'ZK99871', 'QQ1'),
      certainty: fc.double({ min: 0.4, max: 0.99, noNaN: true }),
      box: fc.tuple(fc.nat(200), fc.nat(150), fc.constant(80), fc.constant(30)),
    });
    const frames = fc.array(fc.array(reading, { maxLength: 3 }), { maxLength: 15 });
    await fc.assert(
      fc.asyncProperty(frames, async (options) => {
        const { detections, tally, pool } = await tracked(options.map((each) => each.map(readingOf)));
        const dropped = Object.values(tally.drops).reduce((a, b) => a + b, 0);
        expect(tally.in).toBe(tally.out + dropped);
        expect(tally.out).toBe(detections.reduce((sum, { looks }) => sum + looks.length, 0));
        expect(pool.free).toBe(pool.slots);
        for (const { plate, looks } of detections) {
          expect(looks.filter((look) => look.plate.equals(plate)).length).toBeGreaterThanOrEqual(2);
        }
      }),
      { numRuns: 40 },
    );
  });
});
