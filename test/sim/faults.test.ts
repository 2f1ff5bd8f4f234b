import { describe, expect, test } from 'vitest';
import { FramePool } from '../../native/index.ts';
import { type SimulatedFault, UnsupportedFault } from '../../sim/faults.ts';
import { readScenario } from '../../sim/scenario.ts';
import { bytesPerFrame, openStreet } from '../../sim/street.ts';

const { camera, ...rest } = readScenario('quiet-day');
const scenario = { ...rest, camera: { ...camera, width: 320, height: 240, rate_hz: 10 } };

/** The frames of the first two seconds with a fault, as numbers and pixels. */
async function framesWith(fault: SimulatedFault | undefined) {
  const pool = FramePool.create({ slots: 1, bytesPerSlot: bytesPerFrame(scenario) });
  await using street = openStreet({ scenario, seed: 1, pool });
  street.camera.fault = fault;
  const frames: { sequence: number; pixels: Buffer; ageMs: number }[] = [];
  const stop = new AbortController();
  const watch = street.clock.sleep(2000).then(() => stop.abort());
  for await (const frame of street.camera.frames(stop.signal)) {
    const { sequence, lease, monotonic } = frame;
    const ageMs = street.clock.monotonic() - monotonic;
    frames.push({ sequence, pixels: Buffer.from(pool.bytesOf(lease)), ageMs });
    pool.release(frame.lease);
  }
  await watch;
  return { frames, exposures: street.camera.exposures };
}

describe('the simulated camera’s faults', () => {
  test('without one, all exposures are delivered', async () => {
    const { frames, exposures } = await framesWith(undefined);
    expect(frames.map((frame) => frame.sequence)).toEqual(Array.from({ length: frames.length }, (_, i) => i));
    expect(exposures.lost).toBe(0);
    expect(frames.length).toBeGreaterThan(15);
  });

  test('off: exposures go by and none is delivered', async () => {
    const { frames, exposures } = await framesWith('off');
    expect(frames).toEqual([]);
    expect(exposures.lost).toBe(exposures.count);
    expect(exposures.count).toBeGreaterThan(15);
  });

  test('off for three seconds: it has stalled, and its exposures go by until it is asked again', async () => {
    const pool = FramePool.create({ slots: 1, bytesPerSlot: bytesPerFrame(scenario) });
    await using street = openStreet({ scenario, seed: 1, pool });
    const stop = new AbortController();
    street.camera.fault = 'off';
    const asked = () => street.camera.frames(stop.signal)[Symbol.asyncIterator]().next();
    await expect(asked()).rejects.toMatchObject({ code: 'camera.stalled' });
    await street.clock.sleep(2000);
    street.camera.fault = undefined;
    const { value } = await asked();
    expect(value.monotonic).toBeGreaterThanOrEqual(5000);
    expect(value.sequence).toBe(street.camera.exposures.lost);
    stop.abort();
  });

  test('stuck: the same picture again and again, down to its noise', async () => {
    const { frames } = await framesWith('stuck');
    expect(frames.length).toBeGreaterThan(15);
    for (const frame of frames) expect(frame.pixels.equals(frames[0]!.pixels)).toBe(true);
  });

  test('garbage: pixels that mean nothing', async () => {
    const { frames } = await framesWith('garbage');
    const { pixels } = frames[3]!;
    const mean = pixels.reduce((sum, level) => sum + level, 0) / pixels.length;
    const deviation = Math.sqrt(pixels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / pixels.length);
    // Evenly spread bytes: 255 divided by the root of twelve.
    expect(deviation).toBeGreaterThan(72);
    expect(deviation).toBeLessThan(76);
  });

  test('slow: one of four', async () => {
    const { frames } = await framesWith('slow');
    expect(frames.map((frame) => frame.sequence).slice(0, 4)).toEqual([0, 4, 8, 12]);
  });

  test('delayed: each comes 0.4 s after its exposure, as it was then', async () => {
    const [now, late] = [await framesWith(undefined), await framesWith('delayed')];
    expect(late.frames.length).toBe(now.frames.length - 4);
    for (const [i, { sequence, pixels, ageMs }] of late.frames.entries()) {
      expect([sequence, ageMs]).toEqual([i, 400]);
      expect(pixels.equals(now.frames[i]!.pixels)).toBe(true);
    }
  });

  test('intermittent: a second on, a second off', async () => {
    const { frames } = await framesWith('intermittent');
    expect(frames.map((frame) => frame.sequence)).toEqual(Array.from({ length: 10 }, (_, i) => i));
  });

  test('wrong is refused: a camera that shows another street is not simulated', async () => {
    await expect(framesWith('wrong')).rejects.toThrow(UnsupportedFault);
  });
});
