/** Holds in the sealed store: head and copies under the hold's own key, which has a slot like every other and is destroyed in it. */
import { Fault } from '../../domain/fault.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Hold, HoldOrder, Holds } from '../../ports/holds.ts';
import type { OutboxKind, OutboxRow } from '../../ports/store.ts';
import { openWith, sealWith } from '../aes-vault.ts';
import type { Database } from './database.ts';
import { type KeySlots, newKey } from './key-slots.ts';
import { payloadOf, type StoredMessage } from './messages.ts';

export interface HoldParts {
  readonly database: Database;
  readonly slots: KeySlots;
  readonly clock: Clock;
  /** A detection's own message and its alerts, opened. */
  readonly messagesOf: (detection: bigint) => readonly StoredMessage[];
}

export class SealedHolds implements Holds {
  readonly #parts: HoldParts;

  constructor(parts: HoldParts) {
    this.#parts = parts;
  }

  place(order: HoldOrder, detections: readonly bigint[]): Hold {
    const { database, slots, clock, messagesOf } = this.#parts;
    const messages = [...new Set(detections)].flatMap(messagesOf);
    if (messages.length === 0) throw new Fault('hold.empty', `Case ${order.caseNumber}.`);
    const last = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'hold'").get() as
      | { seq: number }
      | undefined;
    const id = (last?.seq ?? 0) + 1;
    const key = newKey();
    const placedEpochMs = Math.round(clock.wall().epochMs);
    const head = Buffer.from(JSON.stringify({ ...order, placedEpochMs }));
    slots.change([{ name: `hold/${id}`, kept: { position: 0, key } }]);
    database.transaction(() => {
      database.prepare('INSERT INTO hold VALUES (?, ?)').run(id, sealWith(key, head, `hold ${id}`));
      const insert = database.prepare('INSERT INTO held VALUES (?, ?, ?, ?, ?)');
      for (const { sequence, kind, body, context } of messages) {
        const seal = (plain: Uint8Array, part: string) =>
          sealWith(key, plain, boundTo(id, `${kind} ${sequence} ${part}`));
        insert.run(id, kind, sequence, seal(body, 'body'), context ? seal(context, 'context') : null);
      }
    });
    return { ...order, id, placedEpochMs, messages: messages.length };
  }

  release(id: number): boolean {
    const { database, slots } = this.#parts;
    const known = slots.get(`hold/${id}`) !== undefined;
    slots.change([{ name: `hold/${id}` }]);
    this.#remove(database, id);
    return known;
  }

  list(): readonly Hold[] {
    const { database, slots } = this.#parts;
    const rows = database.prepare(
      'SELECT id, sealed, (SELECT count(*) FROM held WHERE hold = hold.id) AS messages FROM hold ORDER BY id',
    );
    return database
      .attempt(() => rows.all() as unknown as { id: number; sealed: Uint8Array; messages: number }[])
      .flatMap(({ id, sealed, messages }) => {
        const kept = slots.get(`hold/${id}`);
        if (kept === undefined) return [];
        const head = JSON.parse(Buffer.from(openWith(kept.key, sealed, `hold ${id}`)).toString()) as Omit<
          Hold,
          'id' | 'messages'
        >;
        return [{ ...head, id, messages }];
      });
  }

  messages(id: number): readonly OutboxRow[] {
    const { database, slots } = this.#parts;
    const kept = slots.get(`hold/${id}`);
    if (kept === undefined) return [];
    const rows = database.prepareWide("SELECT * FROM held WHERE hold = ? ORDER BY kind = 'alert', sequence");
    return database
      .attempt(() => rows.all(id) as unknown as HeldRow[])
      .map(({ sequence, kind, body, context }) => {
        const open = (sealed: Uint8Array, part: string) =>
          openWith(kept.key, sealed, boundTo(id, `${kind} ${sequence} ${part}`));
        const opened = { body: open(body, 'body'), context: context === null ? undefined : open(context, 'context') };
        return { sequence, kind, payload: payloadOf(opened) };
      });
  }

  /** A detection's message, from the first hold that keeps it. */
  message(sequence: bigint): Uint8Array | undefined {
    const holding = this.#parts.database.prepare("SELECT hold FROM held WHERE kind = 'detection' AND sequence = ?");
    const row = holding.get(sequence) as { hold: number } | undefined;
    const messages = row === undefined ? [] : this.messages(row.hold);
    return messages.find((each) => each.kind === 'detection' && each.sequence === sequence)?.payload;
  }

  /** What a cut has left between a key and its rows: a key without a hold opens nothing, a hold without a key is noise. */
  sweep(): void {
    const { database, slots } = this.#parts;
    const ids = new Set(
      (database.prepare('SELECT id FROM hold').all() as unknown as { id: number }[]).map(({ id }) => id),
    );
    const keys = slots.names('hold/');
    slots.change(keys.filter((name) => !ids.has(Number(name.slice(5)))).map((name) => ({ name })));
    for (const id of ids) if (!keys.includes(`hold/${id}`)) this.#remove(database, id);
  }

  #remove(database: Database, id: number): void {
    database.transaction(() => {
      database.prepare('DELETE FROM held WHERE hold = ?').run(id);
      database.prepare('DELETE FROM hold WHERE id = ?').run(id);
    });
  }
}

interface HeldRow {
  readonly sequence: bigint;
  readonly kind: OutboxKind;
  readonly body: Uint8Array;
  readonly context: Uint8Array | null;
}

function boundTo(hold: number, piece: string): string {
  return `hold ${hold} ${piece}`;
}
