/**
 * What a running unit gives away: no socket that anybody could connect to, also when it is asked for a debugger, and no plate, note or
 * secret in anything but the messages that are for them: not in its log, its health, its audit log or its data folder, nor after a
 * crash (FIELD.md, "How such boxes were broken").
 */
import { spawn } from 'node:child_process';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfig } from '../../firmware/config/load.ts';
import type { Config } from '../../firmware/config/schema.ts';
import { openKeys, unitSigningKey } from '../../firmware/unit-vault.ts';
import { type Mosquitto, startMosquitto } from '../broker/mosquitto.ts';
import { subscribe } from '../broker/subscriber.ts';
import { street } from '../commands/cli.ts';
import { unitFile } from '../commands/unit-file.ts';

const MAIN = fileURLToPath(new URL('../../firmware/main.ts', import.meta.url));
/** What is read, what is listed, why, and where a person's word stands: each is to be found nowhere else. */
const texts = ['UFJ4423', 'CANARY77', 'the note of a canary', 'case-of-a-canary'] as const;
/** A mistake in the program, made when it is asked for. */
const MISTAKE = `data:text/javascript,process.on('SIGUSR2',()=>{throw new Error('a mistake')})`;

let folder: string;
let mosquitto: Mosquitto;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'private-'));
  mosquitto = await startMosquitto();
  await mkdir(join(folder, 'photographs'));
  await copyFile(street, join(folder, 'photographs', '1.jpg'));
  await writeFile(
    join(folder, 'list.csv'),
    `plate,region,class,note\nUFJ4423,us-il,stolen-vehicle,the note of a canary\nCANARY77,,amber,case-of-a-canary\nbad one,,amber,CANARY77\n`,
  );
});
afterEach(async () => {
  await mosquitto[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

test.each([
  { ends: 'by a fault of memory', by: 'SIGSEGV', as: [null, 'SIGSEGV'] },
  { ends: 'by an exception that nobody catches', by: 'SIGUSR2', as: [1, null] },
] as const)(
  'a unit at work listens nowhere, says nothing that it keeps, and leaves nothing of it when it ends $ends',
  async ({ by, as }) => {
    await using others = await subscribe(mosquitto, 'alpr/v1/test-pd/private/+', 'others');
    const config = await unitFile({
      folder,
      mosquitto,
      profile: 'leroy',
      tables: {
        unit: { id: 'private' },
        camera: { folder: 'photographs', rate_hz: 0, repeat: true },
        hot_list: { file: 'list.csv' },
        health: { interval_ms: 500 },
        vault: { key: 'file' },
      },
    });
    // As a machine on which core files are wanted.
    const program = [process.execPath, '--import', MISTAKE, MAIN, 'run', '--config', config];
    const unit = spawn('bash', ['-c', 'ulimit -c unlimited; exec "$0" "$@"', ...program], {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: folder,
    });
    const ended = once(unit, 'close');
    const said: string[] = [];
    const refused = Promise.withResolvers<void>();
    unit.stdout.on('data', (text) => said.push(String(text)));
    createInterface({ input: unit.stderr }).on('line', (line) => {
      said.push(line);
      if (line.includes('unit.debugger-refused')) refused.resolve();
    });
    const of = (kind: string) => others.messages.filter(({ topic }) => topic.endsWith(`/${kind}`));
    await others.until(() => of('detection').length > 0 && of('alert').length > 0 && of('health').length > 1);

    const pid = unit.pid!;
    expect(await listening(pid)).toEqual([]);
    unit.kill('SIGUSR1');
    await refused.promise;
    expect(await listening(pid)).toEqual([]);
    expect(await readFile(`/proc/${pid}/limits`, 'utf8')).toMatch(/Max core file size\s+0\s+0/);

    const settings = await loadConfig(config);
    const foundIn = finderOf(canariesOf(settings));
    const keyFile = join(settings.vault.folder, 'unit.key');
    expect(foundIn(await readFile(keyFile)), 'what is looked for is found where it is').toEqual(['the unit key']);
    expect(foundIn(await readFile(settings.broker.key))).toEqual(['the key of TLS']);

    unit.kill(by);
    expect(await ended).toEqual(as);
    expect(foundIn(Buffer.from(said.join('\n')))).toEqual([]);
    for (const { topic, payload } of others.messages)
      if (!/detection$|alert$/.test(topic)) expect([topic, ...foundIn(Buffer.from(payload))]).toEqual([topic]);
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
    const own = files
      .map((each) => join(each.parentPath, each.name))
      .filter((path) => !/photographs|list\.csv$/.test(path) && path !== keyFile);
    expect(own.some((path) => path.includes('kept'))).toBe(true);
    for (const path of own) expect([path, ...foundIn(await readFile(path))]).toEqual([path]);
    expect(own.filter((path) => /core|report/.test(path.slice(folder.length)))).toEqual([]);
  },
  120_000,
);

interface Canary {
  readonly name: string;
  /** It is found by any of them. */
  readonly forms: readonly Buffer[];
}

function canariesOf(settings: Config): readonly Canary[] {
  return [
    ...texts.map((text) => ({ name: text, forms: [Buffer.from(text), Buffer.from(text, 'utf16le')] })),
    { name: 'the unit key', forms: formsOf(Buffer.from(openKeys(settings).key)) },
    { name: 'the signing key', forms: formsOf(secretOf(unitSigningKey(settings))) },
    { name: 'the key of TLS', forms: formsOf(secretOf(createPrivateKey(readFileSync(settings.broker.key)))) },
  ];
}

/** Gives the names of those that stand in some bytes. */
function finderOf(canaries: readonly Canary[]): (bytes: Buffer) => string[] {
  return (bytes) => canaries.filter(({ forms }) => forms.some((form) => bytes.includes(form))).map(({ name }) => name);
}

/** The part of a key that is secret: 32 bytes (RFC 8037, RFC 7518). */
function secretOf(key: KeyObject): Buffer {
  const { d } = key.export({ format: 'jwk' });
  return Buffer.from(d!, 'base64url');
}

/** Every 15 bytes of it, as they are, in hexadecimal and in base64: whatever stands before them, and wherever a line is broken. */
function formsOf(secret: Buffer): Buffer[] {
  expect(secret).toHaveLength(32);
  return Array.from({ length: secret.length - 14 }, (_, at) => secret.subarray(at, at + 15)).flatMap((part) => [
    part,
    ...(['hex', 'base64', 'base64url'] as const).map((encoding) => Buffer.from(part.toString(encoding))),
    Buffer.from(part.toString('hex').toUpperCase()),
  ]);
}

/** Sockets of the process to which one could connect: TCP, UDP that is bound, Unix; as the kernel lists them (proc_net(5), unix(7)). */
async function listening(pid: number): Promise<string[]> {
  const inodes = new Set<string>();
  for (const name of await readdir(`/proc/${pid}/fd`)) {
    const target = await readlink(`/proc/${pid}/fd/${name}`).catch(() => '');
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
    if (inode !== undefined) inodes.add(inode);
  }
  const rows = async (file: string) =>
    (await readFile(`/proc/${pid}/net/${file}`, 'utf8').catch(() => ''))
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.trim().split(/\s+/));
  const found: string[] = [];
  for (const file of ['tcp', 'tcp6'])
    for (const [, local, , state, , , , , , inode] of await rows(file))
      if (state === '0A' && inodes.has(inode!)) found.push(`${file} ${local}`);
  for (const file of ['udp', 'udp6'])
    for (const [, local, , state, , , , , , inode] of await rows(file))
      if (state === '07' && inodes.has(inode!)) found.push(`${file} ${local}`);
  for (const [, , , flags, , , inode, path] of await rows('unix'))
    if (flags === '00010000' && inodes.has(inode!)) found.push(`unix ${path}`);
  return found;
}
