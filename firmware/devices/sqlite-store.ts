/**
 * The sealed store on SQLite, and the outbox in one: a row is a message, final as it is encoded, with its pictures, so that record,
 * pictures and message are one write and can not part. WAL with full synchronisation: what `append` has returned is on the disk. Sequences
 * are given inside the transaction that stores the row, so they have no gaps; detections and alerts have each their own. Nothing lies on the disk but sealed (store/day-keys.ts says by
 * what): a copy of the folder holds no plate, no picture and no key. The folder is the user's own (mode 0700).
 *
 * A detection with an alert gives two messages in one transaction, and one that hit a record of the hit. The record of an alert is its
 * latest message, kept by the alert's id beside the outbox, and goes with the detection that it is about.
 *
 * Refuses a file of another version (`store.incompatible`) or that is no database (`store.damaged`), and a second program
 * (`store.busy`); a disk that is full or will not write is `store.full` or `store.unwritable`, and then nothing of the row is there and all
 * before it is. Where the disk is full, it gives up first what `dropFirst` names, and tries again.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Alert } from '../domain/alert.ts';
import { faultOf } from '../domain/fault.ts';
import type { MatchedDetection } from '../domain/matched.ts';
import type { Clock } from '../ports/clock.ts';
import type { DetectionSearch, PlateRead } from '../ports/detection-search.ts';
import type { Disk } from '../ports/disk.ts';
import type { Holds } from '../ports/holds.ts';
import type { KeptRecords } from '../ports/kept-records.ts';
import type { GivenUp, Retained, StoreRoom } from '../ports/retained.ts';
import type { OutboxKind, OutboxRow, Store, StoredMessage } from '../ports/store.ts';
import { onDisk } from './disk-fault.ts';
import { openLock } from './file-lock.ts';
import { SealedAlerts } from './store/alerts.ts';
import { Database, databaseFile } from './store/database.ts';
import { DayKeys } from './store/day-keys.ts';
import { SealedHolds } from './store/holds.ts';
import { Keeping } from './store/keeping.ts';
import { openKeySlots } from './store/key-slots.ts';
import { Life } from './store/life.ts';
import { isFull, Messages, payloadOf } from './store/messages.ts';
import { migrateFromClear } from './store/migration.ts';
import { Reads } from './store/reads.ts';
import { SealedRecords } from './store/records.ts';

/** Makes the messages; the sequence is inside, so each is made when its sequence is known. */
export interface MessageEncoder {
  /** The message is both, one after the other; it is one without the context picture too. `read`: what it is found by. */
  detection(
    matched: MatchedDetection,
    sequence: bigint,
  ): { readonly body: Uint8Array; readonly context: Uint8Array; readonly read: PlateRead };
  alert(alert: Alert, sequence: bigint): Uint8Array;
  /** Undoes `alert`. */
  alertOf(message: Uint8Array): Alert;
  /** What is kept of a detection's hits, and of the end of an alert, by the terms of hits. */
  hit(matched: MatchedDetection, sequence: bigint): Uint8Array;
  ending(alert: Alert): Uint8Array;
  /** What a detection's message is found by. */
  read(message: Uint8Array): PlateRead;
}

export interface SqliteStoreOptions {
  /** Made when it is not there. Holds `store.sqlite` and SQLite's own files beside it, and the wrapped keys. */
  readonly folder: string;
  readonly encode: MessageEncoder;
  readonly clock: Clock;
  /** Asked before each write; absent: what the system says to the write itself. */
  readonly disk?: Disk | undefined;
  /** What wraps the store's keys, 32 bytes; two while it is changed, the one to be used first. */
  readonly unitKeys: readonly [Uint8Array, ...Uint8Array[]];
  /** Names the machine's boot; absent: each opening counts as one (store/life.ts). */
  readonly machineBoot?: string | undefined;
  /** The most that the store's file may grow to; then the disk counts as full. Absent: the disk's own limit. */
  readonly limitBytes?: number | undefined;
  /** What is given up when the disk is full, in this order. Absent: nothing. */
  readonly dropFirst?: readonly GivenUp[] | undefined;
}

export interface SealedStore extends Store {
  readonly search: DetectionSearch;
  readonly retained: Retained;
  readonly room: StoreRoom;
  readonly holds: Holds;
  readonly records: KeptRecords;
  /** Wraps all keys of the store anew. */
  rewrap(unitKey: Uint8Array): void;
}

const kinds: readonly OutboxKind[] = ['detection', 'alert'];

