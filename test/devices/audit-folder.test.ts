/** O1: the audit log on a disk: programs that write it in turn, programs that are killed while they write, a disk that is full. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { openAuditFolder } from '../../firmware/devices/audit-folder.ts';
import { linesOf, partsOf, recordOf, verifyLog } from '../../firmware/governance/audit-chain.ts';
import { AuditLog } from '../../firmware/governance/audit-log.ts';
import { entryOf, publicKey, springfield, unitKey } from '../governance/audit-logs.ts';

const root = mkdtempSync(join(tmpdir(), 'audit-folder-'));
afterAll(() => rmSync(root, { recursive: true }));
const WRITER = fileURLToPath(new URL('audit-forever.ts', import.meta.url));

function writer(folder: string, name: string, count?: number): ChildProcess {
  const pem = Buffer.from(unitKey.export({ type: 'pkcs8', format: 'pem' })).toString('base64');
  const args = [WRITER, folder, name, pem, ...(count === undefined ? [] : [String(count)])];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The last number that it said before it ended. */
async function said(child: ChildProcess): Promise<number> {
  let text = '';
  child.stdout!.on('data', (each) => (text += each));
  await once(child, 'close');
  return Number(text.trimEnd().split('\n').at(-1));
}

function opened(folder: string) {
  const files = openAuditFolder(folder);
  const now = () => ({ epochMs: 1_790_000_000_000, quality: { source: 'ntp' } }) as const;
  const log = new AuditLog({ files, unit: springfield, key: unitKey, now, fileBytes: 65_536, checkpointRecords: 50 });
  return { files, log };
}

function subjectsIn(bytes: Uint8Array): string[] {
  return Array.from(linesOf(bytes), ({ line }) => recordOf(partsOf(line)!.json!)!.subject ?? '');
}

describe('O1 the audit log on a disk', () => {
  test('O1 three programs write one log at once, and it holds: every record of each, in its order', async () => {
    const folder = join(root, 'three');
    const ended = await Promise.all(['a', 'b', 'c'].map((name) => said(writer(folder, name, 120))));
    expect(ended).toEqual([120, 120, 120]);
    const { log, files } = opened(folder);
    using _files = files;
    const bytes = log.bytes();
    expect(verifyLog(bytes, { key: publicKey }).flaw).toBeUndefined();
    for (const name of ['a', 'b', 'c']) {
      const own = subjectsIn(bytes).filter((each) => each.startsWith(`${name}-`));
      expect(own).toEqual(Array.from({ length: 120 }, (_, index) => `${name}-${index + 1}`));
    }
  });

  test('O1 what a program had recorded when it was killed is there, and another goes on at once', async () => {
    const folder = join(root, 'killed');
    let recorded = 0;
    for (let round = 0; round < 5; round += 1) {
      const child = writer(folder, `round${round}`);
      const last = said(child);
      const enough = 7 + round * 13;
      let count = 0;
      child.stdout!.on('data', (each) => {
        count += String(each).split('\n').length - 1;
        if (count >= enough) child.kill('SIGKILL');
      });
      recorded += await last;
      const { log, files } = opened(folder);
      log.record(entryOf(round));
      files[Symbol.dispose]();
    }
    const { log, files } = opened(folder);
    using _files = files;
    const bytes = log.bytes();
    expect(verifyLog(bytes, { key: publicKey }).flaw).toBeUndefined();
    const own = subjectsIn(bytes).filter((each) => each.startsWith('round'));
    expect(own.length).toBeGreaterThanOrEqual(recorded);
    expect(own.length).toBeLessThanOrEqual(recorded + 5);
  });

  test('O1 a torn last line is put aside whole, and only the owner may read any of it', () => {
    const folder = join(root, 'torn');
    const first = opened(folder);
    first.log.record(entryOf(1));
    first.files[Symbol.dispose]();
    const [name] = readdirSync(folder).filter((each) => each.endsWith('.log')) as [string];
    appendFileSync(join(folder, name), 'deadbeef torn');
    const { log, files } = opened(folder);
    using _files = files;
    log.record(entryOf(2));
    expect(log.newest('log.cut')?.detail).toMatchObject({ after: 2, bytes: 13 });
    expect(verifyLog(log.bytes(), { key: publicKey }).flaw).toBeUndefined();
    const asides = readdirSync(folder).filter((each) => each.includes('aside'));
    expect(asides).toHaveLength(1);
    expect(statSync(join(folder, asides[0]!)).size).toBe(13);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const each of [name, asides[0]!]) expect(statSync(join(folder, each)).mode & 0o777).toBe(0o600);
  });

  test('O1 what a disk that is full takes in part is taken back, and the program is told', async () => {
    const folder = join(root, 'full');
    const pem = Buffer.from(unitKey.export({ type: 'pkcs8', format: 'pem' })).toString('base64');
    // No file of this program may grow beyond 16 blocks of 512 bytes; a write across that is done in part, as on a full disk.
    const limited = ['-c', 'ulimit -f 16; exec "$0" "$@" 2>&1', process.execPath, WRITER, folder, 'full', pem];
    const child = spawn('sh', limited, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (each) => (text += each));
    await once(child, 'close');
    expect(text).toContain('store.unwritable');
    const last = Number([...text.matchAll(/^(\d+)$/gm)].at(-1)![1]);
    const { log, files } = opened(folder);
    using _files = files;
    const own = subjectsIn(log.bytes()).filter((each) => each.startsWith('full-'));
    expect(own).toHaveLength(last);
    const bytes = log.bytes().length;
    expect(bytes).toBeLessThan(8192);
    expect(bytes).toBeGreaterThan(8192 - 300);
    log.record(entryOf(1));
    expect(log.newest('log.cut')).toBeUndefined();
    expect(verifyLog(log.bytes(), { key: publicKey }).flaw).toBeUndefined();
  });

  test('O1 a folder that can not be written is a fault, and nothing counts as recorded', () => {
    const folder = join(root, 'file');
    appendFileSync(folder, 'not a folder');
    expect(() => openAuditFolder(folder)).toThrow(expect.objectContaining({ code: 'store.unwritable' }));
  });
});
