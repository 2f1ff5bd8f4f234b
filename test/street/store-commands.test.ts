/** Searches and holds from afar: the unit as `run` starts it, a real Mosquitto, and persons with keys, protoc and mosquitto_pub. */
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '../../firmware/domain/role.ts';
import { type Mosquitto, startMosquitto } from '../broker/mosquitto.ts';
import { type Received, subscribe } from '../broker/subscriber.ts';
import { started, street, streetPlate } from '../commands/cli.ts';
import { unitFile } from '../commands/unit-file.ts';
import { keyringText, newKey } from '../governance/keys.ts';
import { type Fields, protocDecode } from '../proto/protoc.ts';
import { encoded, send, signedBy, TOPIC } from './commander.ts';
import { openReceiver } from './receiver.ts';

let folder: string;
let mosquitto: Mosquitto;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commanded-'));
  mosquitto = await startMosquitto();
});
afterEach(async () => {
  await mosquitto[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** By its receiver; until then it takes no command that could do harm late. */
function knowsTheTime(health: Uint8Array): boolean {
  const { at } = protocDecode('Health', health);
  return (at as Fields).source === 'CLOCK_SOURCE_GPS';
}

const text = (value: unknown) => Buffer.from(value as Uint8Array).toString();

test('S1 R3 a running unit searches for whom the profile lets, names what it found by ids, and holds that until it is told to let go', async () => {
  const [detective, auditor] = (['detective', 'auditor'] as const).map((role) => ({
    key: newKey(`${role}-1`),
    by: { name: `T. ${role}`, role: role as Role },
  })) as [Parameters<typeof signedBy>[0], Parameters<typeof signedBy>[0]];
  const persons = [detective, auditor].map(({ key, by: { name: person, role } }) => ({ key, person, role }));
  await writeFile(join(folder, 'keys.toml'), keyringText(persons));
  await mkdir(join(folder, 'road'));
  await copyFile(street, join(folder, 'road', '1.jpg'));
  using receiver = openReceiver();
  const config = await unitFile({
    ...{ folder, mosquitto },
    tables: {
      unit: { id: 'pole-7' },
      camera: { folder: 'road', repeat: true, rate_hz: 5 },
      gps: { port: receiver.port, baud_rate: 9600 },
      commands: { keys: 'keys.toml' },
    },
  });
  await using subscriber = await subscribe(mosquitto, `${TOPIC}/#`, 'console');
  const unit = started('run', '--config', config);
  const of = (topic: string) => (all: readonly Received[]) => all.filter((each) => each.topic === `${TOPIC}/${topic}`);
  const [message] = of('detection')(await subscriber.until((all) => of('detection')(all).length >= 1));
  await subscriber.until((all) => of('health')(all).some(({ payload }) => knowsTheTime(payload)));
  const detection = protocDecode('Detection', message!.payload);

  const asked = async (by: typeof detective, action: string, [type, body]: readonly [string, string]) => {
    const id = randomUUID();
    send(mosquitto, 'command', signedBy(by, { id, action, body: encoded(type, 'command', body) }));
    const mine = (all: readonly Received[]) =>
      of('result')(all)
        .map(({ payload }) => protocDecode('CommandResult', payload))
        .find(({ command_id }) => text(command_id) === id);
    return mine(await subscriber.until((all) => mine(all) !== undefined))!;
  };
  const answer = ({ status, detail }: Fields) => [status, detail === undefined ? '' : text(detail)];
  const grounds = 'case_number: "26-1234" reason: "robbery"';
  const search = (rest: string) => ['SearchReads', `${grounds} ${rest}`] as const;
  const pattern = `${streetPlate.slice(0, 3).toLowerCase()}?4*`;

  const found = await asked(
    detective,
    'search_reads',
    search(`plate_pattern: "${pattern}" purpose: "criminal investigation"`),
  );
  expect(answer(found)).toEqual(['COMMAND_STATUS_DONE', '1']);
  expect(text(found.detection_ids)).toBe(text(detection.detection_id));
  expect(answer(await asked(detective, 'search_reads', search('purpose: "curiosity"')))).toEqual([
    'COMMAND_STATUS_REFUSED',
    expect.stringContaining('purpose'),
  ]);
  expect(answer(await asked(auditor, 'search_reads', search('')))).toEqual([
    'COMMAND_STATUS_REFUSED',
    'not permitted to this role',
  ]);

  const until = 'until { epoch_us: 4102444800000000 }';
  const hold = (ids: string) => ['PlaceHold', `${grounds} ${until} ${ids}`] as const;
  const id = `detection_ids: "${text(detection.detection_id)}"`;
  expect(answer(await asked(detective, 'place_hold', hold(`${id} detection_ids: "nothing-such"`)))).toEqual([
    'COMMAND_STATUS_REFUSED',
    expect.stringContaining('nothing was held'),
  ]);
  const placed = answer(await asked(detective, 'place_hold', hold(id)));
  expect(placed).toEqual(['COMMAND_STATUS_DONE', 'hold 1 of 1 messages']);
  const { holds } = (await asked(auditor, 'list_holds', ['ListHolds', ''])) as { readonly holds: Fields };
  expect(holds).toMatchObject({ hold: '1', messages: '1', until: { epoch_us: '4102444800000000' } });
  expect([holds.case_number, holds.detection_ids].map(text)).toEqual(['26-1234', text(detection.detection_id)]);
  const purges = await asked(detective, 'report_purges', ['ReportPurges', '']);
  expect(purges.purge_reports).toMatchObject({ open: 'true', under_holds: { hold: '1', messages: '1' } });
  const release = ['ReleaseHold', 'hold: 1 reason: "closed"'] as const;
  expect(answer(await asked(detective, 'release_hold', release))).toEqual(placed);
  expect(answer(await asked(detective, 'release_hold', release))).toEqual([
    'COMMAND_STATUS_REFUSED',
    'there is no hold 1.',
  ]);

  unit.stop();
  const { status, out, error } = await unit.ended;
  expect(status, error).toBe(0);
  const data = join(folder, 'kept', 'audit');
  const logs = (await readdir(data)).filter((name) => name.endsWith('.log'));
  const log = (await Promise.all(logs.map((name) => readFile(join(data, name), 'latin1')))).join('');
  for (const [action, times] of Object.entries({
    ...{ 'search.done': 1, 'search.refused': 1, 'command.refused': 4 },
    ...{ 'hold.placed': 1, 'hold.released': 1, 'hold.refused': 2 },
  }))
    expect([action, log.split(`"action":"${action}"`).length - 1]).toEqual([action, times]);
  const results = of('result')(subscriber.messages).map(({ payload }) => Buffer.from(payload).toString('latin1'));
  expect(results).toHaveLength(9);
  const told = [out, error, log, ...results].join('\n').toUpperCase();
  for (const each of [streetPlate, pattern.toUpperCase()]) expect(told).not.toContain(each);
}, 120_000);
