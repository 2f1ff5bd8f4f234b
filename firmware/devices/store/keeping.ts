/**
 * Purging, room and their reports in the sealed store. A purge destroys keys first of all in effect: it takes the cursor past what is due
 * and counts it, in one transaction, then forgets the keys, and the rows, which are noise by then, leave in portions. What a cut leaves of
 * it the next purge does.
 */
import { statfsSync, statSync } from 'node:fs';
import { calendarByNow, calendarOf, dueUntil, leastAge } from '../../domain/lifetime.ts';
import type { PurgeReport } from '../../domain/purge-report.ts';
import type { Holds } from '../../ports/holds.ts';
import type { GivenUp, Retained, StoreRoom, Terms } from '../../ports/retained.ts';
import type { OutboxKind } from '../../ports/store.ts';
import type { Database } from './database.ts';
import { type DayKeys, stepOf } from './day-keys.ts';
import type { Life } from './life.ts';

export interface KeepingParts {
  readonly database: Database;
  readonly life: Life;
  readonly keys: Readonly<Record<'detections' | 'hits' | 'searches', DayKeys>>;
  readonly holds: Holds;
  /** Of the store; undefined: a share of the disk. */
  readonly limitBytes: number | undefined;
  /** Told that the detections up to a sequence are gone: cursor and index go past them. */
  readonly gone: (sequence: bigint) => void;
  readonly acknowledged: (kind: OutboxKind) => bigint;
}

/** Rows that leave in one transaction: some megabytes. */
const PORTION = 64;
const kinds = ['detection', 'alert'] as const;
const SHARE_OF_DISK = 0.8;

export class Keeping implements Retained, StoreRoom {
  readonly #parts: KeepingParts;

  constructor(parts: KeepingParts) {
    this.#parts = parts;
  }

  observe: Retained['observe'] = (now) => this.#parts.life.observe(now);

  purge({ detectionsMs, hitsMs, searchesMs }: Terms): boolean {
    const more = this.#purgeMessages(detectionsMs);
    const hits = hitsMs !== undefined && this.#purgeRecords('hit', hitsMs);
    const searches = searchesMs !== undefined && this.#purgeRecords('search', searchesMs);
    return more || hits || searches;
  }

  waitingMs(kind?: OutboxKind): number | undefined {
    const { database, life, acknowledged } = this.#parts;
    const oldest = database.prepare(
      'SELECT life_ms AS ms FROM message WHERE kind = ? AND sequence > ? ORDER BY sequence LIMIT 1',
    );
    const lives = (kind ? [kind] : kinds).flatMap((each) => {
      const row = database.attempt(() => oldest.get(each, acknowledged(each))) as { ms: number } | undefined;
      return row?.ms ?? [];
    });
    return lives.length === 0 ? undefined : leastAge(life.boots(), life.now(), Math.min(...lives));
  }

  oldestEpochMs(): number | undefined {
    const { database, life } = this.#parts;
    const { ms } = database.attempt(() => database.prepare('SELECT min(life_ms) AS ms FROM message').get()) as {
      ms: number | null;
    };
    return ms === null ? undefined : calendarOf(life.boots(), ms);
  }

  nowEpochMs(): number | undefined {
    const { life } = this.#parts;
    return calendarByNow(life.boots(), life.now());
  }

  reports(): readonly PurgeReport[] {
    const { database, life, holds } = this.#parts;
    const underHolds = holds.list().map(({ id, messages, untilEpochMs }) => ({
      hold: id,
      messages,
      untilEpochMs,
    }));
    const boots = life.boots();
    const rows = database.attempt(() =>
      database.prepare('SELECT * FROM purge ORDER BY id').all(),
    ) as unknown as PurgeRow[];
    return rows.map((row) => {
      const [from, to] = [row.from_ms, row.to_ms].map((ms) => (ms === null ? undefined : calendarOf(boots, ms)));
      return {
        id: row.id,
        open: row.closed === 0,
        detections: row.detections,
        alerts: row.alerts,
        unsent: row.unsent,
        hits: row.hits,
        searches: row.searches,
        givenUpContexts: row.given_up_contexts,
        givenUpWaitingContexts: row.given_up_waiting_contexts,
        givenUpDetections: row.given_up_detections,
        ...(from !== undefined && { storedFromMs: from }),
        ...(to !== undefined && { storedToMs: to }),
        underHolds: row.closed === 0 ? underHolds : (JSON.parse(row.under_holds) as PurgeReport['underHolds']),
      };
    });
  }

