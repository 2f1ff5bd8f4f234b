/** What the unit remembers of commands, in a small database: ids until past their expiry, and how far it has forgotten. */
import type { CommandMemory } from '../ports/command-memory.ts';
import { openSmallDatabase } from './small-database.ts';

/** A command that has expired is remembered so much longer: a clock that is set back a little forgets nothing by it. */
const MARGIN_MS = 3_600_000;

const schema = `
  CREATE TABLE taken (id TEXT PRIMARY KEY, expires_ms INTEGER NOT NULL) STRICT;
  CREATE INDEX taken_by_expiry ON taken (expires_ms);
  CREATE TABLE forgotten (id INTEGER PRIMARY KEY CHECK (id = 1), to_ms INTEGER NOT NULL) STRICT;
  INSERT INTO forgotten VALUES (1, 0);
`;

/** @param path of the file, or `:memory:`. @param limit how many are remembered at most. */
export function openCommandMemory(path: string, limit = 100_000): CommandMemory & Disposable {
  const small = openSmallDatabase(path, { schema, version: 1 });
  const { database } = small;
  const find = database.prepare('SELECT 1 FROM taken WHERE id = ?');
  const count = database.prepare('SELECT count(*) AS taken FROM taken');
  const insert = database.prepare('INSERT INTO taken VALUES (?, ?)');
  const latest = database.prepare('SELECT max(expires_ms) AS expires FROM taken WHERE expires_ms < ?');
  const forget = database.prepare('DELETE FROM taken WHERE expires_ms < ?');
  const moved = database.prepare('UPDATE forgotten SET to_ms = max(to_ms, ?)');
  const known = database.prepare('SELECT to_ms FROM forgotten');
  let forgottenTo = small.read(() => Number(known.get()?.to_ms));

  return {
    get forgottenTo() {
      return forgottenTo;
    },
    seen: (id) => small.read(() => find.get(id) !== undefined),
    take({ id, expiresEpochMs }, nowEpochMs) {
      const outcome = small.write(() => {
        if (find.get(id) !== undefined) return 'seen';
        const before = Math.floor(nowEpochMs - MARGIN_MS);
        const expires = latest.get(before)?.expires;
        if (typeof expires === 'number') {
          moved.run(expires);
          forget.run(before);
        }
        if (Number(count.get()?.taken) >= limit) return 'full';
        insert.run(id, Math.ceil(expiresEpochMs));
        return 'taken';
      });
      forgottenTo = small.read(() => Number(known.get()?.to_ms));
      return outcome;
    },
    [Symbol.dispose]: () => small[Symbol.dispose](),
  };
}
