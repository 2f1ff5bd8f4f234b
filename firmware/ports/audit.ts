/**
 * The audit log (POLICY.md O1): what was done with the unit and its data, by whom, when, and whether it was allowed. What
 * `record` has returned from survives a loss of power. A record names things by their ids; it never holds a plate or a secret.
 */
import type { Person } from '../domain/role.ts';

export const auditActions = [
  'unit.started',
  'unit.stopped',
  'unit.clock-stepped',
  'configuration.changed',
  'hot-list.imported',
  'hot-list.refused',
  'local-entry.proposed',
  'local-entry.approved',
  'local-entry.extended',
  'local-entry.expired',
  'local-entry.withdrawn',
  'local-entry.refused',
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
  'key.rotated',
  'command.done',
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
