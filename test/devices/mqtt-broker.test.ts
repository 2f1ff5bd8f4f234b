/** The broker adapter against a real Mosquitto: presence, last will, commands, certificates, and what it refuses. */
import { execFileSync } from 'node:child_process';
import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MqttBrokerOptions, openMqttBroker } from '../../firmware/devices/mqtt-broker.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { faultOf } from '../../firmware/domain/fault.ts';
import { openCable } from '../../sim/devices/cable.ts';
import { openEmbeddedBroker } from '../../sim/embedded-broker.ts';
import { type Mosquitto, startMosquitto } from '../broker/mosquitto.ts';
import { program } from '../broker/programs.ts';
import { recordingLog } from '../broker/recording-log.ts';
import { type Received, subscribe } from '../broker/subscriber.ts';
import { testUnit } from '../proto/detections.ts';
import { type Fields, protocDecode } from '../proto/protoc.ts';

let mosquitto: Mosquitto;
beforeAll(async () => {
  mosquitto = await startMosquitto();
});
afterAll(async () => {
  await mosquitto[Symbol.asyncDispose]();
});

const never = new AbortController().signal;

function openUnit(name: string, more: Partial<MqttBrokerOptions> = {}) {
  return openMqttBroker({
    url: mosquitto.url,
    unit: { ...testUnit, unit: name },
    softwareVersion: '0.1.0',
    tls: mosquitto.certificates.unit,
    clock: systemClock(),
    log: recordingLog(),
    ...more,
  });
}

test('a unit says online when it comes and shut down when it goes, retained', async () => {
  await using subscriber = await subscribe(mosquitto, 'alpr/v1/test/polite/state', 'presence');
  {
    await using unit = openUnit('polite');
    await unit.connected(never);
    expect(unit.state).toBe('connected');
    expect(unit.fault).toBeUndefined();
    await subscriber.until((all) => all.length === 1);
  }
  const states = await subscriber.until((all) => all.length === 2);
  expect(states.map(presence)).toEqual(['PRESENCE_ONLINE', 'PRESENCE_SHUT_DOWN']);

  await using late = await subscribe(mosquitto, 'alpr/v1/test/polite/state', 'late');
  const [kept] = await late.until((all) => all.length === 1);
  expect(kept && [presence(kept), kept.retained]).toEqual(['PRESENCE_SHUT_DOWN', true]);
});

test('when the connection is cut the broker says lost, and online follows when the unit is back', async () => {
  await using cable = await openCable(mosquitto.port);
  await using subscriber = await subscribe(mosquitto, 'alpr/v1/test/cut/state', 'cut');
  const log = recordingLog();
  await using unit = openUnit('cut', { url: `mqtts://127.0.0.1:${cable.port}`, log });
  await unit.connected(never);
  await subscriber.until((all) => all.length === 1);
  cable.cut();
  const states = await subscriber.until((all) => all.length === 3);

  expect(states.map(presence)).toEqual(['PRESENCE_ONLINE', 'PRESENCE_LOST', 'PRESENCE_ONLINE']);
  expect(states.map((each) => (protocDecode('State', each.payload).origin as Fields).sequence)).toEqual([
    '1',
    '1',
    '2',
  ]);
  await unit.connected(never);
  expect(log.events.map((each) => each.name)).toEqual(['broker.connected', 'broker.unreachable', 'broker.connected']);
});

test('a message in flight when the connection is cut is rejected, never left hanging', async () => {
  await using cable = await openCable(mosquitto.port);
  await using unit = openUnit('in-flight', { url: `mqtts://127.0.0.1:${cable.port}` });
  await unit.connected(never);
  const message = { topic: 'alpr/v1/test/in-flight/health', payload: new Uint8Array(5_000_000), retain: false };
  const sending = unit.publish(message, never);
  cable.cut();
  await expect(sending).rejects.toMatchObject({ code: 'broker.unreachable' });
});

