import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { serialPort } from '../../firmware/devices/serial-port.ts';
import { Gps } from '../../firmware/services/gps/gps.ts';
import { UnitTime } from '../../firmware/services/time.ts';
import { FramePool } from '../../native/index.ts';
import { Dice } from '../../sim/dice.ts';
import type { SimulatedFault } from '../../sim/faults.ts';
import { readScenario } from '../../sim/scenario.ts';
import { bytesPerFrame, openStreet } from '../../sim/street.ts';
import { legible } from '../../sim/truth.ts';
import { World } from '../../sim/world.ts';
import { recordingLog } from '../broker/recording-log.ts';
import { gpsDefaults } from '../services/lines.ts';

interface Run {
  readonly name?: string;
  readonly seed?: number;
  readonly frames?: number;
  readonly gpsFault?: SimulatedFault;
}

/** Runs a street with its GPS read over the pseudo-terminal, and digests all that a unit could see. */
async function run({ name = 'quiet-day', seed = 1, frames = 40, gpsFault }: Run = {}) {
  const scenario = readScenario(name);
  const pool = FramePool.create({ slots: 3, bytesPerSlot: bytesPerFrame(scenario) });
  await using street = openStreet({ scenario, seed, pool });
  const { clock } = street;
  const log = recordingLog();
  const gps = new Gps({ ...gpsDefaults, line: serialPort({ path: street.gpsPath }), clock, log });
  const time = new UnitTime({ clock, received: () => gps.received() });
  const stop = new AbortController();
  const running = gps.run(stop.signal);
  await street.follow(gps);
  street.gps.fault = gpsFault;
  const digest = createHash('sha256');
  const seen = [];
  for await (const frame of street.camera.frames(stop.signal)) {
    const bytes = pool.bytesOf(frame.lease);
    digest.update(bytes);
    const fix = gps.fix();
    digest.update(JSON.stringify([frame.sequence, frame.wall, frame.exposure, fix, time.at(frame)]));
    seen.push({ frame, fix, wall: time.at(frame), mean: mean(bytes) });
    pool.release(frame.lease);
    if (seen.length === frames) break;
  }
  stop.abort();
  await running;
  return { digest: digest.digest('hex'), truth: street.truth(), seen, counts: gps.counts, log, free: pool.free };
}

function mean(bytes: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 101) sum += bytes[i]!;
  return sum / (bytes.length / 101);
}

describe('street', () => {
  test('one seed gives the same frames, fixes, times and truth', async () => {
    const [first, second] = [await run(), await run()];
    expect(second.digest).toBe(first.digest);
    expect(second.truth).toEqual(first.truth);
    expect(first.truth.length).toBeGreaterThan(0);
  });

  test('another seed gives another street', async () => {
    const [first, other] = [await run({ frames: 5 }), await run({ frames: 5, seed: 2 })];
    expect(other.digest).not.toBe(first.digest);
  });

  test('every frame is given back and none is lost while time stands still', async () => {
    const { seen, free } = await run({ frames: 20 });
    expect(seen.map((each) => each.frame.sequence)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(free).toBe(3);
  });

  test('GPS comes over the pseudo-terminal: position within its error, time of the street', async () => {
    const { seen, counts } = await run({ frames: 30 });
    const { fix, wall, frame } = seen.at(-1)!;
    expect(counts).toMatchObject({ sentences: 9, damaged: 0 });
    expect(fix).toMatchObject({ quality: '3d', satellites: 11 });
    expect(Math.abs(fix.position!.latitude - 39.8017) * 111_195).toBeLessThan(8);
    expect(wall).toEqual({ epochMs: frame.wall.epochMs, quality: { source: 'gps', uncertaintyMs: 100 } });
  });

  test('a patrol’s position moves as fast as it drives', async () => {
    const { seen } = await run({ name: 'patrol', frames: 76 });
    const [from, to] = [seen[16]!.fix, seen[75]!.fix];
    const metres = (to.position!.longitude - from.position!.longitude) * 111_195 * Math.cos((39.8 * Math.PI) / 180);
    expect(metres / ((to.monotonic! - from.monotonic!) / 1000)).toBeGreaterThan(6);
    expect(metres / ((to.monotonic! - from.monotonic!) / 1000)).toBeLessThan(12);
    expect(to.speedMps).toBeCloseTo(9, 1);
  });

  test('without GPS the time is the clock’s own and the fix is none', async () => {
    const { seen } = await run({ frames: 15, gpsFault: 'off' });
    expect(seen.at(-1)!.fix).toEqual({ quality: 'none' });
    expect(seen.at(-1)!.wall.quality).toEqual({ source: 'simulated' });
  });

  test('garbage on the line harms nothing and makes no fix', async () => {
    const { seen, counts } = await run({ frames: 40, gpsFault: 'garbage' });
    expect(counts.bytes).toBeGreaterThan(400);
    expect(seen.at(-1)!.fix.quality).toBe('none');
  });

  test('a GPS that falls silent is reported once', async () => {
    const { log } = await run({ frames: 90, gpsFault: 'off' });
    expect(log.events.map((each) => each.name)).toEqual(['gps.silent']);
  });
});

test('the exposure line is high while light is gathered, the second pulse rises at each second', async () => {
  const scenario = readScenario('quiet-day');
  const pool = FramePool.create({ slots: 1, bytesPerSlot: bytesPerFrame(scenario) });
  await using street = openStreet({ scenario, seed: 1, pool });
  const stop = new AbortController();
  const gather = async (line: string) => {
    const edges: [boolean, number][] = [];
    for await (const { rising, monotonic } of street.gpio.edges(line, stop.signal)) edges.push([rising, monotonic]);
    return edges;
  };
  const [exposures, seconds] = [gather('camera-exposure'), gather('pulse-per-second')];
  const stamps: number[] = [];
  for await (const frame of street.camera.frames(stop.signal)) {
    pool.release(frame.lease);
    stamps.push(frame.monotonic);
    if (stamps.length === 14) break;
  }
  await street.elapse(50);
  stop.abort();
  expect(await seconds).toEqual([
    [true, 0],
    [false, 100],
    [true, 1000],
    [false, 1100],
  ]);
  expect(await exposures).toEqual(
    stamps.flatMap((at) => [
      [true, at],
      [false, at + 0.8],
    ]),
  );
});

describe('light', () => {
  test('by night exposures are lit by turns, and plates are legible in none of the dark ones', async () => {
    const { seen } = await run({ name: 'night-ir', frames: 12 });
    expect(seen.map(({ frame }) => frame.exposure.strobeUs)).toEqual([200, 0, 200, 0, 200, 0, 200, 0, 200, 0, 200, 0]);
    const scenario = readScenario('night-ir');
    const world = new World(scenario, new Dice('light'));
    for (const distance of [5, 10, 15]) {
      const [lit, dark] = [0, 1].map((sequence) => world.lightingOf(sequence).onSheet(distance, 0.8));
      expect(lit!.daylight + lit!.strobe).toBeGreaterThan(legible.light);
      expect(dark!.daylight + dark!.strobe).toBeLessThan(legible.light);
    }
  });

  test('day is brighter than dusk and dusk than night', async () => {
    const level = async (name: string) => {
      const { seen } = await run({ name, frames: 2 });
      return seen.reduce((sum, each) => sum + each.mean, 0) / 2;
    };
    const [day, dusk, night] = [await level('quiet-day'), await level('rush-hour'), await level('night-ir')];
    expect(day).toBeGreaterThan(dusk + 15);
    expect(dusk).toBeGreaterThan(night + 15);
  });
});
