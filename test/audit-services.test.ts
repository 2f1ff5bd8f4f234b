/**
 * O1, A1, A2: a unit's audit log and its commands over a real Mosquitto, as a fleet meets them: signed commands go in, results and
 * checkpoints come out, and what was recorded proves itself by what the fleet kept.
 */
import { execFileSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuditServices, auditFolder, auditServices } from '../firmware/audit-services.ts';
import { loadConfig } from '../firmware/config/load.ts';
import { loadProfile } from '../firmware/config/profile.ts';
import type { Config } from '../firmware/config/schema.ts';
import { publishedCheckpointOf } from '../firmware/devices/audit-codec.ts';
import { type CommandToSign, signCommand } from '../firmware/devices/command-codec.ts';
import { openMqttBroker } from '../firmware/devices/mqtt-broker.ts';
import { systemClock } from '../firmware/devices/system-clock.ts';
import type { WallInstant } from '../firmware/domain/instant.ts';
import { linesOf, partsOf, recordOf, verifyLog } from '../firmware/governance/audit-chain.ts';
import type { Permitted } from '../firmware/governance/commands.ts';
import type { Broker } from '../firmware/ports/broker.ts';
import { CurrentFaults } from '../firmware/services/current-faults.ts';
import { shippedModels } from '../firmware/unit.ts';
import { unitSigningKey } from '../firmware/unit-vault.ts';
import { type Mosquitto, startMosquitto } from './broker/mosquitto.ts';
import { program } from './broker/programs.ts';
import { recordingLog } from './broker/recording-log.ts';
import { subscribe } from './broker/subscriber.ts';
import { keyringText, newKey, type TestKey } from './governance/keys.ts';
import { protocDecode } from './proto/protoc.ts';

