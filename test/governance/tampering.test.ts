/**
 * O1: one hundred thousand random changes to audit logs of 10 to 32 records, each found. What somebody may do who can write the
 * file: blindly, by making the chain anew after the change, by taking the checkpoints out, by signing with a key of his own.
 * The checkpoint made at stop is kept elsewhere, as the broker keeps it; the unit's public key is known.
 */
import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  beginning,
  type ChainEnd,
  lineAfter,
  partsOf,
  recordOf,
  verifyLog,
} from '../../firmware/governance/audit-chain.ts';
import { type Checkpoint, claimOf, signCheckpoint } from '../../firmware/governance/checkpoint.ts';
import type { AuditEntry } from '../../firmware/ports/audit.ts';
import { Dice } from '../../sim/dice.ts';
import { entryOf, publicKey, testLog } from './audit-logs.ts';

const MUTATIONS = 100_000;

interface Subject {
  readonly lines: readonly Buffer[];
  readonly whole: Buffer;
  readonly kept: Checkpoint;
  /** Bytes up to the end of the record that the kept checkpoint covers. */
  readonly covered: number;
}

function subjectOf(records: number): Subject {
  const { log } = testLog({ checkpointRecords: 9, fileBytes: 4000 });
  for (let number = 0; number < records; number += 1) log.record(entryOf(number));
  const kept = log.checkpoint();
  const whole = Buffer.from(log.bytes());
  const lines = whole
    .toString('latin1')
    .trimEnd()
    .split('\n')
    .map((line) => Buffer.from(`${line}\n`, 'latin1'));
  return { lines, whole, kept, covered: whole.length - lines.at(-1)!.length };
}

const forgersKey = generateKeyPairSync('ed25519').privateKey;
const wall = { epochMs: 1_790_000_100_000, quality: { source: 'ntp' } } as const;
type Lines = readonly Buffer[];

/** Number in [0, below). */
type Roll = (below: number) => number;

/** What may be done to lines. */
const changes: Readonly<Record<string, (lines: Lines, roll: Roll) => Lines>> = {
  'changes a bit': (lines, roll) => changed(lines, roll, (bytes, at) => (bytes[at] = bytes[at]! ^ (1 << roll(8)))),
  'changes a byte': (lines, roll) => changed(lines, roll, (bytes, at) => (bytes[at] = roll(256))),
  'inserts a byte': (lines, roll) => {
    const whole = Buffer.concat(lines as Buffer[]);
    const at = roll(whole.length + 1);
    return [whole.subarray(0, at), Buffer.of(roll(256)), whole.subarray(at)];
  },
  'removes bytes': (lines, roll) => {
    const whole = Buffer.concat(lines as Buffer[]);
    const at = roll(whole.length);
    return [whole.subarray(0, at), whole.subarray(at + 1 + roll(20))];
  },
  'removes records': (lines, roll) => lines.toSpliced(roll(lines.length), 1 + roll(3)),
  'removes the first records': (lines, roll) => lines.slice(1 + roll(lines.length - 1)),
  'repeats a record': (lines, roll) => lines.toSpliced(roll(lines.length + 1), 0, lines[roll(lines.length)]!),
  'moves a record': (lines, roll) => {
    const from = roll(lines.length);
    return lines.toSpliced(from, 1).toSpliced(roll(lines.length), 0, lines[from]!);
  },
  'swaps two records': (lines, roll) => {
    const [a, b] = [roll(lines.length), roll(lines.length)];
    return lines.with(a, lines[b]!).with(b, lines[a]!);
  },
  'cuts the end off': (lines, roll) => {
    const whole = Buffer.concat(lines as Buffer[]);
    return [whole.subarray(0, roll(whole.length))];
  },
  'cuts the last records off': (lines, roll) => lines.slice(0, roll(lines.length - 1)),
};

function changed(lines: Lines, roll: Roll, change: (bytes: Buffer, at: number) => void): Lines {
  const whole = Buffer.concat(lines as Buffer[]);
  change(whole, roll(whole.length));
  return [whole];
}

/** The entries of a log, changed, in a chain made anew; its checkpoints as they were, away, or of the forger's making. */
function forged(lines: Lines, roll: Roll): Lines {
  const entries: readonly AuditEntry[] = lines.map((line) => recordOf(partsOf(line.subarray(0, -1))!.json!)!);
  const at = roll(entries.length);
  const edits: readonly (() => readonly AuditEntry[])[] = [
    () => entries.with(at, { ...entries[at]!, subject: `other-${roll(1000)}` }),
    () => entries.toSpliced(at, 1),
    () => entries.toSpliced(at, 0, entryOf(roll(4))),
    () => entries.slice(0, at),
  ];
  const edited = edits[roll(edits.length)]!();
  const [keeps, drops] = [roll(3) === 0, roll(2) === 0];
  let end = beginning;
  let first = 1;
  return edited.flatMap((entry, index) => {
    const checkpoint = entry.action === 'log.checkpoint';
    if (checkpoint && !keeps && drops) return [];
    const { action, by, subject, detail } = entry;
    const bare: AuditEntry = { action, by, ...(subject !== undefined && { subject }), ...(detail && { detail }) };
    const now: AuditEntry = checkpoint && !keeps ? { ...bare, detail: resigned(first, end) } : continuing(bare);
    if (index === 0 && entry.action === 'log.continued') first = end.record + 1;
    const made = lineAfter(end, now, wall);
    end = made.end;
    return [Buffer.from(made.line)];
  });

  function continuing(entry: AuditEntry): AuditEntry {
    return entry.action === 'log.continued' ? { ...entry, detail: { previous: end.hash } } : entry;
  }
}

function resigned(first: number, end: ChainEnd) {
  const claim = { unit: 'springfield/pole-12', first, last: end.record, hash: end.hash };
  const { statement, signature } = signCheckpoint(claim, wall, forgersKey);
  return { statement, signature: Buffer.from(signature).toString('base64') };
}

test(`O1 of ${MUTATIONS} random changes to a log every one is found`, { timeout: 120_000 }, () => {
  const dice = new Dice('audit/tampering');
  const roll: Roll = (below) => dice.integer(below);
  const subjects = [8, 12, 18, 26].map(subjectOf);
  for (const { whole, kept } of subjects) {
    expect(verifyLog(whole, { key: publicKey, checkpoint: kept }).flaw).toBeUndefined();
    expect(claimOf(kept.statement)?.last).toBe(verifyLog(whole, {}).end.record - 1);
  }
  const kinds = Object.entries(changes);
  const escaped: string[] = [];
  let done = 0;
  while (done < MUTATIONS) {
    const { lines, whole, kept, covered } = subjects[done % subjects.length]!;
    const [name, change] = done % 5 === 0 ? (['forges', forged] as const) : kinds[done % kinds.length]!;
    const tampered = Buffer.concat(change(lines, roll) as Buffer[]);
    if (tampered.equals(whole)) continue;
    // After the record that the kept checkpoint covers stands the chain alone: a blind change shows, another end does not.
    const untouched = tampered.subarray(0, covered).equals(whole.subarray(0, covered));
    if (untouched && (name === 'forges' || tampered.length === covered)) continue;
    if (verifyLog(tampered, { key: publicKey, checkpoint: kept }).flaw === undefined) escaped.push(`${done} ${name}`);
    done += 1;
  }
  expect(escaped).toEqual([]);
});
