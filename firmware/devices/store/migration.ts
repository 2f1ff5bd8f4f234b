/**
 * A store of version 1, which lay in the clear, is sealed at the first opening: everything goes into a new file, and when that is on the
 * disk in the old one's place, the old one is overwritten and removed. Cut off anywhere, the next opening goes on: the old file is whole
 * until the new one is. It needs as much room again as the store has.
 *
 * Version 1 counted detections and alerts together; both go on from there. Ages follow the wall clock that version 1 wrote down, in the order of the sequences, as nothing better is known of them.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PlateRead } from '../../ports/detection-search.ts';
import { onDisk } from '../disk-fault.ts';
import { destroyFile, renameDurably } from '../durable-file.ts';
import { APPLICATION_ID, Database, databaseFile, pragmaOf } from './database.ts';
import type { DayKeys } from './day-keys.ts';
import { Messages } from './messages.ts';
import { Reads } from './reads.ts';

const CLEAR = 'store-1.sqlite';
const NEXT = 'store-2.sqlite';
const companions = ['', '-wal', '-shm', '-journal'];

export interface Migration {
  readonly keys: DayKeys;
  readonly readOf: (message: Uint8Array) => PlateRead;
}

/** Does nothing where there is no such store. */
export function migrateFromClear(folder: string, migration: Migration): void {
  onDisk(folder, () => {
    const [present, clear, next] = [databaseFile, CLEAR, NEXT].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    if (existsSync(present) && isClear(present)) {
      settle(present);
      renameDurably(present, clear);
    }
    if (!existsSync(clear)) return;
    if (!existsSync(present)) {
      for (const companion of companions) destroyFile(next + companion);
      seal(folder, { clear, next }, migration);
      renameDurably(next, present);
    }
    destroyFile(clear);
  });
}

function isClear(file: string): boolean {
  const database = new DatabaseSync(file);
  try {
    return pragmaOf(database, 'user_version') === 1n && pragmaOf(database, 'application_id') === APPLICATION_ID;
  } catch {
    // Whatever it is, the opening says so.
    return false;
  } finally {
    database.close();
  }
}

/** All of it in the one file. */
function settle(file: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA journal_mode = DELETE');
  } finally {
    database.close();
  }
  for (const companion of companions.slice(1)) destroyFile(file + companion);
}

function seal(
  folder: string,
  files: { readonly clear: string; readonly next: string },
  { keys, readOf }: Migration,
): void {
  const old = new DatabaseSync(files.clear, { readOnly: true });
  const database = new Database(folder, files.next);
  try {
    const cursors = old.prepare('SELECT last_sequence, acknowledged FROM outbox');
    cursors.setReadBigInts(true);
    const { last_sequence: last, acknowledged } = cursors.get() as { last_sequence: bigint; acknowledged: bigint };
    const rows = old.prepare('SELECT sequence, kind, stored_ms, payload FROM message ORDER BY sequence');
    rows.setReadBigInts(true);
    const { first } = old.prepare('SELECT min(stored_ms) AS first FROM message').get() as { first: number | null };
    const beganMs = first ?? 0;
    // New pages need no journal.
    database.exec('PRAGMA journal_mode = DELETE');
    database.transaction(() => {
      const messages = new Messages(database, keys);
      const reads = new Reads({ database, keys, messages, readOf, gone: 0n });
      let lifeMs = 0;
      for (const { sequence, kind, stored_ms: storedMs, payload } of rows.iterate() as unknown as Iterable<ClearRow>) {
        lifeMs = Math.max(lifeMs, Number(storedMs) - beganMs);
        reads.settle(lifeMs);
        const ofDetection = kind === 'alert' ? sequence - 1n : null;
        messages.insert({ kind, sequence, ofDetection, body: payload, context: undefined }, lifeMs);
        if (kind === 'detection') reads.added(readOf(payload), lifeMs);
      }
      database.prepare('UPDATE outbox SET last_sequence = ?, acknowledged = ?').run(last, acknowledged);
      const boot = database.prepare("INSERT INTO boot VALUES (0, 'version 1', 0, ?, 0, ?)");
      if (first !== null) boot.run(lifeMs, beganMs);
    });
  } finally {
    database.close();
    old.close();
  }
}

interface ClearRow {
  readonly sequence: bigint;
  readonly kind: 'detection' | 'alert';
  readonly stored_ms: bigint;
  readonly payload: Uint8Array;
}