  closeReport(): void {
    const open = this.reports().at(-1);
    if (open === undefined) return;
    const { database } = this.#parts;
    database.transaction(() => {
      const close = database.prepare('UPDATE purge SET closed = 1, under_holds = ? WHERE id = ?');
      close.run(JSON.stringify(open.underHolds), open.id);
      database.exec('INSERT INTO purge DEFAULT VALUES');
    });
  }

  get usedBytes(): number {
    const { database } = this.#parts;
    const [pages, free, bytes] = ['page_count', 'freelist_count', 'page_size'].map((name) =>
      Number(database.pragma(name)),
    );
    return (pages! - free!) * bytes!;
  }

  get heldBytes(): number {
    const { database } = this.#parts;
    const sum = database.prepare('SELECT sum(length(body) + coalesce(length(context), 0)) AS bytes FROM held');
    return (database.attempt(() => sum.get()) as { bytes: number | null }).bytes ?? 0;
  }

  get limitBytes(): number {
    const { database, limitBytes } = this.#parts;
    if (limitBytes !== undefined) return limitBytes;
    const { bavail, bsize } = statfsSync(database.folder);
    return SHARE_OF_DISK * (statSync(database.file).size + bavail * bsize);
  }

  giveUp(kind: GivenUp): number {
    return kind === 'delivered-detections' ? this.#giveUpDetections() : this.#giveUpContexts(kind);
  }

