/**
 * The store's life as it is written down: one row a boot, with how much of the life it had and, once somebody vouched for the time, the
 * calendar. A program that starts again within one boot of the machine goes on in that boot's row. How long a boot lasted is written down
 * now and then; what a cut leaves out of it makes things younger, never older.
 */

import type { WallInstant } from '../../domain/instant.ts';
import { type Boot, vouchedFor } from '../../domain/lifetime.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Database } from './database.ts';

/** A change of the calendar smaller than this is a clock being kept. */
const STEPPED_MS = 1000;
const WRITTEN_EVERY_MS = 600_000;

export class Life {
  readonly #clock: Clock;
  readonly #database: Database;
  readonly #earlier: readonly Boot[];
  readonly #ordinal: bigint;
  readonly #fromMs: number;
  /** Life less the machine's monotonic time. */
  readonly #aheadMs: number;
  readonly #machineBoot: string;
  /** How long the boot before lasted; to be written down with this one's row. */
  readonly #before: { readonly ordinal: number; readonly toMs: number } | undefined;
  #offsetMs: number | undefined;
  #writtenMs: number;

  /**
   * @param machineBoot names the machine's boot; undefined: each opening counts as one. @param passedMs what the keys tell: where a cut
   * came between a purge and the next row, they have forgotten more of the life than the rows have of it.
   */
  constructor(database: Database, clock: Clock, machineBoot: string | undefined, passedMs: number) {
    this.#clock = clock;
    this.#database = database;
    this.#machineBoot = machineBoot ?? '';
    const rows = database.prepare('SELECT * FROM boot ORDER BY ordinal').all() as unknown as BootRow[];
    const last = rows.at(-1);
    const monotonicMs = clock.monotonic();
    const going =
      last !== undefined && last.machine_boot === machineBoot && monotonicMs + last.monotonic_ms >= last.to_ms;
    // Rows say how long a boot lasted at least, where its own row was not written again.
    const newest = database.prepare(
      'SELECT max(life_ms) AS ms FROM (SELECT max(life_ms) AS life_ms FROM message UNION ALL SELECT max(life_ms) FROM record)',
    );
    const livedMs = Math.max(last?.to_ms ?? -1, (newest.get() as { ms: number | null }).ms ?? -1);
    if (going) {
      this.#earlier = rows.slice(0, -1).map(bootOf);
      this.#ordinal = BigInt(last.ordinal);
      this.#fromMs = last.from_ms;
      this.#aheadMs = last.monotonic_ms;
      this.#offsetMs = last.offset_ms ?? undefined;
      this.#writtenMs = last.to_ms;
      return;
    }
    this.#earlier = rows.map((row) => bootOf(row === last ? { ...row, to_ms: livedMs } : row));
    this.#ordinal = BigInt(last?.ordinal ?? 0) + 1n;
    this.#before = last && { ordinal: last.ordinal, toMs: livedMs };
    this.#fromMs = Math.max(livedMs + 1, passedMs);
    this.#aheadMs = Math.floor(this.#fromMs - monotonicMs);
    this.#writtenMs = this.#fromMs;
  }

  /** Whole milliseconds; never goes back, through all boots. */
  now(): number {
    return Math.max(this.#fromMs, Math.floor(this.#clock.monotonic() + this.#aheadMs));
  }

  boots(): readonly Boot[] {
    const present = { fromMs: this.#fromMs, toMs: this.now() };
    return [...this.#earlier, this.#offsetMs === undefined ? present : { ...present, offsetMs: this.#offsetMs }];
  }

  /** @param now the best time that the unit knows; what nobody vouches for is not heard. */
  observe(now: WallInstant): void {
    const nowMs = this.now();
    const told = vouchedFor(now) ? Math.round(now.epochMs - nowMs) : undefined;
    const learned = told !== undefined && Math.abs(told - (this.#offsetMs ?? Number.POSITIVE_INFINITY)) >= STEPPED_MS;
    if (!learned && nowMs < this.#writtenMs + WRITTEN_EVERY_MS) return;
    if (learned) this.#offsetMs = told;
    this.write();
  }

  /** Writes down how long this boot has lasted. */
  write(): void {
    const nowMs = this.now();
    this.#database.transaction(() => {
      this.begin();
      this.#database
        .prepare('UPDATE boot SET to_ms = ?, offset_ms = ? WHERE ordinal = ?')
        .run(nowMs, this.#offsetMs ?? null, this.#ordinal);
    });
    this.#writtenMs = nowMs;
  }

  /** Within the transaction of whatever is stored by this life: sees to it that the boot has its row. Opening alone writes nothing. */
  begin(): void {
    const insert = this.#database.prepare('INSERT OR IGNORE INTO boot VALUES (?, ?, ?, ?, ?, NULL)');
    const { changes } = insert.run(this.#ordinal, this.#machineBoot, this.#fromMs, this.#fromMs, this.#aheadMs);
    if (changes === 0 || this.#before === undefined) return;
    this.#database.prepare('UPDATE boot SET to_ms = ? WHERE ordinal = ?').run(this.#before.toMs, this.#before.ordinal);
  }
}

interface BootRow {
  readonly ordinal: number;
  readonly machine_boot: string;
  readonly from_ms: number;
  readonly to_ms: number;
  readonly monotonic_ms: number;
  readonly offset_ms: number | null;
}

function bootOf({ from_ms: fromMs, to_ms: toMs, offset_ms: offsetMs }: BootRow): Boot {
  return offsetMs === null ? { fromMs, toMs } : { fromMs, toMs, offsetMs };
}
