/** The ready camera tables of hw/cameras: each is one that a unit takes, and those of ffmpeg are run on a film in the camera's place. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../firmware/config/load.ts';
import { commandCamera } from '../../firmware/devices/command-camera.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { bytesPerImage, bytesPerRow, FramePool, lumaStatistics } from '../../native/index.ts';

const FOLDER = fileURLToPath(new URL('../../hw/cameras', import.meta.url));
const tables = readdirSync(FOLDER).map((name) => name.replace(/\.toml$/, ''));
const films = mkdtempSync(join(tmpdir(), 'films-'));
afterAll(() => rmSync(films, { recursive: true }));

const tableOf = async (name: string) => (await loadConfig(join(FOLDER, `${name}.toml`))).camera;

/** A second of ffmpeg's test picture, of another size than the table's. */
function film(codec: 'mjpeg' | 'mpeg4'): string {
  const path = join(films, `${codec}.avi`);
  const source = 'testsrc=size=640x480:rate=10:duration=1';
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', source, '-c:v', codec, path]);
  return path;
}

describe('the ready camera tables', () => {
  test.each(tables)('%s is a camera that a unit takes, and its program is told the declared size', async (name) => {
    const { kind, program, device, width, height, rate_hz: rateHz } = await tableOf(name);
    expect(rateHz).toBeGreaterThan(0);
    if (kind === 'v4l2') return expect(device).toMatch(/^\/dev\/v4l\/by-id\//);
    expect(kind).toBe('command');
    const line = program.join(' ');
    const sizes = [`${width}x${height}`, `scale=${width}:${height}`, `width=${width},height=${height}`];
    sizes.push(`--width ${width} --height ${height}`);
    expect(sizes.some((size) => line.includes(size))).toBe(true);
  });

  test.each([
    ['usb-mjpeg', 'mjpeg'],
    ['rtsp', 'mpeg4'],
  ] as const)('%s delivers the whole of a film in frames of its size and format', async (name, codec) => {
    const { program, width, height, format } = await tableOf(name);
    // What stands between `error` and the filters says where the pictures come from.
    const from = program.indexOf('error') + 1;
    const to = program.indexOf('-vf');
    const playing = program.toSpliced(from, to - from, '-i', film(codec));
    const bytesPerFrame = bytesPerImage(format, width, height);
    const pool = FramePool.create({ slots: 4, bytesPerSlot: bytesPerFrame });
    const geometry = { format, width, height, strideBytes: bytesPerRow(format, width) };
    const rest = { rateHz: undefined, stallMs: 10_000, pool, clock: systemClock() };
    const deviations: number[] = [];
    await expect(async () => {
      const frames = commandCamera({ name, program: playing, geometry, bytesPerFrame, ...rest });
      for await (const { lease } of frames.frames(new AbortController().signal)) {
        deviations.push(lumaStatistics({ ...geometry, data: pool.bytesOf(lease) }).deviation);
        pool.release(lease);
      }
    }).rejects.toMatchObject({ code: 'camera.ended', detail: 'ffmpeg ended with status 0.' });
    expect(deviations).toHaveLength(10);
    for (const deviation of deviations) expect(deviation).toBeGreaterThan(20);
  });
});
