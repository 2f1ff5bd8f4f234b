/** The sequencer's limits, and what the strobe is after every way in which its unit can end, read from the line's other side. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clipCamera } from '../../firmware/devices/clip-camera.ts';
import { type StrobeOptions, strobedCamera } from '../../firmware/devices/strobed-camera.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import type { FaultCode } from '../../firmware/domain/fault.ts';
import type { Camera } from '../../firmware/ports/camera.ts';
import { FramePool, type SequencedExposure, type Sequencer, startSequencer } from '../../native/index.ts';
import { bright, dark, type LightBox, lightBox } from './light-box.ts';

/** An account that owns no chip. */
const NOBODY = 65_534;
let box: LightBox;

beforeAll(() => {
  box = lightBox();
});
afterAll(() => box.chip.remove());

describe('the sequencer', () => {
  test('a moment tells which exposure it had', () => {
    const sequencer = startSequencer(box, { periodUs: 40_000, exposures: [bright, dark] });
    const { startMs } = sequencer.report();
    sequencer.close();
    expect(sequencer.exposureAt(startMs - 1)).toBeUndefined();
    expect([0.1, 39.9, 40.1, 80.1].map((ms) => sequencer.exposureAt(startMs + ms))).toEqual([
      bright,
      bright,
      dark,
      bright,
    ]);
  });

  test('frames of a strobed camera say which exposure of the plan they are, and the line is dark when it ends', async () => {
    const began: Sequencer[] = [];
    const { camera, pool } = strobed({ triggered: true, began: (sequencer) => began.push(sequencer) });
    const seen: (number | undefined)[] = [];
    for await (const { lease, exposure, monotonic } of camera.frames(new AbortController().signal)) {
      const timed = began[0]!.exposureAt(monotonic);
      expect(exposure.strobeUs).toBe(timed?.strobeUs);
      if (timed !== undefined) expect(exposure.shutterUs).toBe(timed.triggerUs + 14.26);
      seen.push(exposure.strobeUs);
      pool.release(lease);
      if (seen.length === 30) break;
    }
    expect(new Set(seen.filter((each) => each !== undefined))).toEqual(new Set([bright.strobeUs, dark.strobeUs]));
    await staysDark();
    // Both lines have been given back.
    startSequencer(box, { periodUs: 40_000, exposures: [dark] }).close();
  });

  test('no plan goes beyond the limits', () => {
    const refused = (periodUs: number, exposure: Partial<SequencedExposure>) =>
      expect(() =>
        startSequencer({ strobe: box.strobe }, { periodUs, exposures: [{ ...bright, ...exposure }] }),
      ).toThrow(RangeError);
    refused(40_000, { strobeUs: 2001 });
    refused(9_000, { strobeUs: 901 });
    refused(40_000, { triggerUs: 40_000 });
    refused(40_000, { strobeDelayUs: 39_500 });
    startSequencer({ strobe: box.strobe }, { periodUs: 40_000, exposures: [{ ...bright, strobeUs: 2000 }] }).close();
  });

  test.each(['SIGTERM', 'SIGKILL', 'SIGSEGV'] as const)('the strobe is dark after %s', async (signal) => {
    const unit = await started();
    await becomes(true);
    const ended = once(unit, 'exit');
    unit.kill(signal);
    await ended;
    await becomes(false);
    await staysDark();
  });

  test('the strobe of a unit that was stopped goes dark', async () => {
    const unit = await started();
    for (let tries = 0; tries < 50; tries++) {
      unit.kill('SIGSTOP');
      await delay(100);
      expect(box.chip.level('strobe')).toBe(false);
      unit.kill('SIGCONT');
      await delay(7);
    }
    unit.kill('SIGKILL');
  });

  // From here on the chip may have another number after each test.
  test('a camera that runs freely does without strobe for as long as a chip that came back is not its account’s, as before udev has run', async () => {
    const faults: (FaultCode | undefined)[] = [];
    const { camera, pool } = strobed({ triggered: false, onFault: (code) => faults.push(code) });
    const frames = strobes(camera, pool);
    try {
      await until(frames, true);
      box.chip.unplug();
      box.chip.plugIn();
      process.seteuid!(NOBODY);
      await until(frames, false);
      while (faults.at(-1) !== 'gpio.refused') expect(await frames.next()).toEqual({ value: false, done: false });
      process.seteuid!(0);
      await until(frames, true);
      expect(faults.at(-1)).toBeUndefined();
    } finally {
      process.seteuid!(0);
      await frames.return(undefined);
    }
  });

  test.each([
    { triggered: false, does: 'one that runs freely goes on without strobe, says so, and has it again' },
    { triggered: true, does: 'one that waits for its trigger ends with a fault' },
  ])('of a camera whose chip vanishes: $does', async ({ triggered }) => {
    const faults: (FaultCode | undefined)[] = [];
    const { camera, pool } = strobed({ triggered, onFault: (code) => faults.push(code) });
    const frames = strobes(camera, pool);
    try {
      await until(frames, true);
      box.chip.unplug();
      if (triggered) {
        await expect(until(frames, false)).rejects.toMatchObject({ code: 'gpio.lost' });
        return;
      }
      await until(frames, false);
      expect(faults.at(-1)).toBe('gpio.lost');
      await delay(1500);
      for (let each = 0; each < 40; each++) expect((await frames.next()).value).toBe(false);
      expect(faults.at(-1)).toBe('gpio.missing');
      box.chip.plugIn();
      await until(frames, true);
      expect(faults.at(-1)).toBeUndefined();
    } finally {
      if (triggered) box.chip.plugIn();
      await frames.return(undefined);
    }
  });
});

