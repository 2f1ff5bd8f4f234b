/** O1: the audit log is append-only, chained and signed; nothing in it can be changed, taken or added without being found. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOf, recordOf, verifyLog } from '../../firmware/governance/audit-chain.ts';
import type { AuditLog } from '../../firmware/governance/audit-log.ts';
import { entryOf, publicKey, springfield, testLog } from './audit-logs.ts';
import { SupplyCut } from './audit-memory.ts';

const text = (log: AuditLog) => Buffer.from(log.bytes()).toString('utf8');
const records = (log: AuditLog) =>
  text(log)
    .trimEnd()
    .split('\n')
    .map((line) => recordOf(partsOf(Buffer.from(line))!.json!)!);

const firstOf = (bytes: Uint8Array) => {
  const line = Buffer.from(bytes).subarray(0, Buffer.from(bytes).indexOf('\n'));
  return recordOf(partsOf(line)!.json!)!.action;
};

function write(log: AuditLog, count: number): void {
  for (let number = 0; number < count; number += 1) log.record(entryOf(number));
}

describe('O1 the audit log', () => {
  test('O1 every record says what, to what, by whom, when and how good the clock was', () => {
    const { log } = testLog();
    log.record(entryOf(0));
    expect(records(log)).toMatchObject([
      { record: 1, action: 'log.begun', by: 'unit', subject: 'springfield/pole-12' },
      {
        record: 2,
        action: 'hot-list.imported',
        by: { name: 'J. Muñoz', role: 'supervisor' },
        subject: 'ncic',
        detail: { barred: 3, entries: 0 },
        wall: { quality: { source: 'ntp', uncertaintyMs: 12.5 } },
      },
    ]);
  });

  test('O1 the chain can be followed with sha256 alone, as audit-chain.ts says it is made', () => {
    const { log } = testLog();
    write(log, 5);
    let previous = '0'.repeat(64);
    for (const line of text(log).trimEnd().split('\n')) {
      const json = line.slice(65);
      const digest = createHash('sha256').update(json).digest('hex');
      previous = createHash('sha256').update(`${previous} ${digest}`).digest('hex');
      expect(line.slice(0, 64)).toBe(previous);
    }
  });

  test('O1 a log holds over its files, over new starts, and over programs that write it in turn', () => {
    const { log, files, again } = testLog({ fileBytes: 3000, checkpointRecords: 7 });
    write(log, 20);
    const other = again();
    for (let turn = 0; turn < 20; turn += 1) (turn % 3 === 0 ? other : log).record(entryOf(turn));
    log.checkpoint();
    expect(files.list().length).toBeGreaterThan(3);
    expect(files.list().every(({ bytes }) => bytes <= 3000)).toBe(true);
    const { flaw, first, end, signedTo } = verifyLog(log.bytes(), { key: publicKey });
    expect({ flaw, first }).toEqual({ flaw: undefined, first: 1 });
    expect(end.record - signedTo).toBe(1);
    expect(records(log).filter(({ action }) => !action.startsWith('log.'))).toHaveLength(40);
  });

  test('O1 a checkpoint comes after so many records, and covers every record before it', () => {
    const { log } = testLog({ checkpointRecords: 4 });
    write(log, 9);
    const numbers = records(log)
      .filter(({ action }) => action === 'log.checkpoint')
      .map(({ record }) => record);
    expect(numbers).toEqual([6, 11]);
    const made = log.checkpoint();
    expect(log.checkpoint()).toBe(made);
    log.record(entryOf(1));
    expect(log.checkpoint()).not.toBe(made);
  });

  test('O1 old files go when all in them is past its time, and the rest still proves itself', () => {
    const { log, files, time } = testLog({ fileBytes: 2500 });
    write(log, 30);
    const before = log.checkpoint();
    const middle = time.epochMs - 15_000;
    expect(log.forget(0)).toBe(0);
    const gone = log.forget(middle);
    expect(gone).toBeGreaterThan(5);
    const { flaw, first } = verifyLog(log.bytes(), { key: publicKey, checkpoint: before });
    expect({ flaw, first }).toEqual({ flaw: undefined, first: gone + 1 });
    expect(log.newest('data.purged')?.detail).toEqual({ records: gone, through: gone });
    files.remove(files.list()[0]!.name);
    expect(verifyLog(log.bytes(), { key: publicKey }).flaw?.what).toBe('records before the first were taken away');
  });

  test('O1 what a person wrote is recorded as far as a line has room, and the cut shows; a document is refused', () => {
    const { log } = testLog();
    log.record(entryOf(1));
    const told = (detail: Readonly<Record<string, string>>) => ({ action: 'hold.placed', by: 'unit', detail }) as const;
    log.record(told({ why: 'é'.repeat(9000), caseNumber: '26-1' }));
    expect(log.newest('hold.placed')?.detail).toEqual({ why: `${'é'.repeat(499)}…`, caseNumber: '26-1' });
    const names = Array.from({ length: 40 }, (_, each) => [`part-${each}`, 'x'.repeat(500)]);
    expect(() => log.record(told(Object.fromEntries(names)))).toThrow('a record of');
    log.record(entryOf(2));
    expect(verifyLog(log.bytes(), { key: publicKey }).end.record).toBe(4);
  });
});

describe('O1 when the supply is cut while a record is written', () => {
  test('O1 what was recorded is there, the torn rest is kept aside, and the cut is a record: wherever it falls', () => {
    const cut = fc.record({ writes: fc.nat(12), bytes: fc.nat(400) });
    fc.assert(
      fc.property(
        fc.array(cut, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 900, max: 4000 }),
        (cuts, fileBytes) => {
          const { files, again } = testLog({ fileBytes, checkpointRecords: 3 });
          let recorded = 0;
          for (const { writes, bytes } of cuts) {
            const log = again();
            for (let number = 0; number < writes; number += 1) {
              log.record(entryOf(number));
              recorded += 1;
            }
            files.cutNext(bytes);
            try {
              log.record(entryOf(writes));
              recorded += 1;
            } catch (error) {
              if (!(error instanceof SupplyCut)) throw error;
            }
          }
          const log = again();
          files.cutNext(1e9);
          try {
            log.record(entryOf(1));
          } catch (error) {
            if (!(error instanceof SupplyCut)) throw error;
          }
          again().checkpoint();
          expect(verifyLog(log.bytes(), { key: publicKey }).flaw).toBeUndefined();
          for (const { name } of files.list())
            expect(firstOf(files.read(name, 0))).toMatch(/^log\.(?:begun|continued)$/);
          const all = records(log);
          const others = all.filter(({ action }) => !action.startsWith('log.'));
          expect(others.length).toBeGreaterThanOrEqual(recorded);
          expect(others.length).toBeLessThanOrEqual(recorded + cuts.length + 1);
          const cutRecords = all.filter(({ action }) => action === 'log.cut');
          const asides = [...files.files].filter(([name, bytes]) => name.includes('aside') && bytes.length > 0);
          // A cut while the note of a cut was written leaves two asides; each has its own record, the first in the second's bytes.
          expect(asides.length).toBeGreaterThanOrEqual(cutRecords.length);
          expect(asides.length === 0).toBe(cutRecords.length === 0);
          expect(all.every(({ action }) => action !== 'log.damaged')).toBe(true);
        },
      ),
      {
        numRuns: 300,
        // A file that was made and not written, and a mending that was cut.
        examples: [
          [
            [
              { writes: 0, bytes: 1 },
              { writes: 0, bytes: 0 },
            ],
            900,
          ],
          [
            [
              { writes: 12, bytes: 0 },
              { writes: 1, bytes: 0 },
            ],
            900,
          ],
        ],
      },
    );
  });

  test('O1 what was changed on the disk meanwhile is kept aside and recorded, and a checkpoint kept elsewhere tells', () => {
    const { log, files, again } = testLog();
    write(log, 10);
    const kept = log.checkpoint();
    const { name } = files.list()[0]!;
    const changed = Buffer.from(files.read(name, 0));
    changed[700] = changed[700]! ^ 1;
    files.files.set(name, changed);
    const later = again();
    later.record(entryOf(1));
    const [noted] = records(later).filter(({ action }) => action === 'log.damaged');
    const aside = [...files.files].find(([each]) => each.includes('aside'))![1];
    expect(noted?.detail).toMatchObject({
      bytes: aside.length,
      sha256: createHash('sha256').update(aside).digest('hex'),
    });
    expect(verifyLog(later.bytes(), { key: publicKey }).flaw).toBeUndefined();
    expect(verifyLog(later.bytes(), { key: publicKey, checkpoint: kept }).flaw).toBeDefined();
  });

  test('O1 lines that vanish under a running unit are missed', () => {
    const { log, files } = testLog();
    write(log, 10);
    const { name } = files.list()[0]!;
    files.files.set(name, Buffer.from(files.read(name, 0)).subarray(0, text(log).indexOf('\n') + 1));
    log.record(entryOf(1));
    expect(log.newest('log.damaged')?.detail).toMatchObject({ after: 1, known: 11 });
    files.remove(name);
    log.record(entryOf(1));
    expect(records(log)[0]).toMatchObject({ record: 4, action: 'log.continued' });
    expect(log.newest('log.damaged')?.detail).toMatchObject({ after: 0, known: 3 });
  });
});

describe('O1 a checkpoint kept elsewhere', () => {
  const { log } = testLog();
  write(log, 6);
  const kept = log.checkpoint();
  write(log, 4);
  const whole = Buffer.from(log.bytes());
  const ends = Array.from(whole.entries())
    .filter(([, byte]) => byte === 10)
    .map(([index]) => index + 1);

  test('O1 bounds truncation: whatever ends before it is found, by the record where', () => {
    for (const [index, end] of ends.entries()) {
      const { flaw } = verifyLog(whole.subarray(0, end), { key: publicKey, checkpoint: kept });
      expect(flaw?.what, `${index + 1} records`).toBe(index + 1 < 7 ? 'the log ends before the checkpoint' : undefined);
    }
    expect(verifyLog(new Uint8Array(), { key: publicKey, checkpoint: kept }).flaw).toBeDefined();
  });

  test('O1 is worth nothing signed by another key, altered, or of another unit', () => {
    const { publicKey: strange } = generateKeyPairSync('ed25519');
    expect(verifyLog(whole, { key: strange, checkpoint: kept }).flaw?.what).toBe(
      'the checkpoint is not signed by the key',
    );
    const altered = { ...kept, statement: kept.statement.replace('to 7', 'to 6') };
    expect(verifyLog(whole, { key: publicKey, checkpoint: altered }).flaw?.what).toBe(
      'the checkpoint is not signed by the key',
    );
    const { log: other } = testLog({ unit: { ...springfield, unit: 'pole-13' } });
    write(other, 9);
    expect(verifyLog(whole, { key: publicKey, checkpoint: other.checkpoint() }).flaw).toBeDefined();
  });
});
