/** The whole unit as `run` starts it, at a real Mosquitto with TLS, read back by protoc and mosquitto_sub alone. */
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { alprEncoder } from '../../firmware/devices/message-encoder.ts';
import type { CertificateFiles } from '../../firmware/devices/mqtt-broker.ts';
import { openSqliteStore } from '../../firmware/devices/sqlite-store.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { fileGuard, openUnitKey } from '../../firmware/devices/unit-key.ts';
import { type Mosquitto, startMosquitto } from '../broker/mosquitto.ts';
import { type Received, subscribe } from '../broker/subscriber.ts';
import { streetPlate as PLATE, platekeeper, started, street } from '../commands/cli.ts';
import { type Fields, protocDecode } from '../proto/protoc.ts';

let folder: string;
let mosquitto: Mosquitto;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unit-'));
  mosquitto = await startMosquitto();
  await mkdir(join(folder, 'photographs'));
  for (const name of ['1.jpg', '2.jpg', '4.jpg']) await copyFile(street, join(folder, 'photographs', name));
  await writeFile(join(folder, 'photographs', '3.jpg'), 'This is no picture.');
  await writeFile(
    join(folder, 'list.csv'),
    `plate,region,class,note\n${PLATE},us-il,stolen-vehicle,taken on Main Street\nnot a plate!,,amber,\n`,
  );
});
afterEach(async () => {
  await mosquitto[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function configFile(
  certificates: CertificateFiles,
  camera = 'folder = "photographs"\nrate_hz = 0',
): Promise<string> {
  const path = join(folder, 'unit.toml');
  await writeFile(
    path,
    `profile = "bloomington"
[unit]
agency = "test-pd"
id = "pole-7"
[unit.surveyed]
latitude = 41.8827
longitude = -87.6403
[camera]
${camera}
[hot_list]
file = "list.csv"
bad_lines_share_max = 0.5
[store]
folder = "kept"
[broker]
url = "${mosquitto.url}"
ca = "${certificates.ca}"
certificate = "${certificates.certificate}"
key = "${certificates.key}"
`,
  );
  return path;
}

const textOf = (value: unknown) => Buffer.from(value as Uint8Array).toString('latin1');

describe('a unit', () => {
  test('U1 reads photographs and delivers a detection that an independent decoder reads, with everything it must hold', async () => {
    await using subscriber = await subscribe(mosquitto, 'alpr/v1/test-pd/pole-7/#', 'fleet');
    const { status, error, out } = await platekeeper('run', '--config', await configFile(mosquitto.certificates.unit));
    expect({ status, out }).toEqual({ status: 0, out: '' });
    const messages = await subscriber.until((all) => all.some(({ topic }) => topic.endsWith('/alert')));
    const detection = messages.find(
      ({ topic, payload }) =>
        topic.endsWith('/detection') && textOf(protocDecode('Detection', payload).plate) === PLATE,
    )!;
    expect(detection.qos).toBe(1);
    const fields = protocDecode('Detection', detection.payload);
    expect(textOf(fields.plate)).toBe(PLATE);
    expect(fields.characters).toHaveLength(PLATE.length);
    expect(textOf((fields.candidates as readonly Fields[])[0]!.plate)).toBe(PLATE);
    expect(fields.looks).toHaveLength(3);
    expect(fields.origin).toMatchObject({ sequence: '1' });
    const place = fields.place as Fields;
    expect(place.quality).toBe('FIX_QUALITY_SURVEYED');
    const hit = fields.hits as Fields;
    expect(textOf((hit.entry as Fields | undefined)?.note ?? hit.note)).toBe('taken on Main Street');
    for (const name of ['plate_image', 'context_image']) {
      const picture = fields[name] as Fields;
      const jpeg = Object.values(picture).find(
        (value) => value instanceof Uint8Array && value.length > 1000,
      ) as Uint8Array;
      expect((await sharp(jpeg).metadata()).format).toBe('jpeg');
    }
    expect(error).toContain('picture.unreadable');
    expect(error).toContain('hotlist.bad-line');
    expect(error).not.toContain(PLATE);
  });

  test('with ffmpeg as its camera votes over frames, starts the program again when it ends, and stops cleanly when told to', async () => {
    const ffmpeg = ['ffmpeg', '-v', 'error', '-re', '-loop', '1', '-framerate', '5', '-i', street, '-t', '1.2'];
    const program = JSON.stringify([...ffmpeg, '-f', 'rawvideo', '-pix_fmt', 'gray', '-']);
    const camera = `kind = "command"\nprogram = ${program}\nwidth = 1280\nheight = 720\nformat = "grey"\nreopen_ms = 1500`;
    await using subscriber = await subscribe(mosquitto, 'alpr/v1/test-pd/pole-7/detection', 'fleet');
    const unit = started('run', '--config', await configFile(mosquitto.certificates.unit, camera));
    // The gap between two runs of the program is longer than a track's, so each run is a passing of its own.
    // Other vehicles stand in the picture, far off; they may be read too.
    const near = ({ payload }: Received) => textOf(protocDecode('Detection', payload).plate) === PLATE;
    const messages = (await subscriber.until((all) => all.filter(near).length === 2)).filter(near);
    unit.stop();
    const { status, error } = await unit.ended;
    expect(status).toBe(0);
    for (const { payload } of messages) {
      const fields = protocDecode('Detection', payload);
      expect((fields.looks as readonly Fields[]).length).toBeGreaterThanOrEqual(2);
    }
    expect(error).toContain('camera.ended');
    expect(error).toContain('camera.back');
    expect(error).not.toContain(PLATE);
  });

  test('does not start without a profile, and says which there are', async () => {
    const path = await configFile(mosquitto.certificates.unit);
    await writeFile(path, (await readFile(path, 'utf8')).replace(/^profile.*\n/, ''));
    const { status, error } = await platekeeper('run', '--config', path);
    expect(status).toBe(1);
    expect(error).toContain('bloomington');
  });

  test('whose certificate the broker refuses goes on, says so, and keeps what it read for later', async () => {
    const { status, error } = await platekeeper('run', '--config', await configFile(mosquitto.certificates.stranger));
    expect(status).toBe(0);
    expect(error).toContain('broker.refused');
    expect(error).not.toContain(PLATE);
    const key = openUnitKey({ folder: join(folder, 'keys'), guards: [fileGuard], needed: true });
    using store = openSqliteStore({
      folder: join(folder, 'kept'),
      encode: alprEncoder,
      clock: systemClock(),
      unitKeys: [key.key],
    });
    expect([store.backlog('detection').messages, store.backlog('alert').messages]).toEqual([1, 1]);
  });
});