export function openSqliteStore(options: SqliteStoreOptions): SealedStore {
  const { folder, encode, clock, disk, unitKeys, machineBoot, limitBytes, dropFirst = [] } = options;
  using opening = new DisposableStack();
  onDisk(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  // Two programs that each think they know the store's keys would undo each other's.
  opening.use(openLock(join(folder, 'store.lock'), { busy: 'store.busy', waitMs: 0 })).hold();
  const slots = opening.use(onDisk(folder, () => openKeySlots(folder, unitKeys)));
  const keys = {
    detections: new DayKeys(slots, 'detections'),
    hits: new DayKeys(slots, 'hits'),
    searches: new DayKeys(slots, 'searches'),
  };
  migrateFromClear(folder, { keys: keys.detections, readOf: encode.read });
  const database = opening.adopt(
    new Database(folder, join(folder, databaseFile), { limitBytes, disk, clock }),
    (each) => each.close(),
  );
  const life = new Life(database, clock, machineBoot, Math.max(...Object.values(keys).map((each) => each.passedMs())));
  const messages = new Messages(database, keys.detections);
  const count = database.prepare('UPDATE outbox SET last_sequence = ? WHERE kind = ?');
  const mark = database.prepare('UPDATE outbox SET acknowledged = ? WHERE kind = ?');
  const cursors = database.prepareWide('SELECT last_sequence, acknowledged, gone FROM outbox WHERE kind = ?');
  const { gone } = cursors.get('detection') as { gone: bigint };
  const outboxes = Object.fromEntries(kinds.map((kind) => [kind, outboxOf(kind)])) as Record<OutboxKind, Outbox>;
  const reads = new Reads({ database, keys: keys.detections, messages, readOf: encode.read, gone });
  const records = new SealedRecords(database, life, { hit: keys.hits, search: keys.searches });
  const alerts = new SealedAlerts({ database, keys: keys.detections, encode });
  const holds = new SealedHolds({ database, slots, messages, idOf: (body) => encode.read(body).detectionId });
  holds.sweep();
  const keeping = new Keeping({
    database,
    life,
    keys,
    holds,
    limitBytes,
    acknowledged: (kind) => outboxes[kind].acknowledged,
    gone: (sequence) => {
      if (sequence > outboxes.detection.acknowledged) outboxes.detection.acknowledged = sequence;
      reads.dropThrough(sequence);
    },
  });

  const open = opening.move();
  return {
    append(matched) {
      const lifeMs = life.now();
      const sequence = outboxes.detection.last + 1n;
      const { read, ...parts } = encode.detection(matched, sequence);
      commit(() => {
        reads.settle(lifeMs);
        messages.insert({ kind: 'detection', sequence, ...parts }, lifeMs);
        if (matched.hits.length > 0) records.insert('hit', encode.hit(matched, sequence), lifeMs);
        const told = matched.alert && putAlertNow({ ...matched.alert, detectionSequence: sequence }, lifeMs);
        return { detection: sequence, ...(told && { alert: told }) };
      });
      reads.added(read, lifeMs);
      return sequence;
    },

    putAlert(alert) {
      const nowMs = life.now();
      const { detectionSequence: detection } = alert;
      const lifeMs = alerts.lifeOf(alert.id) ?? (detection === undefined ? nowMs : messages.lifeOf(detection));
      // Its detection was purged, and it with that: nothing brings it again.
      if (lifeMs === undefined) return outboxes.alert.last;
      commit(() => ({ alert: putAlertNow(alert, lifeMs) }));
      return outboxes.alert.last;
    },

    openAlerts: () => alerts.open(),
    misreads: () => alerts.misreads(),

    outbox(kind, limit) {
      const outbox = outboxes[kind];
      for (;;) {
        const rows = messages.after(kind, outbox.acknowledged, limit);
        const kept = rows.flatMap(({ opened }) => opened ?? []);
        if (kept.length > 0) return kept.map(rowOf);
        // What was purged or forgotten before it was sent waits no more.
        outbox.acknowledged = rows.at(-1)?.sequence ?? outbox.last;
        if (rows.length === 0) return [];
      }
    },

    waiting(kind, signal) {
      const { last, acknowledged, waiters } = outboxes[kind];
      if (signal.aborted) return Promise.reject(signal.reason);
      if (last > acknowledged) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const done = (settle: () => void) => {
          waiters.delete(wake);
          signal.removeEventListener('abort', abort);
          settle();
        };
        const wake = () => done(resolve);
        const abort = () => done(() => reject(signal.reason));
        waiters.add(wake);
        signal.addEventListener('abort', abort);
      });
    },

    acknowledge(kind, sequence) {
      const outbox = outboxes[kind];
      if (sequence < 0n || sequence > outbox.last) throw new RangeError('only what was stored can be acknowledged');
      // What was purged while it was on its way is past already.
      if (sequence <= outbox.acknowledged) return;
      outbox.acknowledged = sequence;
      database.transaction(() => mark.run(sequence, kind));
    },

    backlog(kind) {
      const waiting = (kind ? [kind] : kinds).map((each) => outboxes[each].last - outboxes[each].acknowledged);
      const messages = Number(waiting.reduce((sum, each) => sum + each, 0n));
      const waitingMs = messages === 0 ? undefined : keeping.waitingMs(kind);
      return waitingMs === undefined
        ? { messages }
        : { messages, oldestEpochMs: Math.round(clock.wall().epochMs - waitingMs) };
    },

    probe() {
      database.write(database.trouble && (() => mark.run(outboxes.detection.acknowledged, 'detection')));
      if (database.trouble !== undefined) throw database.trouble;
    },

    search: searchOver({ reads, messages, holds, encode }),
    retained: keeping,
    room: keeping,
    holds,
    records,
    rewrap: (unitKey) => slots.rewrap(unitKey),

    [Symbol.dispose]() {
      if (open.disposed) return;
      try {
        life.write();
      } catch (error) {
        // A disk that takes nothing: this boot counts as shorter than it was.
        if (faultOf(error) === undefined) throw error;
      } finally {
        open.dispose();
      }
    },
  };

  function outboxOf(kind: OutboxKind): Outbox {
    const { last_sequence: last, acknowledged } = cursors.get(kind) as { last_sequence: bigint; acknowledged: bigint };
    return { last, acknowledged, waiters: new Set() };
  }

  /** Stores what `work` puts, making room where the disk is full, and then lets those go on who wait for it. */
  function commit(work: () => Partial<Record<OutboxKind, bigint>>): void {
    const newest = makingRoom(() =>
      database.transaction(() => {
        life.begin();
        const put = work();
        for (const kind of kinds) if (put[kind] !== undefined) count.run(put[kind], kind);
        return put;
      }),
    );
    for (const kind of kinds) {
      const { [kind]: sequence } = newest;
      if (sequence === undefined) continue;
      outboxes[kind].last = sequence;
      for (const wake of outboxes[kind].waiters) wake();
    }
  }

  function makingRoom<Result>(work: () => Result): Result {
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!isFull(error) || !dropFirst.some((kind) => keeping.giveUp(kind) > 0)) throw error;
      }
    }
  }

  function putAlertNow(alert: Alert, lifeMs: number): bigint {
    const sequence = outboxes.alert.last + 1n;
    const body = encode.alert(alert, sequence);
    const ofDetection = alert.detectionSequence ?? null;
    messages.insert({ kind: 'alert', sequence, ofDetection, body, context: undefined }, lifeMs);
    if (alerts.put(alert, body, lifeMs)) records.insert('hit', encode.ending(alert), life.now());
    return sequence;
  }
}