/** A camera of 20 frames a second at the light box, and the pool of its frames. */
function strobed(options: Pick<StrobeOptions, 'triggered'> & Partial<StrobeOptions>) {
  const path = '/tmp/clip.grey';
  writeFileSync(path, Buffer.alloc(64 * 48, 90));
  const pool = FramePool.create({ slots: 4, bytesPerSlot: 64 * 48 });
  const geometry = { format: 'grey', width: 64, height: 48, strideBytes: 64 } as const;
  const clock = systemClock();
  const rest = { bytesPerFrame: 64 * 48, rateHz: 20, repeat: true, pool, clock };
  const place = { chip: 'light-box', activeLow: false, bias: 'as-is', debounceUs: 0 } as const;
  const camera = strobedCamera(clipCamera({ name: 'clip', path, geometry, ...rest }), {
    trigger: { ...place, line: 'trigger', activeLow: true },
    strobe: { ...place, line: 'strobe' },
    ...{ periodUs: 50_000, exposures: [bright, dark], exposureOffsetUs: 14.26, pool, clock },
    ...{ began: () => {}, onFault: () => {} },
    ...options,
  });
  return { camera, pool };
}

/** Another process that flashes as much as it may. */
async function started(): Promise<ChildProcess> {
  const script = `const { startSequencer } = await import('${new URL('../../native/index.ts', import.meta.url)}');
    startSequencer({ strobe: ${JSON.stringify(box.strobe)} },
      { periodUs: 20_000, exposures: [{ triggerUs: 0, strobeDelayUs: 0, strobeUs: 2000 }] });
    console.log('on'); setInterval(() => {}, 1000);`;
  const unit = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(unit.stdout!, 'data');
  return unit;
}

/** Of each frame, whether it had a strobe of the plan's. */
async function* strobes(camera: Camera, pool: FramePool): AsyncGenerator<boolean, void> {
  for await (const { lease, exposure } of camera.frames(new AbortController().signal)) {
    pool.release(lease);
    yield exposure.strobeUs !== undefined;
  }
}

/** Takes frames to the first with a strobe, or without. */
async function until(frames: AsyncGenerator<boolean, void>, strobed: boolean): Promise<void> {
  for (;;) {
    const { value, done } = await frames.next();
    if (done || value === strobed) return;
  }
}

async function becomes(lit: boolean): Promise<void> {
  while (box.chip.level('strobe') !== lit) await delay(0);
}

async function staysDark(): Promise<void> {
  const end = performance.now() + 200;
  while (performance.now() < end) {
    expect(box.chip.level('strobe')).toBe(false);
    await delay(1);
  }
}