  #giveUpDetections(): number {
    const { database, acknowledged, gone } = this.#parts;
    const oldest = "SELECT sequence FROM message WHERE kind = 'detection' AND sequence <= ? ORDER BY sequence LIMIT ?";
    const rows = database.attempt(
      () => database.prepareWide(oldest).all(acknowledged('detection'), PORTION) as unknown as { sequence: bigint }[],
    );
    const last = rows.at(-1)?.sequence;
    if (last === undefined) return 0;
    database.transaction(() => {
      database.prepare("DELETE FROM message WHERE kind = 'detection' AND sequence <= ?").run(last);
      database.prepare("UPDATE outbox SET gone = max(gone, ?) WHERE kind = 'detection'").run(last);
      this.#count({ given_up_detections: rows.length });
    });
    gone(last);
    return rows.length;
  }

  #giveUpContexts(kind: 'delivered-context-images' | 'waiting-context-images'): number {
    const { database, acknowledged } = this.#parts;
    const [side, counter] =
      kind === 'waiting-context-images' ? ['>', 'given_up_waiting_contexts'] : ['<=', 'given_up_contexts'];
    const oldest = `SELECT sequence FROM message WHERE context IS NOT NULL AND sequence ${side} ? ORDER BY sequence LIMIT ?`;
    return database.transaction(() => {
      const giveUp = database.prepare(
        `UPDATE message SET context = NULL WHERE kind = 'detection' AND sequence IN (${oldest})`,
      );
      const changes = Number(giveUp.run(acknowledged('detection'), PORTION).changes);
      if (changes > 0) this.#count({ [counter]: changes });
      return changes;
    });
  }

  #purgeMessages(ageMs: number): boolean {
    const { database, life, keys, gone } = this.#parts;
    const until = dueUntil(life.boots(), life.now(), ageMs);
    if (until === undefined) return false;
    try {
      // Detections have the order of the store's life; what tells of an alert has its detection's.
      const due = database.prepareWide(
        "SELECT max(sequence) AS last FROM message WHERE kind = 'detection' AND life_ms <= ?",
      );
      const { last } = database.attempt(() => due.get(until)) as { last: bigint | null };
      const left = database.transaction(() => this.#removeDue(until, last ?? 0n));
      if (last !== null) gone(last);
      return left === PORTION;
    } finally {
      keys.detections.forget(stepOf(until + 1));
    }
  }

  /** Counts all that is due and unsent, takes alerts and the first detections off; how many detections. */
  #removeDue(until: number, last: bigint): number {
    const { database, acknowledged } = this.#parts;
    const count = database.prepare(
      'SELECT count(*) AS rows FROM message WHERE kind = ? AND sequence > ? AND life_ms <= ?',
    );
    const [detections, alerts] = kinds.map(
      (kind) => (count.get(kind, acknowledged(kind), until) as { rows: number }).rows,
    );
    const portion = database.prepare(
      "SELECT rowid AS id, life_ms AS ms FROM message WHERE kind = 'detection' AND sequence <= ? ORDER BY sequence LIMIT ?",
    );
    const rows = portion.all(last, PORTION) as unknown as { id: number; ms: number }[];
    const remove = database.prepare('DELETE FROM message WHERE rowid = ?');
    for (const { id } of rows) remove.run(id);
    const removeAlerts = database.prepare("DELETE FROM message WHERE kind = 'alert' AND life_ms <= ?");
    const removedAlerts = Number(removeAlerts.run(until).changes);
    if (rows.length + removedAlerts === 0) return 0;
    database.prepare('DELETE FROM alert WHERE life_ms <= ?').run(until);
    database.prepare('DELETE FROM read_segment WHERE step < ?').run(stepOf(until + 1));
    database
      .prepare("UPDATE outbox SET acknowledged = max(acknowledged, ?1), gone = max(gone, ?1) WHERE kind = 'detection'")
      .run(last);
    this.#count({ detections: rows.length, alerts: removedAlerts, unsent: detections! + alerts! });
    const [first, newest] = [rows[0], rows.at(-1)];
    if (first !== undefined && newest !== undefined) this.#countTimes(first.ms, newest.ms);
    return rows.length;
  }

  #purgeRecords(kind: 'hit' | 'search', ageMs: number): boolean {
    const { database, life, keys } = this.#parts;
    const until = dueUntil(life.boots(), life.now(), ageMs);
    if (until === undefined) return false;
    try {
      const due = database.prepare('SELECT count(*) AS rows FROM record WHERE kind = ? AND life_ms <= ?');
      const { rows } = database.attempt(() => due.get(kind, until)) as { rows: number };
      if (rows === 0) return false;
      database.transaction(() => {
        database.prepare('DELETE FROM record WHERE kind = ? AND life_ms <= ?').run(kind, until);
        this.#count(kind === 'hit' ? { hits: rows } : { searches: rows });
      });
      return false;
    } finally {
      keys[kind === 'hit' ? 'hits' : 'searches'].forget(stepOf(until + 1));
    }
  }

  #count(counts: Readonly<Record<string, number>>): void {
    const names = Object.keys(counts);
    const sums = names.map((name) => `${name} = ${name} + ?`).join(', ');
    this.#parts.database.prepare(`UPDATE purge SET ${sums} WHERE closed = 0`).run(...Object.values(counts));
  }

  #countTimes(fromMs: number, toMs: number): void {
    const widen =
      'UPDATE purge SET from_ms = min(coalesce(from_ms, ?), ?), to_ms = max(coalesce(to_ms, ?), ?) WHERE closed = 0';
    this.#parts.database.prepare(widen).run(fromMs, fromMs, toMs, toMs);
  }
}

interface PurgeRow {
  readonly id: number;
  readonly closed: number;
  readonly from_ms: number | null;
  readonly to_ms: number | null;
  readonly detections: number;
  readonly alerts: number;
  readonly unsent: number;
  readonly hits: number;
  readonly searches: number;
  readonly given_up_contexts: number;
  readonly given_up_waiting_contexts: number;
  readonly given_up_detections: number;
  readonly under_holds: string;
}
