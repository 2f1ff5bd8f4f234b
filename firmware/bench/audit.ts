/** The audit log: one record with its flush to the disk that holds the temporary folder, and the proof of a log of ten thousand records. */
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuditFolder } from '../devices/audit-folder.ts';
import { assert } from '../domain/assert.ts';
import { beginning, lineAfter, verifyLog } from '../governance/audit-chain.ts';
import { AuditLog } from '../governance/audit-log.ts';
import type { AuditEntry } from '../ports/audit.ts';
import type { Stopwatch } from './stopwatch.ts';
import { movingWork } from './work.ts';

const RECORDS = 10_000;
const wall = { epochMs: 1_790_000_000_000, quality: { source: 'ntp', uncertaintyMs: 12.5 } } as const;
const entry: AuditEntry = {
  action: 'alert.confirmed',
  by: { name: 'A. Person', role: 'officer' },
  subject: '0199c0de-0000-7000-8000-000000000001',
  detail: { what: 'characters' },
};

export async function timeAudit(stopwatch: Stopwatch): Promise<void> {
  const writes = stopwatch.wants('audit record', 'store');
  const proves = stopwatch.wants('audit verify 10k', 'store');
  if (writes) await timeRecord(stopwatch);
  if (proves) await timeProof(stopwatch);
}

async function timeRecord(stopwatch: Stopwatch): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'platekeeper-bench-'));
  try {
    using files = openAuditFolder(folder);
    const { privateKey: key } = generateKeyPairSync('ed25519');
    const unit = { agency: 'bench', unit: 'bench' };
    const log = new AuditLog({ files, unit, key, now: () => wall, fileBytes: 4_194_304, checkpointRecords: 200 });
    const run = () => log.record(entry);
    await stopwatch.time({ name: 'audit record', kind: 'store', work: movingWork(Buffer.byteLength(line())), run });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function timeProof(stopwatch: Stopwatch): Promise<void> {
  let end = beginning;
  const lines: string[] = [];
  for (let record = 0; record < RECORDS; record += 1) {
    const made = lineAfter(end, entry, wall);
    lines.push(made.line);
    ({ end } = made);
  }
  const log = Buffer.from(lines.join(''));
  const key = createPublicKey(generateKeyPairSync('ed25519').privateKey);
  const run = () => {
    assert(verifyLog(log, { key }).end.record === RECORDS, 'the log holds');
  };
  await stopwatch.time({ name: 'audit verify 10k', kind: 'store', work: movingWork(log.length), run });
}

function line(): string {
  return lineAfter(beginning, entry, wall).line;
}
