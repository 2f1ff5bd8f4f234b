/**
 * The outbox of what a unit says of itself that must not be lost: checkpoints of its audit log, results of commands. A message is
 * on the disk when `put` returns and goes once the broker has acknowledged it; it holds no plate and nothing of a vehicle. Kept apart
 * from the store, which is sealed and purged by other rules.
 */
import type { NoticeKind, Outbox } from '../ports/store.ts';
import { openSmallDatabase } from './small-database.ts';

export interface NoticeBox extends Outbox<NoticeKind>, Disposable {
  /** The message is made when its sequence is known: it counts the notices of the kind, from 1, without gaps. */
  put(kind: NoticeKind, messageOf: (sequence: bigint) => Uint8Array): void;
  /** How many wait. */
  waitingNow(): number;
}

const schema = `
  CREATE TABLE notice (
    kind TEXT NOT NULL CHECK (kind IN ('audit', 'result')),
    sequence INTEGER NOT NULL,
    payload BLOB NOT NULL,
    PRIMARY KEY (kind, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE counted (kind TEXT PRIMARY KEY, last_sequence INTEGER NOT NULL) STRICT;
  INSERT INTO counted VALUES ('audit', 0), ('result', 0);
`;

/** @param path of the file, or `:memory:`. */
export function openNoticeBox(path: string): NoticeBox {
  const small = openSmallDatabase(path, { schema, version: 1 });
  const { database } = small;
  const insert = database.prepare('INSERT INTO notice VALUES (?, ?, ?)');
  const count = database.prepare(
    'UPDATE counted SET last_sequence = last_sequence + 1 WHERE kind = ? RETURNING last_sequence',
  );
  const rows = database.prepare(
    'SELECT sequence, payload FROM notice WHERE kind = ? AND sequence > ? ORDER BY sequence LIMIT ?',
  );
  const remove = database.prepare('DELETE FROM notice WHERE kind = ? AND sequence <= ?');
  const waits = database.prepare('SELECT count(*) AS notices FROM notice WHERE kind = ? AND sequence > ?');
  const all = database.prepare('SELECT count(*) AS notices FROM notice');
  for (const each of [count, rows]) each.setReadBigInts(true);
  const waiters = new Set<() => void>();
  /** Of this boot, so that nothing is sent again and again where the disk does not take the acknowledgement. */
  const acknowledged: Record<NoticeKind, bigint> = { audit: 0n, result: 0n };

  return {
    put(kind, messageOf) {
      small.write(() => {
        const { last_sequence: sequence } = count.get(kind) as { last_sequence: bigint };
        insert.run(kind, sequence, messageOf(sequence));
      });
      for (const wake of waiters) wake();
    },
    waitingNow: () => small.read(() => Number(all.get()?.notices)),
    outbox: (kind, limit) =>
      small.read(() =>
        (rows.all(kind, acknowledged[kind], limit) as { sequence: bigint; payload: Uint8Array }[]).map((row) => ({
          kind,
          ...row,
        })),
      ),
    waiting(kind, signal) {
      if (signal.aborted) return Promise.reject(signal.reason);
      const some = () => small.read(() => Number(waits.get(kind, acknowledged[kind])?.notices)) > 0;
      if (some()) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const done = (settle: () => void) => {
          waiters.delete(wake);
          signal.removeEventListener('abort', abort);
          settle();
        };
        const wake = () => (some() ? done(resolve) : undefined);
        const abort = () => done(() => reject(signal.reason));
        waiters.add(wake);
        signal.addEventListener('abort', abort);
      });
    },
    acknowledge(kind, sequence) {
      acknowledged[kind] = sequence;
      small.write(() => remove.run(kind, sequence));
    },
    [Symbol.dispose]: () => small[Symbol.dispose](),
  };
}
