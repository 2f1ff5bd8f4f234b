/** `store` as a person uses it, on the folder of a unit that does not run. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { storeCommand } from '../../firmware/commands/store.ts';
import { loadConfig } from '../../firmware/config/load.ts';
import { loadProfile } from '../../firmware/config/profile.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { type Role, roles } from '../../firmware/domain/role.ts';
import { openUnitStore } from '../../firmware/unit-store.ts';
import { unitSigningKey, unitVault } from '../../firmware/unit-vault.ts';
import { recordsIn } from '../governance/audit-logs.ts';
import { keyringText, newKey, type TestKey } from '../governance/keys.ts';
import { detectionOf, hitDetectionOf } from '../proto/detections.ts';
import { platekeeper, platekeeperAsking, platekeeperTold } from './cli.ts';

const PLATE = 'WYXQ739';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-command-'));
  path = join(folder, 'unit.toml');
  writeFileSync(path, 'profile = "bloomington"\n[unit]\nagency = "test-pd"\nid = "pole-7"\n[vault]\nkey = "file"\n');
  using unit = await openUnit();
  unit.store.append(detectionOf(1, PLATE));
  unit.store.append(detectionOf(2, 'ABC123'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function openUnit() {
  const config = await loadConfig(path);
  return openUnitStore({ config, profile: await loadProfile(config.profile), clock: systemClock() });
}

const as = (role: string) => ['--config', path, '--by', 'officer-1', '--role', role];
const grounds = ['--case', '26-1234', '--why', 'robbery', '--purpose', 'criminal investigation'];
const linesOf = ({ out }: { readonly out: string }) =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

test('S1 S4 a search by a part of the plate finds it, within its rules, and both that and a refusal are on record without the plate', async () => {
  const search = (...more: string[]) => platekeeperTold('wyx?7*\n', 'store', 'search', '--plate', '-', ...more);
  const found = await search(...as('detective'), ...grounds);
  expect(linesOf(found)).toMatchObject([{ sequence: '1', plate: PLATE, region: 'us-il' }]);
  const refused = await search(...as('auditor'), ...grounds);
  expect(refused.status).toBe(1);
  expect(refused.error).toContain('search.refused');
  expect((await search(...as('detective'), ...grounds.slice(2))).error).toContain('no case number');
  const log = readdirSync(join(folder, 'data', 'audit'), { recursive: true })
    .map((name) => join(folder, 'data', 'audit', String(name)))
    .filter((name) => statSync(name).isFile())
    .map((name) => readFileSync(name, 'latin1'))
    .join('');
  expect(log.match(/search\.done/g)).toHaveLength(1);
  expect(log.match(/search\.refused/g)).toHaveLength(2);
  expect(log).not.toMatch(/WYX/i);
  using unit = await openUnit();
  const [kept] = unit.store.records.after('search', 0n, 9);
  expect(JSON.parse(Buffer.from(kept!.record).toString())).toMatchObject({ pattern: 'WYX?7*', caseNumber: '26-1234' });
}, 60_000);

test('S4 a search waits for what comes late on its input', async () => {
  const search = platekeeperAsking('store', 'search', '--plate', '-', ...as('detective'), ...grounds);
  // More than a pipe holds: it is taken once the search has begun to read.
  await search.tell(`wyx?7*\n${' '.repeat(4 << 20)}`);
  expect((await platekeeper('version')).status).toBe(0);
  await search.tell('\n');
  search.told();
  expect(linesOf(await search.ended)).toMatchObject([{ sequence: '1', plate: PLATE }]);
}, 60_000);

test('R3 R4 a hold is placed, listed, told of in the purge report, and released', async () => {
  const run = async (...words: string[]) => linesOf(await platekeeper('store', ...words, ...as('supervisor')));
  expect(await run('hold', '1', '--case', '26-1', '--why', 'trial', '--until', '2100-01-01T00:00:00Z')).toEqual([
    { hold: 1, messages: 1 },
  ]);
  expect(await run('holds')).toMatchObject([
    { id: 1, caseNumber: '26-1', why: 'trial', until: '2100-01-01T00:00:00.000Z' },
  ]);
  expect(await run('purge-report')).toMatchObject([{ detections: 0, underHolds: [{ hold: 1, messages: 1 }] }]);
  expect(await run('release', '1', '--why', 'over')).toEqual([{ hold: 1, messages: 1 }]);
  expect(await run('holds')).toEqual([]);
}, 60_000);

test.each([
  ['holds', ['detective', 'supervisor', 'administrator', 'auditor']],
  ['purge-report', ['detective', 'supervisor', 'administrator', 'auditor']],
  ['records', ['administrator', 'auditor']],
  ['rotate-key', ['administrator']],
] as const)(
  'A2 %s is for who may, and a refusal is on record before the store is opened',
  async (name, may) => {
    const ask = (role: string) =>
      storeCommand([name, ...(name === 'records' ? ['hit'] : []), ...as(role)], {
        out() {},
        error() {},
        input: () => '',
      });
    const key = () => readFileSync(join(folder, 'keys', 'unit.key'), 'latin1');
    for (const role of may) expect(await ask(role)).toBe(0);
    const before = key();
    using _unit = await openUnit();
    const others = roles.filter((role) => !(may as readonly Role[]).includes(role));
    for (const role of others) await expect(ask(role)).rejects.toMatchObject({ code: 'store.refused' });
    expect(key()).toBe(before);
    const records = recordsIn(join(folder, 'data', 'audit')).filter(({ action }) => !action.startsWith('log.'));
    expect(records.map(({ action, by }) => [action, by === 'unit' ? by : by.role])).toEqual([
      ...may.map((role) => [name === 'rotate-key' ? 'key.rotated' : 'store.seen', role]),
      ...others.map((role) => ['store.refused', role]),
    ]);
  },
  60_000,
);

test('R2 the records that were kept of searches and hits are shown to who audits, bounded, and that they were is on record without what they say', async () => {
  const search = (plate: string) => platekeeper('store', 'search', '--plate', plate, ...as('detective'), ...grounds);
  await search('WYX*');
  await search('A?C123');
  {
    using unit = await openUnit();
    unit.store.append(hitDetectionOf(3));
    for (let more = 0; more < 200; more += 1) unit.store.records.keep('search', Buffer.from('{}'));
  }
  const records = async (...words: string[]) =>
    linesOf(await platekeeper('store', 'records', ...words, '--why', 'monthly audit', ...as('auditor')));
  const grounded = { caseNumber: '26-1234', reason: 'robbery', by: { name: 'officer-1', role: 'detective' } };
  const [first, second, ...more] = await records('search');
  expect([first, second]).toMatchObject([
    { ...grounded, pattern: 'WYX*' },
    { ...grounded, pattern: 'A?C123' },
  ]);
  expect([more.length, more.at(-1)]).toEqual([199, { more: true }]);
  const { record: last } = more.at(-2);
  expect(await records('search', '--after', last)).toHaveLength(2);
  expect(await records('hit')).toMatchObject([
    { sequence: '3', plate: 'ZQX4817', hits: [{ list: 'ncic' }, { list: 'local' }] },
  ]);
  const seen = recordsIn(join(folder, 'data', 'audit')).filter(({ action }) => action === 'store.seen');
  expect(seen.map(({ subject, detail }) => [subject, detail])).toEqual([
    ['records', { kind: 'search', after: '0', reason: 'monthly audit' }],
    ['records', { kind: 'search', after: last, reason: 'monthly audit' }],
    ['records', { kind: 'hit', after: '0', reason: 'monthly audit' }],
  ]);
  const { status, error } = await platekeeper('store', 'records', 'plates', ...as('auditor'));
  expect([status, error]).toEqual([2, expect.stringContaining('hit, search')]);
}, 60_000);

test('R3 a hold is placed and released by who may take evidence, of what is kept, until a day to come, and a new key keeps it', async () => {
  const until = ['--case', '26-1', '--why', 'trial', '--until'];
  const run = (role: string, ...words: string[]) => platekeeper('store', ...words, ...as(role));
  expect((await run('officer', 'hold', '1', ...until, '2100-01-01T00:00:00Z')).error).toContain('the role officer may');
  expect((await run('supervisor', 'hold', '1', ...until, '2001-01-01T00:00:00Z')).error).toContain(
    'it ends in the past',
  );
  const gone = await run('supervisor', 'hold', '1', '99', ...until, '2100-01-01T00:00:00Z');
  expect(gone.error).toContain('sequence 99 is not kept; nothing was held');
  expect(linesOf(await run('supervisor', 'holds'))).toEqual([]);
  expect((await run('supervisor', 'hold', '1', ...until, '2100-01-01T00:00:00Z')).status).toBe(0);
  expect((await run('administrator', 'rotate-key')).status).toBe(0);
  expect((await run('dispatcher', 'release', '1')).error).toContain('the role dispatcher may');
  using unit = await openUnit();
  expect(unit.store.holds.messages(1)).toHaveLength(1);
}, 60_000);

test('A1 R3 where the unit has a keyring, a person is who their key says, and nobody is anyone by their word', async () => {
  const [key, stranger] = [newKey('lee'), newKey('lee')];
  writeFileSync(join(folder, 'keys.toml'), keyringText([{ key, person: 'D. Lee', role: 'supervisor' }]));
  writeFileSync(path, `${readFileSync(path, 'utf8')}[commands]\nkeys = "keys.toml"\n`);
  const pem = ({ privateKey }: TestKey, name: string) => {
    writeFileSync(join(folder, name), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    return ['--config', path, '--as', join(folder, name), '--key-id', 'lee'];
  };
  const hold = ['store', 'hold', '1', '--case', '26-1', '--why', 'trial', '--until', '2100-01-01T00:00:00Z'];
  expect((await platekeeper(...hold, ...as('supervisor'))).error).toContain('who are you?');
  expect((await platekeeper(...hold, ...pem(stranger, 'stranger.pem'))).error).toContain('person.unknown');
  expect(linesOf(await platekeeper(...hold, ...pem(key, 'lee.pem')))).toEqual([{ hold: 1, messages: 1 }]);
  using unit = await openUnit();
  expect(unit.store.holds.list()).toMatchObject([{ who: { name: 'D. Lee', role: 'supervisor' } }]);
}, 60_000);

test('U9 a new unit key opens what the old one did, and the old key is gone', async () => {
  const key = () => readFileSync(join(folder, 'keys', 'unit.key'), 'latin1');
  const before = key();
  const config = await loadConfig(path);
  const sealed = unitVault(config).seal('hot-list/ncic', Buffer.from(PLATE));
  const publicKey = (await platekeeper('key', '--config', path)).out;
  expect((await platekeeper('store', 'rotate-key', ...as('administrator'))).status).toBe(0);
  expect(key()).not.toBe(before);
  expect(existsSync(join(folder, 'keys', 'unit.key.next'))).toBe(false);
  using unit = await openUnit();
  expect(unit.store.search.find({ pattern: PLATE }, 9).found).toHaveLength(1);
  expect(Buffer.from(unitVault(config).open('hot-list/ncic', sealed)).toString()).toBe(PLATE);
  expect((await platekeeper('key', '--config', path)).out).toBe(publicKey);
  expect(publicKey).toContain('BEGIN PUBLIC KEY');
}, 60_000);

test('U9 what the unit signs by lies sealed: neither its folder nor the store alone opens it', async () => {
  const pem = unitSigningKey(await loadConfig(path))
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
  const [, secret = ''] = pem.split('\n');
  for (const own of ['keys', 'data'])
    for (const name of readdirSync(join(folder, own), { recursive: true, withFileTypes: true }))
      if (name.isFile()) expect(readFileSync(join(name.parentPath, name.name), 'latin1')).not.toContain(secret);
  rmSync(join(folder, 'keys', 'unit.key'));
  const { status, error } = await platekeeper('key', '--config', path);
  expect([status, error]).toEqual([1, expect.stringContaining('key.missing')]);
}, 60_000);

test('while the unit has its store, a person is told to stop it first', async () => {
  using _unit = await openUnit();
  const { status, error } = await platekeeper('store', 'holds', ...as('supervisor'));
  expect(status).toBe(1);
  expect(error).toContain('store.busy');
}, 60_000);
