/** Audit logs for tests: one with every option defaulted, over memory, with a key and a clock of its own. */
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AuditRecord, linesOf, partsOf, recordOf } from '../../firmware/governance/audit-chain.ts';
import { AuditLog, type AuditLogOptions } from '../../firmware/governance/audit-log.ts';
import type { AuditEntry } from '../../firmware/ports/audit.ts';
import { type MemoryFiles, memoryFiles } from './audit-memory.ts';

export const unitKey: KeyObject = generateKeyPairSync('ed25519').privateKey;
export const publicKey: KeyObject = createPublicKey(unitKey);
export const springfield = { agency: 'springfield', unit: 'pole-12' };

export interface TestLog {
  readonly log: AuditLog;
  readonly files: MemoryFiles;
  /** The clock: each look at it adds a second. */
  readonly time: { epochMs: number };
  /** Another program, or the same after a new start, over the same files. */
  again(): AuditLog;
}

export function testLog(options: Partial<Omit<AuditLogOptions, 'files'>> = {}, files = memoryFiles()): TestLog {
  const time = { epochMs: 1_790_000_000_000 };
  const now = () => {
    time.epochMs += 1000;
    return { epochMs: time.epochMs, quality: { source: 'ntp', uncertaintyMs: 12.5 } } as const;
  };
  const open = () =>
    new AuditLog({
      files,
      unit: springfield,
      key: unitKey,
      now,
      fileBytes: 1 << 20,
      checkpointRecords: 1000,
      ...options,
    });
  return { log: open(), files, time, again: open };
}

/** All that the log has, in order. */
export function recordsOf(log: Pick<AuditLog, 'bytes'>): AuditRecord[] {
  return Array.from(linesOf(log.bytes()), ({ line }) => recordOf(partsOf(line)!.json!)!);
}

/** What stands in the log of that folder. */
export function recordsIn(folder: string): AuditRecord[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.log'));
  return recordsOf({ bytes: () => Buffer.concat(names.sort().map((name) => readFileSync(join(folder, name)))) });
}

/** A few kinds of record, as the number says. */
export function entryOf(number: number): AuditEntry {
  const person = { name: 'J. Muñoz', role: 'supervisor' } as const;
  const entries: readonly AuditEntry[] = [
    { action: 'hot-list.imported', by: person, subject: 'ncic', detail: { entries: number, barred: 3 } },
    { action: 'alert.seen', by: { name: 'A. Officer', role: 'officer' }, subject: `alert-${number}` },
    { action: 'data.purged', by: 'unit', detail: { rows: number, held: 2 } },
    { action: 'hold.placed', by: person, subject: `hold-${number}`, detail: { case: '2026-004711' } },
  ];
  return entries[number % entries.length]!;
}
