/** The V4L2 adapter on the kernel's own simulated camera: what every adapter owes, and what only a kernel can do. */
import { readdirSync, readlinkSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../firmware/config/load.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { type SettledMode, type V4l2Options, v4l2Camera } from '../../firmware/devices/v4l2-camera.ts';
import { cheapestFirst } from '../../firmware/devices/v4l2-format.ts';
import { checkCamera } from '../../firmware/doctor/program.ts';
import { noFix } from '../../firmware/domain/fix.ts';
import { type Frame, type PixelFormat, pixelFormats } from '../../firmware/domain/frame.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import { capture } from '../../firmware/pipeline/capture.ts';
import { bytesPerImage, FramePool, lumaOf } from '../../native/index.ts';
import { recordingLog } from '../broker/recording-log.ts';
import { cameraObligations } from '../conformance/camera-obligations.ts';
import { type SimulatedCamera, simulatedCamera } from './vivid.ts';

const START_OF_EXPOSURE = 1;
const clock = systemClock();
const unstopped = new AbortController().signal;
let vivid: SimulatedCamera;
let pool: FramePool;

beforeAll(() => {
  vivid = simulatedCamera();
});
afterEach(() => expect(pool.free).toBe(pool.slots));
// Of all openings above and below, none is left.
afterAll(() => expect(openFiles()).not.toContain(vivid.path));

function openFiles(): readonly string[] {
  return readdirSync('/proc/self/fd').map((each) => {
    try {
      return readlinkSync(`/proc/self/fd/${each}`);
    } catch {
      return 'closed meanwhile';
    }
  });
}

/** A small grey camera, but for what a test is about. */
function camera(options: Partial<V4l2Options> = {}) {
  const { formats = ['grey'], width = 320, height = 180 } = options;
  const bytesPerSlot = Math.max(...formats.map((format) => bytesPerImage(format, width, height)));
  pool = FramePool.create({ slots: 4, bytesPerSlot });
  const rest = { device: vivid.path, rateHz: 30, controls: {}, stallMs: 5000, settled: () => {}, pool, clock };
  return v4l2Camera({ name: 'camera', ...rest, formats, width, height, ...options });
}

/** So many frames, each given back once it has been looked at. */
async function take<T>(frames: AsyncIterable<Frame>, count: number, look: (frame: Frame) => T): Promise<readonly T[]> {
  const seen: T[] = [];
  for await (const frame of frames) {
    try {
      seen.push(look(frame));
    } finally {
      pool.release(frame.lease);
    }
    if (seen.length === count) break;
  }
  return seen;
}

const sequenceOf = ({ sequence }: Frame) => sequence;
const stepsOf = (sequences: readonly number[]) => sequences.slice(1).map((each, i) => each - sequences[i]!);
const lumaOfFrame = ({ geometry, lease }: Frame) => {
  const luma = new Uint8Array(geometry.width * geometry.height);
  lumaOf({ ...geometry, data: pool.bytesOf(lease) }, luma);
  return luma;
};
const meanOf = (luma: Uint8Array) => luma.reduce((sum, each) => sum + each, 0) / luma.length;

cameraObligations({
  name: 'v4l2',
  bytesPerFrame: 320 * 180,
  open: async (given) => ({
    camera: camera({ pool: given, rateHz: 60 }),
    async [Symbol.asyncDispose]() {},
  }),
});

describe('what a V4L2 camera delivers', () => {
  const modes = pixelFormats.flatMap((format) => [[format, 640, 360] as const, [format, 1280, 720] as const]);
  test.each(modes)('%s at %ix%i: eight bars from white to black, each the same in every row', async (...mode) => {
    const [format, width, height] = mode;
    const [luma] = await take(camera({ formats: [format], width, height }).frames(unstopped), 1, lumaOfFrame);
    const rows = [0.01, 0.3, 0.6, 0.99].map((share) => Math.floor(share * height) * width);
    const bars = Array.from({ length: 8 }, (_, bar) => {
      const levels = rows.map((row) => luma![row + Math.round(((bar + 0.5) * width) / 8)]!);
      expect(Math.max(...levels) - Math.min(...levels)).toBeLessThanOrEqual(1);
      return levels[0]!;
    });
    // White, yellow, cyan, green, magenta, red, blue, black: 0.87 of luma's range apart in all, blue over black the least of it.
    expect(bars[0]! - bars[7]!).toBeGreaterThan(140);
    for (const step of stepsOf(bars)) expect(step).toBeLessThan(-8);
  });

  test('without a preference the cheapest format is taken, and with one the first that the camera has', async () => {
    const settled: SettledMode[] = [];
    const told = (mode: SettledMode) => void settled.push(mode);
    const any = camera({ formats: cheapestFirst, settled: told });
    await take(any.frames(unstopped), 1, ({ geometry }) => expect(geometry.strideBytes).toBe(320));
    const formats: PixelFormat[] = ['yuyv', 'grey'];
    await take(camera({ formats, settled: told, rateHz: 60 }).frames(unstopped), 1, ({ geometry }) =>
      expect(geometry).toEqual({ format: 'yuyv', width: 320, height: 180, strideBytes: 640 }),
    );
    expect(settled).toEqual([
      { format: 'grey', rateHz: 30 },
      { format: 'yuyv', rateHz: 60 },
    ]);
  });

  test("frames bear the kernel's stamp, in the time of the unit's clock, however long they wait to be asked for", async () => {
    // Its other stamp is the end of a frame that it has not waited for.
    vivid.control('timestamp_source', START_OF_EXPOSURE);
    const frames = camera({ rateHz: 25 }).frames(unstopped)[Symbol.asyncIterator]();
    const next = async () => {
      const frame = (await frames.next()).value as Frame;
      pool.release(frame.lease);
      return frame;
    };
    const before = (await next()).monotonic;
    // Three frames come meanwhile and wait in the driver.
    for (const until = clock.monotonic() + 200; clock.monotonic() < until; ) await turn();
    const waited = [await next(), await next(), await next()];
    const now = clock.monotonic();
    const { wall, monotonic } = waited[0]!;
    expect(now - monotonic).toBeGreaterThan(100);
    expect(Math.abs(clock.wall().epochMs - wall.epochMs - (now - monotonic))).toBeLessThan(20);
    for (const step of stepsOf([before, ...waited.map((frame) => frame.monotonic)])) expect(step).toBeGreaterThan(20);
    await frames.return?.();
  });

  test('a size that the camera lacks is refused with what it offers', async () => {
    await expect(take(camera({ width: 322, height: 180 }).frames(unstopped), 1, sequenceOf)).rejects.toMatchObject({
      code: 'camera.unsuitable',
      detail: expect.stringMatching(/^322x180 as grey is not among its .*grey 320x180/),
    });
  });
});

describe('what the doctor finds of a V4L2 camera', () => {
  const found = async (table: string) => {
    const path = '/run/doctor.toml';
    writeFileSync(path, `[camera]\nkind = "v4l2"\nwidth = 640\nheight = 360\n${table}`);
    return checkCamera(await loadConfig(path), '');
  };

  test('the format that would be taken, while another streams from it', async () => {
    const frames = camera().frames(unstopped)[Symbol.asyncIterator]();
    const { lease } = (await frames.next()).value as Frame;
    expect(await found(`device = "${vivid.path}"\nformats = ["yuyv"]`)).toEqual({
      subject: 'camera',
      state: 'good',
      found: `${vivid.path}, 640x360 yuyv`,
    });
    pool.release(lease);
    pool.release(((await frames.next()).value as Frame).lease);
    await frames.return?.();
  });

  test('a control and a device that are not there, each with a remedy', async () => {
    const wrong = (why: RegExp) => ({ state: 'wrong', found: expect.stringMatching(why), remedy: expect.any(String) });
    const here = `device = "${vivid.path}"\n`;
    expect(await found(`${here}[camera.controls]\ngian = 3`)).toMatchObject(wrong(/"gian".*nearest is "gain"/));
    expect(await found('device = "/dev/video99"')).toMatchObject(wrong(/video99/));
  });
});

describe('frames that a V4L2 camera loses', () => {
  afterEach(() => vivid.control('percentage_of_dropped_buffers', 0));

  test('those that the driver drops are counted as lost', async () => {
    vivid.control('percentage_of_dropped_buffers', 50);
    const tally = new Tally('capture');
    await take(captured(camera({ rateHz: 60 }), { tally }), 40, sequenceOf);
    const { in: seen, out, drops } = tally.snapshot();
    expect(out).toBe(40);
    expect(drops.lost).toBeGreaterThan(10);
    expect(seen).toBe(out + drops.lost!);
  });

  test('one that the driver marks as broken is not handed on', async () => {
    const frames = camera({ rateHz: 10 }).frames(unstopped)[Symbol.asyncIterator]();
    const sequences: number[] = [];
    for (let i = 0; i < 10; i++) {
      const { sequence, lease } = (await frames.next()).value as Frame;
      sequences.push(sequence);
      pool.release(lease);
      if (i === 4) vivid.control('inject_v4l2_buf_flag_error', 1);
    }
    await frames.return?.();
    expect(stepsOf(sequences)).toEqual([1, 1, 1, 1, 2, 1, 1, 1, 1]);
  });

  test("the count goes on where the driver's goes round", async () => {
    vivid.control('wrap_sequence_number', 1);
    const sequences = await take(camera({ rateHz: 60 }).frames(unstopped), 140, sequenceOf);
    vivid.control('wrap_sequence_number', 0);
    for (const step of stepsOf(sequences)) expect(step).toSatisfy((each: number) => each >= 1 && each < 10);
  });
});

/** The camera under the stage that opens it again, as a unit runs it. */
function captured(from: ReturnType<typeof camera>, { tally = new Tally('capture'), log = recordingLog() }) {
  const rest = { queueFrames: 0, reopenMs: 50, signal: unstopped, fix: () => noFix, time: ({ wall }: Frame) => wall };
  return capture(from, { pool, tally, clock, log, ...rest });
}

describe('a V4L2 camera that fails', () => {
  test('unplugged, it is a fault; plugged in again, its frames go on', async () => {
    const log = recordingLog();
    let unplugged = false;
    const sequences = await take(captured(camera(), { log }), 10, ({ sequence }) => {
      if (sequence >= 4 && !unplugged) {
        unplugged = true;
        vivid.unplug();
      }
      return sequence;
    });
    for (const step of stepsOf(sequences)) expect(step).toBeGreaterThan(0);
    expect(log.events.map(({ name }) => name)).toEqual(['camera.ended', 'camera.back']);
    expect(log.events[0]!.fields.detail).toContain(vivid.path);
  });

  test('unplugged while one waits for a frame, it says so at once', async () => {
    const frames = camera({ rateHz: 1, stallMs: 20_000 }).frames(unstopped)[Symbol.asyncIterator]();
    pool.release(((await frames.next()).value as Frame).lease);
    const next = frames.next();
    const began = clock.monotonic();
    vivid.unplug();
    await expect(next).rejects.toMatchObject({ code: 'camera.ended', detail: expect.stringContaining('VIDIOC_DQBUF') });
    expect(clock.monotonic() - began).toBeLessThan(5000);
  });

  test.each([
    ['inject_vidioc_reqbufs_error', 'camera.missing'],
    ['inject_vidioc_streamon_error', 'camera.missing'],
    ['inject_fatal_streaming_error', 'camera.ended'],
  ])('%s is %s, and the next opening works', async (button, code) => {
    const broken = camera();
    const trouble = async () => {
      if (code === 'camera.missing') vivid.control(button, 1);
      await take(broken.frames(unstopped), 20, ({ sequence }) => {
        if (sequence === 2) vivid.control(button, 1);
      });
    };
    await expect(trouble()).rejects.toMatchObject({ code, detail: expect.stringContaining(vivid.path) });
    await take(broken.frames(unstopped), 2, sequenceOf);
  });

  test('silent for longer than its limit, it has stalled', async () => {
    vivid.control('percentage_of_dropped_buffers', 100);
    const silent = take(camera({ stallMs: 400 }).frames(unstopped), 1, sequenceOf);
    await expect(silent).rejects.toMatchObject({ code: 'camera.stalled', detail: expect.stringContaining('400 ms') });
    vivid.control('percentage_of_dropped_buffers', 0);
  });

  test('not there, no camera, or held by another: it is missing', async () => {
    const missing = (device: string, why: string) =>
      expect(take(camera({ device }).frames(unstopped), 1, sequenceOf)).rejects.toMatchObject({
        code: 'camera.missing',
        detail: expect.stringContaining(why),
      });
    await missing('/dev/video99', 'No such file');
    await missing('/dev/null', 'VIDIOC_QUERYCAP');
    const holder = camera().frames(unstopped)[Symbol.asyncIterator]();
    const held = { pool, frame: (await holder.next()).value as Frame };
    await missing(vivid.path, 'busy');
    held.pool.release(held.frame.lease);
    await holder.return?.();
  });

  test('it is found by the link that follows it', async () => {
    const link = '/run/camera-by-name';
    const followed = camera({ device: link });
    await expect(take(followed.frames(unstopped), 1, sequenceOf)).rejects.toMatchObject({ code: 'camera.missing' });
    symlinkSync(vivid.path, link);
    await take(followed.frames(unstopped), 1, sequenceOf);
    unlinkSync(link);
  });
});

describe("a V4L2 camera's controls", () => {
  const refused = (controls: V4l2Options['controls'], why: RegExp) =>
    expect(take(camera({ controls }).frames(unstopped), 1, sequenceOf)).rejects.toMatchObject({
      code: 'camera.unsuitable',
      detail: expect.stringMatching(why),
    });

  test('are set by name before the first frame, and the picture shows it', async () => {
    const meanWith = async (controls: V4l2Options['controls']) =>
      meanOf((await take(camera({ controls }).frames(unstopped), 1, lumaOfFrame))[0]!);
    const usual = await meanWith({ brightness: 128, test_pattern: '75% Colorbar' });
    expect(await meanWith({ brightness: 200 })).toBeGreaterThan(usual + 20);
    expect(vivid.read('brightness')).toBe(200);
    expect(await meanWith({ brightness: 128, test_pattern: '100_white', horizontal_flip: true })).toBeGreaterThan(
      usual + 50,
    );
    expect(vivid.read('horizontal_flip')).toBe(1);
    await meanWith({ test_pattern: 0, horizontal_flip: false });
  });

  test('that do not exist or can not take a value are refused by name, with what they take', async () => {
    await refused({ brightnes: 1 }, /"brightnes" does not exist; the nearest is "brightness"/);
    await refused({ brightness: 256 }, /"brightness" takes whole numbers from 0 to 255, not 256/);
    await refused({ brightness: 1.5 }, /not 1.5/);
    await refused({ horizontal_flip: 1 }, /"horizontal_flip" takes true or false, not 1/);
    await refused({ test_pattern: 'Plaid' }, /"test_pattern" takes one of 0 "75% Colorbar".*not "Plaid"/);
    await refused({ disconnect: true }, /"disconnect" is of a kind that can not be set/);
    await refused({ read_only_integer_32_bits: 1 }, /can only be read/);
  });

  test('that another one governs are refused until that one is switched off', async () => {
    const gain = (vivid.read('gain') + 100) % 256;
    await refused(
      { gain_automatic: true, gain },
      /"gain" is \d+ after it was set to \d+; another control may govern it/,
    );
    await take(camera({ controls: { gain_automatic: false, gain } }).frames(unstopped), 1, sequenceOf);
    expect(vivid.read('gain')).toBe(gain);
  });
});
