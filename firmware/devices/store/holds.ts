/**
 * Holds in the sealed store: head and copies under the hold's own key, which has a slot like every other and is destroyed in it. The head
 * names the detections with their alerts, so that they are found among the copies without opening them.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { Hold, PlacedHold } from '../../domain/hold.ts';
import type { Holdable, Holds } from '../../ports/holds.ts';
import type { OutboxKind, OutboxRow, StoredMessage } from '../../ports/store.ts';
import { openWith, sealWith } from '../aes-vault.ts';
import type { Database } from './database.ts';
import { type KeySlots, newKey } from './key-slots.ts';
import { type Messages, payloadOf } from './messages.ts';

/** Detections that are copied in one transaction: some megabytes at most. */
const PORTION = 8;

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

  async place(order: PlacedHold, detections: readonly Holdable[]): Promise<Hold> {
    const { database, slots } = this.#parts;
    const id = this.#nextId();
    const key = newKey();
    const named = detections.map(({ id: detection, messages: [own, ...alerts] }) => ({
      id: detection,
      sequence: String(own.sequence),
      alerts: alerts.map(({ sequence }) => String(sequence)),
    }));
    const head: Head = { ...order, detections: named };
    slots.change([{ name: `hold/${id}`, kept: { position: 0, key } }]);
    try {
      for (let from = 0; from < detections.length; from += PORTION) {
        const portion = detections.slice(from, from + PORTION).flatMap(({ messages }) => messages);
        database.transaction(() => this.#copy(portion, { id, key }));
        await turn();
      }
      // With its head the hold is there.
      const sealed = sealWith(key, Buffer.from(JSON.stringify(head)), `hold ${id}`);
      database.transaction(() => database.prepare('INSERT INTO hold VALUES (?, ?)').run(id, sealed));
    } catch (error) {
      this.release(id);
      throw error;
    }
    this.#headed = undefined;
    return holdOf({ id, head, messages: detections.flatMap(({ messages }) => messages).length });
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

  /** What a cut has left of a hold that was coming or going: a key without a head opens nothing, and all without a key is noise. */
  sweep(): void {
    const { database, slots } = this.#parts;
    const idsIn = (query: string) => (database.prepare(query).all() as { id: number }[]).map(({ id }) => id);
    const headed = new Set(idsIn('SELECT id FROM hold'));
    const keyed = new Set(slots.names('hold/').map(numberIn));
    slots.change([...keyed.difference(headed)].map((id) => ({ name: `hold/${id}` })));
    const whole = headed.intersection(keyed);
    for (const id of idsIn('SELECT id FROM hold UNION SELECT hold FROM held'))
      if (!whole.has(id)) this.#remove(database, id);
  }

  /** One that no hold ever had, nor has one that is being placed. */
  #nextId(): number {
    const { database, slots } = this.#parts;
    const last = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'hold'").get() as
      | { seq: number }
      | undefined;
    return Math.max(last?.seq ?? 0, ...slots.names('hold/').map(numberIn)) + 1;
  }

  /** Within a transaction of the caller's. */
  #copy(messages: readonly StoredMessage[], { id, key }: { readonly id: number; readonly key: Uint8Array }): void {
    const insert = this.#parts.database.prepare('INSERT INTO held VALUES (?, ?, ?, ?, ?)');
    for (const { sequence, kind, body, context } of messages) {
      const seal = (plain: Uint8Array, part: string) =>
        sealWith(key, plain, boundTo(id, `${kind} ${sequence} ${part}`));
      insert.run(id, kind, sequence, seal(body, 'body'), context ? seal(context, 'context') : null);
    }
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

/** Of a slot's name. */
function numberIn(name: string): number {
  return Number(name.slice('hold/'.length));
}

function boundTo(hold: number, piece: string): string {
  return `hold ${hold} ${piece}`;
}