test('a command reaches the unit, also one that was sent while it was away', async () => {
  const stop = new AbortController();
  {
    await using unit = openUnit('commanded');
    await unit.connected(never);
    command('commanded', 'first');
    for await (const message of unit.received(stop.signal)) {
      expect(message.topic).toBe('alpr/v1/test/commanded/command');
      expect(Buffer.from(message.payload).toString()).toBe('first');
      break;
    }
  }
  command('commanded', 'second');
  await using unit = openUnit('commanded');
  for await (const message of unit.received(stop.signal)) {
    expect(Buffer.from(message.payload).toString()).toBe('second');
    stop.abort();
  }
});

test('certificate files that are not there are a fault that names them, and are tried again', async () => {
  const log = recordingLog();
  const tls = { ...mosquitto.certificates.unit, key: '/nowhere/unit.key' };
  await using unit = openUnit('keyless', { tls, log });
  const event = await log.until('broker.certificate');
  expect(event.fields.detail).toContain('broker.key: /nowhere/unit.key');
  expect(unit.fault?.passes).toBe(true);
});

test('a broker whose certificate another authority signed is refused by the unit', async () => {
  const log = recordingLog();
  const { unit, stranger } = mosquitto.certificates;
  await using refused = openUnit('suspicious', { tls: { ...unit, ca: stranger.certificate }, log });
  await log.until('broker.refused');
  expect(refused.state).toBe('refused');
});

test('nobody listening is unreachable, and publishing then is a fault', async () => {
  await using cable = await openCable(mosquitto.port);
  const { port } = cable;
  await cable[Symbol.asyncDispose]();
  const log = recordingLog();
  await using unit = openUnit('alone', { url: `mqtts://127.0.0.1:${port}`, log });
  await log.until('broker.unreachable');
  const publishing = unit.publish({ topic: 'a', payload: new Uint8Array(1), retain: false }, never);
  await expect(publishing).rejects.toMatchObject({ code: 'broker.unreachable' });
});

test('U9 clear text is for this machine alone, unless it is asked for', async () => {
  const bare = { unit: testUnit, softwareVersion: '0.1.0', clock: systemClock(), log: recordingLog() };
  for (const url of [
    'mqtt://broker.example',
    'mqtt://10.0.0.1:1883',
    'mqtts://user:hush@broker.example',
    'http://x',
    '',
  ]) {
    const fault = faultOf(thrownBy(() => openMqttBroker({ ...bare, url })));
    expect(fault?.code, url).toBe('config.invalid-value');
    expect(inspect(fault)).not.toContain('hush');
  }
  await using embedded = await openEmbeddedBroker();
  await using unit = openMqttBroker({ ...bare, url: embedded.url, protocolVersion: 4 });
  await unit.connected(never);
  await using asked = openMqttBroker({ ...bare, url: 'mqtt://broker.invalid', allowPlainText: true });
  expect(asked.state).toBe('connecting');
});

test('the embedded broker of the demo takes what a unit publishes', async () => {
  const seen: string[] = [];
  await using embedded = await openEmbeddedBroker((topic) => seen.push(topic));
  const { unit, softwareVersion } = { unit: testUnit, softwareVersion: '0.1.0' };
  await using broker = openMqttBroker({
    ...{ url: embedded.url, unit, softwareVersion, protocolVersion: 4 },
    ...{ clock: systemClock(), log: recordingLog() },
  });
  await broker.connected(never);
  await broker.publish({ topic: 'alpr/v1/test/unit-7/health', payload: new Uint8Array(9), retain: false }, never);
  expect(seen).toEqual(['alpr/v1/test/unit-7/state', 'alpr/v1/test/unit-7/health']);
});

function presence(message: Received): unknown {
  return protocDecode('State', message.payload).presence;
}

function command(unit: string, text: string): void {
  const { ca, certificate, key } = mosquitto.certificates.unit;
  execFileSync(program('mosquitto_pub'), [
    ...[
      '-V',
      'mqttv5',
      '-h',
      '127.0.0.1',
      '-p',
      String(mosquitto.port),
      '-q',
      '1',
      '--cafile',
      ca,
      '--cert',
      certificate,
    ],
    ...['--key', key, '-t', `alpr/v1/test/${unit}/command`, '-m', text],
  ]);
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
