/** O1, R3, A1: `verify`, `evidence`, `command sign` and `key`, as their users run them. */
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAuditLog } from '../../firmware/audit-services.ts';
import { loadConfig } from '../../firmware/config/load.ts';
import { loadProfile } from '../../firmware/config/profile.ts';
import { checkpointMessage } from '../../firmware/devices/audit-codec.ts';
import { commandOf, signedOf } from '../../firmware/devices/command-codec.ts';
import { publicPem } from '../../firmware/devices/signing-key.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { openUnitStore } from '../../firmware/unit-store.ts';
import { entryOf } from '../governance/audit-logs.ts';
import { keyringOf } from '../governance/keys.ts';
import { detectionOf, testUnit } from '../proto/detections.ts';
import { platekeeper } from './cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'verified-'));
afterAll(() => rmSync(folder, { recursive: true }));
const config = join(folder, 'unit.toml');
const audit = join(folder, 'data/audit');
const checkpoint = join(folder, 'checkpoint');
const key = join(folder, 'unit.pem');
const { detection } = detectionOf(1);

beforeAll(async () => {
  writeFileSync(config, 'profile = "schaumburg"\n[unit]\nagency = "test"\nid = "unit-7"\n[store]\nfolder = "data"\n');
  const clock = systemClock();
  const settings = await loadConfig(config);
  {
    using unit = openUnitStore({ config: settings, profile: await loadProfile(settings.profile), clock });
    unit.store.append(detectionOf(1));
  }
  const { files, log, key: own } = openAuditLog({ config: settings, unit: testUnit, now: () => clock.wall() });
  using _files = files;
  for (let number = 0; number < 20; number += 1) log.record(entryOf(number));
  const made = { ...log.checkpoint(), auditKey: publicPem(own) };
  writeFileSync(checkpoint, checkpointMessage(made, { unit: testUnit, sequence: 1n }));
  writeFileSync(key, (await platekeeper('key', '--config', config)).out);
});

function logFile(): string {
  return join(audit, readdirSync(audit).find((name) => name.endsWith('.log'))!);
}

describe('verify --log', () => {
  test('O1 a log that is whole is proven as far as it is signed', async () => {
    const { status, out } = await platekeeper('verify', '--log', audit, '--key', key, '--checkpoint', checkpoint);
    expect({ status, out }).toEqual({
      status: 0,
      out: 'records 1 to 22 hold; to record 21 signed by the key, after it by the chain alone\n',
    });
  });

  test('O1 a changed record is found by its line, and what stands before it is told', async () => {
    const changed = join(folder, 'changed.log');
    writeFileSync(changed, readFileSync(logFile(), 'utf8').replace('"entries":4', '"entries":5'));
    const { status, out, error } = await platekeeper('verify', '--log', changed, '--key', key);
    expect(status).toBe(1);
    expect(out).toMatch(/^before the flaw: records 1 to 5 hold/);
    expect(error).toContain('line 6: it does not follow from the line before');
    expect(error).toContain('[audit.unproven]');
  });

  test('O1 an end that was cut off is found by the checkpoint that was kept', async () => {
    const cut = join(folder, 'cut.log');
    writeFileSync(cut, readFileSync(logFile(), 'utf8').split('\n').slice(0, 12).join('\n').concat('\n'));
    expect((await platekeeper('verify', '--log', cut)).status).toBe(0);
    const { status, error } = await platekeeper('verify', '--log', cut, '--checkpoint', checkpoint, '--key', key);
    expect(status).toBe(1);
    expect(error).toContain('the log ends before the checkpoint');
  });
});

test('R3 A1 evidence is written beside the running unit, recorded, found whole, and found changed', async () => {
  const settings = await loadConfig(config);
  const profile = await loadProfile(settings.profile);
  using _unit = openUnitStore({ config: settings, profile, clock: systemClock() });
  const out = join(folder, 'evidence');
  const order = ['--case', '2026-004711', '--by', 'D. Lee', '--reason', 'stolen vehicle', '--detection', detection.id];
  const refused = await platekeeper('evidence', '--config', config, ...order, '--role', 'officer', '--out', out);
  expect(refused.status).toBe(1);
  expect(refused.error).toContain('[evidence.refused]');
  const given = await platekeeper('evidence', '--config', config, ...order, '--role', 'detective', '--out', out);
  expect(given).toMatchObject({ status: 0, error: '' });
  expect(given.out).not.toContain(detection.plate.reveal());
  expect((await platekeeper('verify', '--evidence', out, '--key', key)).status).toBe(0);
  expect(JSON.parse(readFileSync(join(out, 'unit.json'), 'utf8'))).toMatchObject({ pictures: settings.evidence });
  const log = readFileSync(logFile(), 'utf8');
  expect(log).toContain('"evidence.refused"');
  expect(log).toContain('"evidence.exported"');
  expect(log).not.toContain(detection.plate.reveal());
  expect((await platekeeper('verify', '--log', audit, '--key', key, '--checkpoint', checkpoint)).status).toBe(0);
  writeFileSync(join(out, 'detections', detection.id, 'plate.jpg'), 'another');
  const changed = await platekeeper('verify', '--evidence', out, '--key', key);
  expect(changed.status).toBe(1);
  expect(changed.error).toContain('plate.jpg: was changed');
});

test('A1 `command sign` makes what a unit with that key takes', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const [pem, out] = [join(folder, 'chief.pem'), join(folder, 'command')];
  writeFileSync(pem, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const who = ['--key', pem, '--key-id', 'chief-1', '--by', 'C. Ortega', '--role', 'administrator'];
  const whom = ['--agency', 'test', '--unit', 'unit-7'];
  const made = await platekeeper('command', 'sign', ...who, ...whom, '--action', 'send_health', '--out', out);
  expect(made).toMatchObject({ status: 0, error: '' });
  const signed = signedOf(readFileSync(out))!;
  const publicText = createPublicKey(createPrivateKey(readFileSync(pem))).export({ type: 'spki', format: 'pem' });
  const listed = { id: 'chief-1', privateKey, publicPem: publicText.toString() };
  const keyring = await keyringOf([{ key: listed, person: 'C. Ortega', role: 'administrator' }]);
  expect(keyring.commander(signed)).toEqual({ name: 'C. Ortega', role: 'administrator' });
  expect(commandOf(signed.body)).toMatchObject({ agency: 'test', unit: 'unit-7', action: 'send_health' });
  const unknown = await platekeeper('command', 'sign', ...who, ...whom, '--action', 'open_door', '--out', out);
  expect(unknown.status).toBe(2);
});
