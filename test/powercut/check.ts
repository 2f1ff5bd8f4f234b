/**
 * What must hold of a folder after a cut, given what had happened before it: it opens; nothing that was stored and is not due is
 * missing from what a consumer has and what still comes; nothing comes twice to a consumer that drops repeats by unit, boot and
 * sequence; what was purged stays purged, what is held is held; and the audit log is whole up to the last record that was made.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyLog } from '../../firmware/governance/audit-chain.ts';
import { detectionOf } from '../proto/detections.ts';
import { Consumer } from './consumer.ts';
import {
  auditFolder,
  auditPublicKey,
  inBoot,
  type Kept,
  keyOf,
  type Mark,
  openFolder,
  PURGE_WITHIN_MS,
  tellsDetection,
  terms,
} from './kept.ts';

const NEXT = 999_999;

/** The first thing that does not hold, or undefined. Changes the folder. */
export function broken(folder: string, before: readonly Mark[]): string | undefined {
  const consumer = new Consumer();
  const atMs = before.at(-1)?.atMs ?? 0;
  using kept = openFolder(folder, atMs);
  const purgingMs = before.findLast(({ kind }) => kind === 'purging')?.atMs;
  const purgedMs = before.findLast(({ kind }) => kind === 'purged')?.atMs;
  /** Stored so early that the last purge may have taken it. */
  const mayBeGone = (storedMs: number) => purgingMs !== undefined && storedMs <= purgingMs - terms.detectionsMs;
  const mustBeGone = (storedMs: number) =>
    purgedMs !== undefined && storedMs <= purgedMs - terms.detectionsMs - PURGE_WITHIN_MS;
  const held = new Set(kept.store.holds.list().flatMap(({ detections }) => detections));
  return (
    first(before, (mark) => (mark.kind === 'received' ? consumer.take(mark) : undefined)) ??
    drained(kept, consumer, purgingMs === undefined) ??
    first(before, (mark) => {
      if (mark.kind === 'seen') return unseen(kept, mark.alert);
      if (mark.kind !== 'stored') return undefined;
      // What a hold keeps is found by it.
      if (mustBeGone(mark.atMs) && !held.has(mark.id) && kept.store.search.sequenceOf(mark.id) !== undefined)
        return `detection ${mark.id} was purged and is there`;
      return mayBeGone(mark.atMs) || consumer.has(tellsDetection(mark.id))
        ? undefined
        : `detection ${mark.id} was stored and is lost`;
    }) ??
    unheld(kept, before) ??
    unaccounted(kept, folder, before)
  );
}

/** All that waits comes, and one more that is stored now. @param gapless nothing was purged, so no number may be missing. */
function drained({ store, now }: Kept, consumer: Consumer, gapless: boolean): string | undefined {
  store.append(inBoot(NEXT, detectionOf(NEXT), now()));
  for (const kind of ['detection', 'alert'] as const) {
    let last = 0n;
    for (let rows = store.outbox(kind, 64); rows.length > 0; rows = store.outbox(kind, 64)) {
      for (const row of rows) {
        if (row.sequence <= last || (gapless && last !== 0n && row.sequence !== last + 1n))
          return `${kind} ${last} is followed by ${row.sequence}`;
        last = row.sequence;
        const wrong = consumer.take(keyOf(row));
        if (wrong !== undefined) return wrong;
      }
      store.acknowledge(kind, last);
    }
  }
  return undefined;
}

function unseen({ store }: Kept, alert: string): string | undefined {
  const again = store.openAlerts().some(({ id, state }) => id === alert && state !== 'seen');
  return again ? `alert ${alert} is unseen again` : undefined;
}

/** Every hold is there with all that it keeps, but one whose release had begun. */
function unheld({ store }: Kept, before: readonly Mark[]): string | undefined {
  const released = new Set(before.flatMap((mark) => (mark.kind === 'releasing' ? [mark.hold] : [])));
  const holds = new Map(store.holds.list().map((hold) => [hold.id, hold]));
  return first(before, (mark) => {
    if (mark.kind !== 'held' || released.has(mark.hold)) return undefined;
    if (holds.get(mark.hold)?.messages !== mark.messages) return `hold ${mark.hold} holds no more what it held`;
    const opened = store.holds.messages(mark.hold).length;
    return opened === mark.messages ? undefined : `of hold ${mark.hold} ${opened} of ${mark.messages} open`;
  });
}

/** The log verifies against the last checkpoint that somebody else has, and has every record that was made. */
function unaccounted({ audit }: Kept, folder: string, before: readonly Mark[]): string | undefined {
  audit.record({ action: 'unit.started', by: 'unit' });
  audit.checkpoint();
  const files = readdirSync(auditFolder(folder)).filter((name) => name.endsWith('.log'));
  const log = Buffer.concat(files.sort().map((name) => readFileSync(join(auditFolder(folder), name))));
  const vouched = before.findLast((mark) => mark.kind === 'vouched');
  const checkpoint = vouched && { ...vouched, signature: Buffer.from(vouched.signature, 'base64') };
  const { flaw } = verifyLog(log, { key: auditPublicKey, ...(checkpoint && { checkpoint }) });
  if (flaw !== undefined) return `the audit log: ${JSON.stringify(flaw)}`;
  const made = before.findLast((mark) => mark.kind === 'recorded')?.record ?? 0;
  const there = log.toString().match(/"search\.done"/g)?.length ?? 0;
  return there >= made ? undefined : `${made} records were made and ${there} are there`;
}

function first<Each>(all: readonly Each[], wrong: (each: Each) => string | undefined): string | undefined {
  for (const each of all) {
    const found = wrong(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