/** What only looks into a store: its search, and what is held. */
export interface StoreView extends Disposable {
  readonly search: DetectionSearch;
  readonly holds: Pick<Holds, 'list' | 'messages'>;
}

/**
 * The store as it stands now, beside the program that has it, which goes on: WAL lets both. It writes nothing, and knows neither what comes
 * after it was opened nor the keys of it; a key that it knows is forgotten with it, so it is closed as soon as it was looked at.
 */
export function viewSqliteStore({
  folder,
  encode,
  unitKeys,
}: Pick<SqliteStoreOptions, 'folder' | 'encode' | 'unitKeys'>): StoreView {
  using opening = new DisposableStack();
  const slots = opening.use(onDisk(folder, () => openKeySlots(folder, unitKeys, 'read')));
  const keys = new DayKeys(slots, 'detections');
  const database = opening.adopt(new Database(folder, join(folder, databaseFile), { readOnly: true }), (each) =>
    each.close(),
  );
  const messages = new Messages(database, keys);
  const { gone } = database.prepareWide("SELECT gone FROM outbox WHERE kind = 'detection'").get() as { gone: bigint };
  const reads = new Reads({ database, keys, messages, readOf: encode.read, gone });
  const holds = new SealedHolds({ database, slots, messages, idOf: (body) => encode.read(body).detectionId });
  const open = opening.move();
  return { search: searchOver({ reads, messages, holds, encode }), holds, [Symbol.dispose]: () => open.dispose() };
}

function searchOver({
  reads,
  messages,
  holds,
  encode,
}: {
  readonly reads: Reads;
  readonly messages: Messages;
  readonly holds: SealedHolds;
  readonly encode: MessageEncoder;
}): DetectionSearch {
  return {
    find: (query, limit) => reads.index.find(query, limit),
    since: (fromMs, after) => reads.index.since(fromMs, after),
    sequenceOf(detectionId) {
      const stored = reads.index.candidatesOf(detectionId).find((sequence) => {
        const one = messages.one('detection', sequence);
        return one !== undefined && encode.read(one.body).detectionId === detectionId;
      });
      return stored ?? holds.sequenceOf(detectionId);
    },
    message(sequence) {
      const kept = holds.detection(sequence);
      return kept && payloadOf(kept);
    },
  };
}

/** One kind's count and cursor, and who waits for more of it. */
interface Outbox {
  last: bigint;
  acknowledged: bigint;
  readonly waiters: Set<() => void>;
}

function rowOf(message: StoredMessage): OutboxRow {
  return { sequence: message.sequence, kind: message.kind, payload: payloadOf(message) };
}
