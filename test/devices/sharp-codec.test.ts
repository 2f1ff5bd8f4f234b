import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import { sharpCodec } from '../../firmware/devices/sharp-codec.ts';

const codec = sharpCodec(nativeEngine().lumaOf);
let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'));
  const noise = {
    width: 400,
    height: 300,
    channels: 3 as const,
    noise: { type: 'gaussian' as const, mean: 128, sigma: 40 },
  };
  const picture = sharp({ create: { ...noise, background: '#888' } });
  await Promise.all(['photo.jpg', 'photo.png', 'photo.webp'].map((name) => picture.clone().toFile(at(name))));
  await picture.clone().withMetadata({ orientation: 6 }).toFile(at('turned.jpg'));
  const whole = await readFile(at('photo.jpg'));
  await writeFile(at('truncated.jpg'), whole.subarray(0, whole.length / 2));
  await writeFile(at('empty.jpg'), '');
  await writeFile(at('text.jpg'), 'This is no picture.');
  await writeFile(at('drawing.jpg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  await picture.clone().gif().toFile(at('moving.jpg'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('pictures', () => {
  test.each(['photo.jpg', 'photo.png', 'photo.webp'])('%s is decoded whole, as tight RGB', async (name) => {
    const out = new Uint8Array(400 * 300 * 3);
    expect(await codec.decode(at(name), out)).toEqual({ format: 'rgb', width: 400, height: 300, strideBytes: 1200 });
    expect(out.filter((byte) => byte > 0).length).toBeGreaterThan(out.length * 0.99);
  });

  test('a picture is shown the way up that its file asks for', async () => {
    expect(await codec.inspect(at('turned.jpg'))).toEqual({ width: 300, height: 400 });
    expect(await codec.decode(at('turned.jpg'), new Uint8Array(400 * 300 * 3))).toMatchObject({
      width: 300,
      height: 400,
    });
  });

  test.each(['truncated.jpg', 'empty.jpg', 'text.jpg', 'drawing.jpg', 'moving.jpg'])(
    '%s is an unreadable picture, never a half-grey frame',
    async (name) => {
      const decoding = codec.decode(at(name), new Uint8Array(400 * 300 * 3));
      await expect(decoding).rejects.toMatchObject({
        code: 'picture.unreadable',
        detail: expect.stringContaining(name),
      });
    },
  );

  test('a file that is not there is missing', async () => {
    await expect(codec.decode(at('absent.jpg'), new Uint8Array(9))).rejects.toMatchObject({ code: 'picture.missing' });
  });

  test('a picture larger than the room for it is refused and nothing is written', async () => {
    const out = new Uint8Array(400 * 300 * 3 - 1);
    await expect(codec.decode(at('photo.png'), out)).rejects.toMatchObject({ code: 'frame.too-large' });
    expect(out.every((byte) => byte === 0)).toBe(true);
  });

  test('a frame and a part of it are encoded as JPEG, scaled down to the width asked for', async () => {
    const data = new Uint8Array(64 * 48).map((_, index) => index % 256);
    const frame = { format: 'grey' as const, width: 64, height: 48, strideBytes: 64, data };
    const whole = await codec.encode(frame, { widthMax: 32, quality: 80 });
    expect(whole).toMatchObject({ mediaType: 'image/jpeg', width: 32, height: 24 });
    expect((await sharp(whole.bytes).metadata()).format).toBe('jpeg');
    const part = await codec.encode(frame, { widthMax: 64, quality: 80, part: [50.5, 40, 30, 30] });
    expect(part).toMatchObject({ width: 14, height: 8 });
  });
});
