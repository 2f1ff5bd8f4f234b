/** An alert from the road to its outcome: the unit as `run` starts it, a real Mosquitto, and a person with protoc and mosquitto_pub. */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Mosquitto, startMosquitto } from '../broker/mosquitto.ts';
import { type Received, subscribe } from '../broker/subscriber.ts';
import { platekeeper, started, street } from '../commands/cli.ts';
import { unitFile } from '../commands/unit-file.ts';
import { keyringText, newKey } from '../governance/keys.ts';
import { type Fields, protocDecode } from '../proto/protoc.ts';
import { encoded, send, signedBy, TOPIC } from './commander.ts';

/** The plate in docs/street.jpg: drawn by the simulator. */
const PLATE = 'UFJ4423';

let folder: string;
let mosquitto: Mosquitto;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alerted-'));
  mosquitto = await startMosquitto();
});
afterEach(async () => {
  await mosquitto[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

test('U4 V1 V2 V3 an alert becomes actionable by what signed persons say of it, and by nobody else', async () => {
  const officer = newKey('officer-1');
  await mkdir(join(folder, 'road'));
  await copyFile(street, join(folder, 'road', '1.jpg'));
  await writeFile(join(folder, 'list.csv'), `plate,region,class,note\n${PLATE},us-il,amber,two children\n`);
  await writeFile(join(folder, 'keys.toml'), keyringText([{ key: officer, person: 'T. Officer', role: 'officer' }]));
  const config = await unitFile({
    folder,
    mosquitto,
    tables: {
      unit: { id: 'pole-7' },
      camera: { folder: 'road', repeat: true, rate_hz: 5 },
      hot_list: { file: 'list.csv' },
      commands: { keys: 'keys.toml' },
    },
  });
  await using subscriber = await subscribe(mosquitto, `${TOPIC}/#`, 'console');
  const unit = started('run', '--config', config);

  const alertNumber = async (number: number): Promise<Fields> => {
    const of = (all: readonly Received[]) => all.filter(({ topic }) => topic === `${TOPIC}/alert`);
    const messages = await subscriber.until((all) => of(all).length >= number);
    return protocDecode('Alert', of(messages)[number - 1]!.payload);
  };
  const by = { name: 'T. Officer', role: 'officer' } as const;
  const say = (text: string) => encoded('AlertAcknowledgement', 'alert', text);
  const signed = (body: Uint8Array) => signedBy({ key: officer, by }, { action: 'acknowledge_alert', body });
  const publish = (payload: Uint8Array) => send(mosquitto, 'alert-ack', payload);

  const raised = await alertNumber(1);
  const id = Buffer.from(raised.alert_id as Uint8Array).toString();
  expect(raised).toMatchObject({ state: 'ALERT_STATE_RAISED', priority: 'ALERT_PRIORITY_HIGH', for_everyone: 'true' });
  expect(noticeIn(raised)).toBe('not verified: no enforcement action');

  // Nobody signed this one: were it taken, the next message would say that the alert was dismissed.
  publish(say(`alert_id: "${id}" disposition: DISPOSITION_LISTING_NOT_VALID`));
  const looked = 'characters_confirmed: true state_confirmed: true vehicle_confirmed: true';
  publish(signed(say(`alert_id: "${id}" state: ALERT_STATE_VERIFIED ${looked}`)));
  const verified = await alertNumber(2);
  expect(verified).toMatchObject({ state: 'ALERT_STATE_VERIFIED', vehicle_confirmed: { role: expect.anything() } });
  expect(noticeIn(verified)).toBe('not verified: no enforcement action');

  publish(
    signed(say(`alert_id: "${id}" confirmed_by: "Dispatch 4" confirmed_at { epoch_us: 1 source: CLOCK_SOURCE_NTP }`)),
  );
  const actionable = await alertNumber(3);
  expect([actionable.state, noticeIn(actionable)]).toEqual(['ALERT_STATE_ACTIONABLE', 'verified']);

  publish(signed(say(`alert_id: "${id}" disposition: DISPOSITION_CONFIRMED outcome: OUTCOME_ARREST`)));
  expect((await alertNumber(4)).state).toBe('ALERT_STATE_CLOSED');
  unit.stop();
  const { status, error } = await unit.ended;
  expect(status, error).toBe(0);
  expect(error).not.toContain(PLATE);
});

test('U4 H6 a plate that is listed after it was read is told as where the vehicle was, once, low and not verified', async () => {
  const [detective, supervisor] = [newKey('d-1'), newKey('s-1')];
  for (const { id, privateKey } of [detective, supervisor])
    await writeFile(join(folder, `${id}.pem`), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const persons = [
    { key: detective, person: 'D. Jones', role: 'detective' },
    { key: supervisor, person: 'L. Smith', role: 'supervisor' },
  ] as const;
  await writeFile(join(folder, 'keys.toml'), keyringText(persons));
  await mkdir(join(folder, 'road'));
  await copyFile(street, join(folder, 'road', '1.jpg'));
  await mkdir(join(folder, 'empty'));
  const grey = { width: 640, height: 480, channels: 3, background: '#777' } as const;
  await sharp({ create: grey })
    .jpeg()
    .toFile(join(folder, 'empty', '1.jpg'));
  const configured = (camera: { readonly folder: string; readonly rate_hz: number; readonly repeat: boolean }) =>
    unitFile({ folder, mosquitto, tables: { unit: { id: 'pole-7' }, camera, commands: { keys: 'keys.toml' } } });
  await using subscriber = await subscribe(mosquitto, `${TOPIC}/#`, 'console');
  const of = (topic: string) => (all: readonly Received[]) => all.filter((each) => each.topic === `${TOPIC}/${topic}`);
  const read = await platekeeper('run', '--config', await configured({ folder: 'road', rate_hz: 0, repeat: false }));
  expect(read.status, read.error).toBe(0);
  const detections = of('detection')(await subscriber.until((all) => of('detection')(all).length >= 1));
  const read1 = detections
    .map(({ payload }) => protocDecode('Detection', payload))
    .find(({ plate }) => Buffer.from(plate as Uint8Array).toString() === PLATE)!;
  const before = of('state')(subscriber.messages).length;

  const config = await configured({ folder: 'empty', rate_hz: 5, repeat: true });
  const unit = started('run', '--config', config);
  await subscriber.until((all) => of('state')(all).length > before);
  const hotlist = (step: string, { id }: { readonly id: string }, ...rest: readonly string[]) =>
    platekeeper('hotlist', step, '--config', config, '--as', join(folder, `${id}.pem`), '--key-id', id, ...rest);
  const facts = ['--plate', PLATE, '--class', 'amber', '--note', 'a child', '--case', '26-1', '--synopsis', 'taken'];
  const proposed = await hotlist('propose', detective, ...facts);
  expect(proposed.error).toBe('');
  expect((await hotlist('approve', supervisor, proposed.out.trim())).status).toBe(0);

  const [message] = of('alert')(await subscriber.until((all) => of('alert')(all).length >= 1));
  const alert = protocDecode('Alert', message!.payload);
  expect(alert).toMatchObject({ state: 'ALERT_STATE_RAISED', priority: 'ALERT_PRIORITY_LOW' });
  expect(alert.hits).toMatchObject({ past: 'true', alert_class: 'ALERT_CLASS_AMBER' });
  expect([alert.detection_id, alert.exposed_at]).toEqual([read1.detection_id, read1.exposed_at]);
  expect(noticeIn(alert)).toBe('not verified: no enforcement action');
  unit.stop();
  const { status, error } = await unit.ended;
  expect(status, error).toBe(0);
  expect(error).not.toContain(PLATE);
  expect(of('alert')(subscriber.messages)).toHaveLength(1);
}, 120_000);

function noticeIn(alert: Fields): string {
  return Buffer.from(alert.notice as Uint8Array).toString();
}
