/**
 * Holds in the sealed store: head and copies under the hold's own key, which has a slot like every other and is destroyed in it. The head
 * names the detections with their alerts, so that they are found among the copies without opening them.
 */
import type { Hold, PlacedHold } from '../../domain/hold.ts';
import type { Holdable, Holds } from '../../ports/holds.ts';
import type { OutboxKind, OutboxRow, StoredMessage } from '../../ports/store.ts';
import { openWith, sealWith } from '../aes-vault.ts';
import type { Database } from './database.ts';
import { type KeySlots, newKey } from './key-slots.ts';
import { type Messages, payloadOf } from './messages.ts';

export interface HoldParts {
  readonly database: Database;
  readonly slots: KeySlots;
  /** What is kept in its time. */
  readonly messages: Messages;
  /** Of a detection's message. */
  readonly idOf: (body: Uint8Array) => string;
}

export class SealedHolds implements Holds {
  readonly #parts: HoldParts;
  /** Opened once, until a hold comes or goes. */
  #headed: readonly Headed[] | undefined;

  constructor(parts: HoldParts) {
    this.#parts = parts;
  }

  holdable(sequence: bigint): Holdable | undefined {
    const { messages, idOf } = this.#parts;
    const own = this.detection(sequence);
    if (own === undefined) return undefined;
    const alerts = [...messages.alertsOf(sequence), ...this.#heldAlertsOf(sequence)];
    const bySequence = new Map(alerts.map((each) => [each.sequence, each]));
    return { id: idOf(own.body), messages: [own, ...bySequence.values()] };
  }

  place(order: PlacedHold, detections: readonly Holdable[]): Hold {
    const { database, slots } = this.#parts;
    const last = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'hold'").get() as
      | { seq: number }
      | undefined;
    const id = (last?.seq ?? 0) + 1;
    const key = newKey();
    const named = detections.map(({ id: detection, messages: [own, ...alerts] }) => ({
      id: detection,
      sequence: String(own.sequence),
      alerts: alerts.map(({ sequence }) => String(sequence)),
    }));
    const head: Head = { ...order, detections: named };
    const messages = detections.flatMap((each) => each.messages);
    this.#headed = undefined;
    slots.change([{ name: `hold/${id}`, kept: { position: 0, key } }]);
    database.transaction(() => {
      const sealed = sealWith(key, Buffer.from(JSON.stringify(head)), `hold ${id}`);
      database.prepare('INSERT INTO hold VALUES (?, ?)').run(id, sealed);
      const insert = database.prepare('INSERT INTO held VALUES (?, ?, ?, ?, ?)');
      for (const { sequence, kind, body, context } of messages) {
        const seal = (plain: Uint8Array, part: string) =>
          sealWith(key, plain, boundTo(id, `${kind} ${sequence} ${part}`));
        insert.run(id, kind, sequence, seal(body, 'body'), context ? seal(context, 'context') : null);
      }
    });
    return holdOf({ id, head, messages: messages.length });
  }

  release(id: number): boolean {
    const { database, slots } = this.#parts;
    const known = slots.get(`hold/${id}`) !== undefined;
    this.#headed = undefined;
    slots.change([{ name: `hold/${id}` }]);
    this.#remove(database, id);
    return known;
  }

  list(): readonly Hold[] {
    return this.#heads().map(holdOf);
  }

  messages(id: number): readonly OutboxRow[] {
    const rows = this.#parts.database.prepareWide(
      "SELECT * FROM held WHERE hold = ? ORDER BY kind = 'alert', sequence",
    );
    return this.#opened(() => rows.all(id)).map((each) => ({
      sequence: each.sequence,
      kind: each.kind,
      payload: payloadOf(each),
    }));
  }

  /** A detection's own message, in its time or under a hold: the first of these that has its picture, where one has. */
  detection(sequence: bigint): StoredMessage | undefined {
    const stored = this.#parts.messages.one('detection', sequence);
    if (stored?.context !== undefined) return stored;
    const held = this.#copies('detection', sequence);
    return held.find(({ context }) => context !== undefined) ?? stored ?? held[0];
  }

  /** The sequence of a detection that is held. */
  sequenceOf(detectionId: string): bigint | undefined {
    const named = this.#heads().flatMap(({ head }) => head.detections.find(({ id }) => id === detectionId) ?? []);
    return named[0] && BigInt(named[0].sequence);
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

  #heldAlertsOf(detection: bigint): readonly StoredMessage[] {
    const named = this.#heads().flatMap(
      ({ head }) => head.detections.find(({ sequence }) => sequence === String(detection))?.alerts ?? [],
    );
    return named.flatMap((sequence) => this.#copies('alert', BigInt(sequence)).slice(0, 1));
  }

  /** One message, from each hold that keeps it. */
  #copies(kind: OutboxKind, sequence: bigint): readonly StoredMessage[] {
    // Hold by hold, as the index has them.
    const rows = this.#parts.database.prepareWide(
      'SELECT * FROM held WHERE hold IN (SELECT id FROM hold) AND kind = ? AND sequence = ? ORDER BY hold',
    );
    return this.#opened(() => rows.all(kind, sequence));
  }

  #opened(rows: () => unknown): readonly StoredMessage[] {
    const { database, slots } = this.#parts;
    return (database.attempt(rows) as HeldRow[]).flatMap(({ hold, sequence, kind, body, context }) => {
      const kept = slots.get(`hold/${hold}`);
      if (kept === undefined) return [];
      const open = (sealed: Uint8Array, part: string) =>
        openWith(kept.key, sealed, boundTo(Number(hold), `${kind} ${sequence} ${part}`));
      return [
        { sequence, kind, body: open(body, 'body'), context: context === null ? undefined : open(context, 'context') },
      ];
    });
  }

  #heads(): readonly Headed[] {
    this.#headed ??= this.#openedHeads();
    return this.#headed;
  }

  #openedHeads(): readonly Headed[] {
    const { database, slots } = this.#parts;
    const rows = database.prepare(
      'SELECT id, sealed, (SELECT count(*) FROM held WHERE hold = hold.id) AS messages FROM hold ORDER BY id',
    );
    return database
      .attempt(() => rows.all() as unknown as { id: number; sealed: Uint8Array; messages: number }[])
      .flatMap(({ id, sealed, messages }) => {
        const kept = slots.get(`hold/${id}`);
        if (kept === undefined) return [];
        const head = JSON.parse(Buffer.from(openWith(kept.key, sealed, `hold ${id}`)).toString()) as Head;
        return [{ id, head, messages }];
      });
  }

  #remove(database: Database, id: number): void {
    database.transaction(() => {
      database.prepare('DELETE FROM held WHERE hold = ?').run(id);
      database.prepare('DELETE FROM hold WHERE id = ?').run(id);
    });
  }
}

/** What is sealed of a hold beside its copies. */
interface Head extends PlacedHold {
  /** Sequences in decimal digits. */
  readonly detections: readonly {
    readonly id: string;
    readonly sequence: string;
    readonly alerts: readonly string[];
  }[];
}

interface Headed {
  readonly id: number;
  readonly head: Head;
  readonly messages: number;
}

interface HeldRow {
  readonly hold: bigint;
  readonly sequence: bigint;
  readonly kind: OutboxKind;
  readonly body: Uint8Array;
  readonly context: Uint8Array | null;
}

function holdOf({ id, head, messages }: Headed): Hold {
  return { ...head, id, messages, detections: head.detections.map((each) => each.id) };
}

function boundTo(hold: number, piece: string): string {
  return `hold ${hold} ${piece}`;
}
