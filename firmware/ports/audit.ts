/**
 * The audit log (POLICY.md O1): what was done with the unit and its data, by whom, when, and whether it was allowed. What
 * `record` has returned from survives a loss of power. A record names things by their ids; it never holds a plate or a secret.
 */
import type { Person } from '../domain/role.ts';

export const auditActions = [
  'log.begun',
  'log.continued',
  'log.checkpoint',
  'log.cut',
  'log.damaged',
  'unit.started',
  'unit.stopped',
  'unit.clock-stepped',
  'configuration.changed',
  'hot-list.imported',
  'hot-list.refused',
  'hot-list.removed',
  'local-entry.proposed',
  'local-entry.approved',
  'local-entry.extended',
  'local-entry.expired',
  'local-entry.withdrawn',
  'local-entry.refused',
  'local-entry.seen',
  'alert.raised',
  'alert.seen',
  'alert.confirmed',
  'alert.dispatch-confirmed',
  'alert.ended',
  'alert.expired',
  'alert.refused',
  'search.done',
  'search.refused',
  'data.purged',
  'data.dropped',
  'hold.placed',
  'hold.released',
  'hold.refused',
  'store.seen',
  'store.refused',
  'key.rotated',
  'person.refused',
  'command.accepted',
  'command.done',
  'command.failed',
  'command.refused',
  'evidence.exported',
  'evidence.refused',
] as const;
export type AuditAction = (typeof auditActions)[number];

export interface AuditEntry {
  readonly action: AuditAction;
  /** Who; `unit`: the unit itself, by its rules. */
  readonly by: Person | 'unit';
  /** Id of what it was done to. */
  readonly subject?: string;
  /** Case number or other ground, counts, the reason of a refusal. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

export interface Audit {
  /** Throws Fault `store.full` or `store.unwritable`; what asked for the record must then not be done. */
  record(entry: AuditEntry): void;
}

export interface AuditFile {
  readonly name: string;
  readonly bytes: number;
}

/**
 * Where the log's lines lie: files that only grow, one after another, in the order of their names. Adapters: a folder, and the
 * memory of tests. Each method throws Fault `store.full` or `store.unwritable`, and then what was there is there unchanged.
 */
export interface AuditFiles {
  /** Runs the work while no other program writes here: a unit and its commands share one log. */
  exclusively<Result>(work: () => Result): Result;
  list(): readonly AuditFile[];
  /** What stands from that byte on. */
  read(file: string, from: number): Uint8Array;
  /** Makes the file where it is not there. On the disk when it returns. */
  append(file: string, bytes: Uint8Array): void;
  /** Keeps what stands from that byte on in a file of its own, and writes the bytes in its place. On the disk when it returns. */
  mend(file: string, from: number, bytes: Uint8Array): void;
  remove(file: string): void;
}
