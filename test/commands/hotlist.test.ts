import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { hotlistCommand } from '../../firmware/commands/hotlist.ts';
import { recordsIn } from '../governance/audit-logs.ts';
import { platekeeper } from './cli.ts';

const SAMPLE = '660JEM  WIPCSTOLEN VYR/05 VMA/DODG VMO/MAG VST/4D VCO/RED     DOT/010315 LDS/V16A0661\n';

let folder: string;
let config: readonly string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotlist-'));
  const keys = [
    keyOf('lists', 'signs = "hot-lists"'),
    keyOf('jones', 'signs = "commands"\nperson = "d.jones"\nrole = "detective"'),
    keyOf('smith', 'signs = "commands"\nperson = "l.smith"\nrole = "supervisor"'),
    keyOf('admin', 'signs = "commands"\nperson = "a.admin"\nrole = "administrator"'),
  ];
  keyOf('stranger', '');
  write('keys.toml', keys.join('\n'));
  write('leads.txt', SAMPLE);
  const path = write(
    'unit.toml',
    'profile = "bloomington"\n[unit]\nagency = "test-pd"\n[store]\nfolder = "data"\n[commands]\nkeys = "keys.toml"\n',
  );
  config = ['--config', path];
});

/** Its entry in the keyring. */
function keyOf(id: string, more: string): string {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  write(`${id}.pem`, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return `[[key]]\nid = "${id}"\n${more}\npublic_key = """${publicKey.export({ type: 'spki', format: 'pem' })}"""\n`;
}

function write(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const as = (id: string) => ['--as', join(folder, `${id}.pem`), '--key-id', id];
const hotlist = (...args: readonly string[]) => platekeeper('hotlist', ...args);
const list = ['--list', 'leads', '--layout', 'leads', '--source', 'LEADS'];

describe('hotlist', () => {
  test('signs a list for the agency, imports it into a unit, and shows what the unit has', async () => {
    const file = join(folder, 'leads.txt');
    expect((await hotlist('sign', ...as('lists'), ...list, '--made-at', '2026-01-15T12:00:00Z', file)).status).toBe(0);
    expect(await hotlist('import', ...config, file)).toEqual({
      status: 0,
      out: 'records 1, kept 1, bad 0, barred 0, falsePlates 0\n',
      error: '',
    });
    expect((await hotlist('list', ...config)).out).toBe(
      'leads                LEADS          made 2026-01-15T12:00:00.000Z  entries 1  signed by lists\n',
    );
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (each) => each.isFile() && each.parentPath.includes('data'),
    );
    expect(files.length).toBeGreaterThan(3);
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name)).includes('660JEM')).toBe(false);
  });

  test('takes no list without its signature but at the word of a person who may send lists', async () => {
    const file = join(folder, 'leads.txt');
    expect(await hotlist('import', ...config, file)).toMatchObject({
      status: 2,
      error: expect.stringContaining('.sig is not there'),
    });
    expect(await hotlist('import', ...config, '--unsigned', ...list, ...as('jones'), file)).toMatchObject({
      status: 1,
    });
    expect(recordsIn(join(folder, 'data', 'audit')).at(-1)).toMatchObject({
      ...{ action: 'hot-list.refused', by: { name: 'd.jones', role: 'detective' } },
      detail: { reason: 'the role detective may not send lists' },
    });
    expect(await hotlist('import', ...config, '--unsigned', ...list, ...as('admin'), file)).toMatchObject({
      status: 0,
    });
    expect((await hotlist('list', ...config)).out).toContain('signed by nobody');
    expect(await hotlist('remove', ...config, ...as('admin'), 'leads')).toMatchObject({ status: 0 });
    expect((await hotlist('list', ...config)).out).toBe('');
  });

  test('H6 H8 takes a local entry from one person and its approval from another, each known by a key', async () => {
    const entry = [
      '--plate',
      'ZQ 12345',
      '--class',
      'local-bolo',
      '--case',
      '26-1',
      '--synopsis',
      'fled',
      '--days',
      '3',
    ];
    const { out } = await hotlist('propose', ...config, ...as('jones'), ...entry);
    const id = out.trim();
    expect(await hotlist('approve', ...config, ...as('jones'), id)).toMatchObject({
      status: 1,
      error: expect.stringContaining('the role detective may not approve'),
    });
    expect(
      await hotlist('approve', ...config, '--as', join(folder, 'stranger.pem'), '--key-id', 'smith', id),
    ).toMatchObject({ status: 1 });
    expect(await hotlist('approve', ...config, ...as('smith'), id)).toMatchObject({ status: 0, out: `${id}\n` });
    const shown = await hotlist('list', ...config, '--local', ...as('smith'));
    expect(shown.out).toMatch(/ZQ12345 +active +local-bolo +until \d{4}-\d\d-\d\d +case 26-1 +by d\.jones/);
    expect(await hotlist('withdraw', ...config, ...as('jones'), id)).toMatchObject({ status: 0 });
  });

  test('says what is missing', async () => {
    for (const args of [[], ['nothing'], ['sign'], ['import', 'x'], ['approve', ...config, 'x'], ['sign', 'a', 'b']])
      await expect(hotlistCommand(args, { out: () => {}, error: () => {}, input: () => '' })).rejects.toMatchObject({
        code: 'usage',
      });
  });
});
