/** Who acts at a unit from its command line: a person by their key, under the rules of the unit's last start, and who is nobody is on record. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditServices } from '../../firmware/audit-services.ts';
import { loadConfig } from '../../firmware/config/load.ts';
import { loadProfile } from '../../firmware/config/profile.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { CurrentFaults } from '../../firmware/services/current-faults.ts';
import { shippedModels } from '../../firmware/unit.ts';
import { recordingLog } from '../broker/recording-log.ts';
import { recordsIn } from '../governance/audit-logs.ts';
import { keyringText, newKey, type TestKey } from '../governance/keys.ts';
import { platekeeper } from './cli.ts';

const lee = newKey('lee');
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'actor-'));
  write('keys.toml', keyringText([{ key: lee, person: 'D. Lee', role: 'supervisor' }]));
  path = write('unit.toml', configured('bloomington', 'keys.toml'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function configured(profile: string, keys: string): string {
  return `profile = "${profile}"\n[unit]\nagency = "test-pd"\nid = "pole-7"\n[vault]\nkey = "file"\n[commands]\nkeys = "${keys}"\n`;
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function as({ id, privateKey }: TestKey): string[] {
  return [
    '--as',
    write(`${id}.pem`, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
    '--key-id',
    'lee',
  ];
}

/** Of persons, in the unit's log. */
const refusals = () => recordsIn(join(folder, 'data', 'audit')).filter(({ action }) => action === 'person.refused');

/** As `run` does, for a moment. */
async function start(file: string): Promise<void> {
  const config = await loadConfig(file);
  const clock = systemClock();
  const now = () => clock.wall();
  const { agency, id, kind } = config.unit;
  const unit = await auditServices({
    ...{ config, profile: await loadProfile(config.profile), modelsFolder: shippedModels, clock, now },
    ...{ unit: { agency, unit: id, kind, bootId: 'b00t' }, log: recordingLog(), broker: undefined },
    faults: new CurrentFaults(now),
  });
  await unit[Symbol.asyncDispose]();
}

const grounds = ['--case', '26-1', '--reason', 'theft'];
const ways: readonly (readonly [string, ...string[]])[] = [
  ['store holds', 'store', 'holds'],
  ['evidence', 'evidence', ...grounds, '--hold', '26-1', '--out', 'nowhere'],
  ['hotlist remove', 'hotlist', 'remove', 'ncic'],
];

describe.each(ways)('%s', (asked, ...words) => {
  const run = (file: string, ...who: string[]) => platekeeper(...words, '--config', file, ...who);

  test('A1 O1 who is nobody that the unit knows is on record, without the name that they gave', async () => {
    const { status, error } = await run(path, ...as({ ...newKey('lee'), id: 'stranger' }));
    expect([status, error]).toEqual([1, expect.stringContaining('person.unknown')]);
    expect(refusals()).toMatchObject([{ by: 'unit', detail: { asked } }]);
    expect(JSON.stringify(refusals())).not.toMatch(/lee/i);
  }, 60_000);

  test('A1 A2 once the unit has started, nobody acts under a keyring or a profile of their own', async () => {
    await start(path);
    const open = write('open.toml', configured('bloomington', ''));
    const lax = write('lax.toml', configured('leroy', 'keys.toml'));
    const mine = newKey('mine');
    write('mine-keys.toml', keyringText([{ key: { ...mine, id: 'lee' }, person: 'D. Lee', role: 'administrator' }]));
    const own = write('own.toml', configured('bloomington', 'mine-keys.toml'));
    for (const [file, key] of [
      [open, lee],
      [lax, lee],
      [own, mine],
    ] as const)
      expect((await run(file, ...as(key))).error).toContain('rules.changed');
    expect(refusals()).toMatchObject(Array.from({ length: 3 }, () => ({ by: 'unit', detail: { asked } })));
    await start(own);
    expect((await run(own, ...as(mine))).error).not.toContain('rules.changed');
    expect((await run(path, ...as(lee))).error).toContain('rules.changed');
  }, 60_000);
});

test('A1 the same rules in other places are the same rules: a store may be looked into from where it was taken', async () => {
  await start(path);
  write('copy.toml', `# a copy\n${keyringText([{ key: lee, person: 'D. Lee', role: 'supervisor' }])}`);
  const elsewhere = write('elsewhere.toml', `${configured('bloomington', 'copy.toml')}[log]\nlevel = "error"\n`);
  expect(await platekeeper('store', 'holds', '--config', elsewhere, ...as(lee))).toMatchObject({
    status: 0,
    error: '',
  });
}, 60_000);

test.each(['x25519', 'ed448'] as const)(
  'a key of the kind %s, which signs no command, is told from a person',
  async (kind) => {
    const { privateKey } = kind === 'x25519' ? generateKeyPairSync('x25519') : generateKeyPairSync('ed448');
    const { status, error } = await platekeeper('store', 'holds', '--config', path, ...as({ ...lee, privateKey }));
    expect([status, error]).toEqual([2, expect.stringContaining('holds no private Ed25519 key')]);
  },
  60_000,
);