let mosquitto: Mosquitto;
const folder = mkdtempSync(join(tmpdir(), 'audited-'));
beforeAll(async () => {
  mosquitto = await startMosquitto();
});
afterAll(async () => {
  await mosquitto[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const profile = await loadProfile('bloomington');
const defaults = await loadConfig(undefined);
const chief = newKey('chief-1');
const clock = systemClock();
/** This machine's clock may have nobody who vouches for it. */
const now = (): WallInstant => ({ ...clock.wall(), quality: { source: 'ntp', uncertaintyMs: 20 } });

interface Opened {
  readonly config: Config;
  readonly services: AuditServices;
  readonly done: string[];
  end(): Promise<void>;
}

async function openServices(
  name: string,
  { changes = {}, broker }: { changes?: Partial<Config>; broker?: Broker } = {},
): Promise<Opened> {
  const keys = join(folder, `${name}.toml`);
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(keys, keyringText([{ key: chief, person: 'C. Ortega', role: 'administrator' }]));
  const config: Config = {
    ...defaults,
    commands: { ...defaults.commands, keys },
    store: { ...defaults.store, folder: join(folder, name) },
    vault: { ...defaults.vault, folder: join(folder, name, 'keys') },
    ...changes,
  };
  const unit = { agency: 'test', unit: name, kind: 'stationary', bootId: 'b00t' } as const;
  const faults = new CurrentFaults(now);
  const services = await auditServices({
    config,
    profile,
    modelsFolder: shippedModels,
    unit,
    clock,
    log: recordingLog(),
    broker,
    now,
    faults,
  });
  const done: string[] = [];
  const handler: Permitted['handler'] = async () => {
    done.push('send_health');
    return { status: 'done' };
  };
  const stop = new AbortController();
  const running = services.run(new Map([['send_health', { roles: ['administrator'], handler }]]), stop.signal);
  return {
    config,
    services,
    done,
    async end() {
      stop.abort();
      await running;
      await services[Symbol.asyncDispose]();
    },
  };
}

function brokerOf(name: string): Broker {
  return openMqttBroker({
    ...{ url: mosquitto.url, unit: { agency: 'test', unit: name, kind: 'stationary', bootId: 'b00t' } },
    ...{ softwareVersion: '0.1.0', tls: mosquitto.certificates.unit, clock, log: recordingLog() },
  });
}

function commandFor(unit: string, id: string, more: Partial<CommandToSign> = {}, key: TestKey = chief): Uint8Array {
  const { epochMs } = clock.wall();
  const at = (shiftMs: number): WallInstant => ({ epochMs: epochMs + shiftMs, quality: { source: 'ntp' } });
  return signCommand(
    {
      ...{ id, agency: 'test', unit, by: { name: 'C. Ortega', role: 'administrator' } },
      ...{ issued: at(-1000), expires: at(60_000), action: 'send_health', body: new Uint8Array(), ...more },
    },
    key,
  );
}

function send(unit: string, payload: Uint8Array, kind = 'command'): void {
  const { ca, certificate, key } = mosquitto.certificates.unit;
  const file = join(folder, 'payload');
  writeFileSync(file, payload);
  execFileSync(program('mosquitto_pub'), [
    ...['-V', 'mqttv5', '-h', '127.0.0.1', '-p', String(mosquitto.port), '-q', '1', '-f', file],
    ...['--cafile', ca, '--cert', certificate, '--key', key, '-t', `alpr/v1/test/${unit}/${kind}`],
  ]);
}

function logOf(config: Config): Buffer {
  const path = auditFolder(config);
  const names = readdirSync(path)
    .filter((name) => name.endsWith('.log'))
    .sort();
  return Buffer.concat(names.map((name) => readFileSync(join(path, name))));
}

function actionsIn(config: Config): string[] {
  return Array.from(linesOf(logOf(config)), ({ line }) => recordOf(partsOf(line)!.json!)!.action);
}

describe('a unit and its fleet', () => {
  test('A1 A2 a signed command is carried out once, its copies and forgeries are not, and results say so', async () => {
    await using broker = brokerOf('commanded');
    await using results = await subscribe(mosquitto, 'alpr/v1/test/commanded/result', 'results');
    const unit = await openServices('commanded', { broker });
    await broker.connected(new AbortController().signal);
    const command = commandFor('commanded', 'cmd-00000001');
    send('commanded', Buffer.from('garbage'));
    send('commanded', commandFor('commanded', 'cmd-00000002', {}, newKey('chief-1')));
    send('commanded', command);
    await results.until((all) => all.length === 1);
    send('commanded', command);
    send('commanded', commandFor('commanded', 'cmd-00000003'), 'alert-ack');
    const all = await results.until((each) => each.length === 3);
    expect(all.map(({ payload }) => protocDecode('CommandResult', payload)).map((each) => each.status)).toEqual([
      'COMMAND_STATUS_DONE',
      'COMMAND_STATUS_REPEATED',
      'COMMAND_STATUS_REFUSED',
    ]);
    expect(unit.done).toEqual(['send_health']);
    await unit.end();
    expect(actionsIn(unit.config).filter((each) => each.startsWith('command.'))).toEqual([
      'command.refused',
      'command.refused',
      'command.accepted',
      'command.done',
      'command.refused',
      'command.refused',
    ]);
  });

  test('O1 checkpoints reach the fleet, also those of a time without a broker, and the last one covers the stop', async () => {
    const alone = await openServices('counted');
    alone.services.audit.record({ action: 'search.done', by: { name: 'D. Lee', role: 'detective' } });
    await alone.end();

    await using checkpoints = await subscribe(mosquitto, 'alpr/v1/test/counted/audit', 'checkpoints');
    {
      await using broker = brokerOf('counted');
      const unit = await openServices('counted', { broker });
      await checkpoints.until((all) => all.length === 3);
      await unit.end();
      await checkpoints.until((all) => all.length === 4);
    }
    const kept = checkpoints.messages.map(({ payload }) => publishedCheckpointOf(payload)!);
    expect(new Set(kept.map(({ auditKey }) => auditKey)).size).toBe(1);
    const key = createPublicKey(kept[0]!.auditKey);
    const log = logOf(alone.config);
    for (const checkpoint of kept) expect(verifyLog(log, { key, checkpoint }).flaw).toBeUndefined();
    const stop = logOf(alone.config).lastIndexOf('unit.stopped');
    const cut = log.subarray(0, log.lastIndexOf('\n', stop) + 1);
    expect(verifyLog(cut, { key, checkpoint: kept.at(-1)! }).flaw?.what).toBe('the log ends before the checkpoint');
    const decoded = protocDecode('AuditCheckpoint', checkpoints.messages[3]!.payload);
    expect(Buffer.from(decoded.statement as Uint8Array).toString()).toBe(kept[3]!.statement);
  });

  test('O1 a start under another configuration or profile is recorded, a start under the same is not', async () => {
    const starts: readonly Partial<Config>[] = [{}, {}, { log: { level: 'error' } }, { log: { level: 'error' } }];
    let config = defaults;
    for (const changes of starts) {
      const unit = await openServices('configured', { changes });
      ({ config } = unit);
      await unit.end();
    }
    expect(actionsIn(config).filter((each) => !each.startsWith('log.'))).toEqual([
      ...['configuration.changed', 'unit.started', 'unit.stopped'],
      ...['unit.started', 'unit.stopped'],
      ...['configuration.changed', 'unit.started', 'unit.stopped'],
      ...['unit.started', 'unit.stopped'],
    ]);
    const pem = unitSigningKey(config).export({ type: 'pkcs8', format: 'pem' }).toString();
    const key = pem.split('\n')[1]!;
    expect(logOf(config).toString()).not.toContain(key);
  });
});
