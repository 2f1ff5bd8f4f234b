import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { clipCamera } from '../../firmware/devices/clip-camera.ts';
import { commandCamera } from '../../firmware/devices/command-camera.ts';
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import { picturesIn, replayCamera } from '../../firmware/devices/replay-camera.ts';
import { sharpCodec } from '../../firmware/devices/sharp-codec.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { readScenario } from '../../sim/scenario.ts';
import { bytesPerFrame, openStreet } from '../../sim/street.ts';
import { cameraObligations } from './camera-obligations.ts';

const [width, height] = [320, 180];
/** So small that several frames come in one piece of the program's output. */
const small = { width: 64, height: 36, bytes: 64 * 36 };
const smallGeometry = { format: 'grey', width: small.width, height: small.height, strideBytes: small.width } as const;

/** Writes frames for ever: each is filled with its number. */
const writer = `
  let n = 0;
  const next = () => { while (process.stdout.write(Buffer.alloc(${small.bytes}, n++ % 256))); };
  process.stdout.on('drain', next);
  next();
`;

cameraObligations({
  name: 'program',
  bytesPerFrame: small.bytes,
  open: async (pool) => ({
    camera: commandCamera({
      name: 'program',
      program: [process.execPath, '-e', writer],
      geometry: smallGeometry,
      bytesPerFrame: small.bytes,
      rateHz: undefined,
      stallMs: 20_000,
      pool,
      clock: systemClock(),
    }),
    async [Symbol.asyncDispose]() {},
  }),
});

cameraObligations({
  name: 'clip',
  bytesPerFrame: small.bytes,
  open: async (pool) => {
    const folder = await mkdtemp(join(tmpdir(), 'clip-'));
    const path = join(folder, 'clip.grey');
    await writeFile(path, Buffer.concat([40, 90, 140].map((level) => Buffer.alloc(small.bytes, level))));
    return {
      camera: clipCamera({
        name: 'clip',
        path,
        geometry: smallGeometry,
        bytesPerFrame: small.bytes,
        rateHz: 200,
        repeat: true,
        pool,
        clock: systemClock(),
      }),
      [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
    };
  },
});

cameraObligations({
  name: 'replay',
  bytesPerFrame: width * height * 3,
  open: async (pool) => {
    const folder = await mkdtemp(join(tmpdir(), 'replay-'));
    for (const level of [40, 90, 140, 190]) {
      const picture = sharp({ create: { width, height, channels: 3, background: { r: level, g: level, b: level } } });
      await writeFile(join(folder, `${level}.png`), await picture.png().toBuffer());
    }
    return {
      camera: replayCamera(() => picturesIn(folder), {
        name: 'replay',
        pool,
        codec: sharpCodec(nativeEngine().lumaOf),
        clock: systemClock(),
        rateHz: undefined,
        repeat: true,
        skipped: (_, fault) => {
          throw fault;
        },
      }),
      [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
    };
  },
});

for (const format of ['grey', 'nv12'] as const) {
  for (const realtime of [false, true]) {
    const { camera, ...rest } = readScenario('quiet-day');
    const scenario = { ...rest, camera: { ...camera, width: 640, height: 360, focal_px: 1250, rate_hz: 30, format } };
    cameraObligations({
      name: `street, ${format}, ${realtime ? 'real pace' : 'standing time'}`,
      bytesPerFrame: bytesPerFrame(scenario),
      open: async (pool) => {
        const street = openStreet({ scenario, seed: 1, pool, realtime });
        return { camera: street.camera, [Symbol.asyncDispose]: () => street[Symbol.asyncDispose]() };
      },
    });
  }
}
