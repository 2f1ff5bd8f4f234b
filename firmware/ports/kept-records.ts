/** Records that are kept by terms of their own (POLICY.md R2): hits without pictures, and searches. Adapter: the sealed store. */

export const recordKinds = ['hit', 'search'] as const;
export type RecordKind = (typeof recordKinds)[number];

export interface KeptRecord {
  readonly id: bigint;
  readonly record: Uint8Array;
}

export interface KeptRecords {
  /** Durable when it returns. Throws Fault `store.full` or `store.unwritable`. */
  keep(kind: RecordKind, record: Uint8Array): bigint;
  /** Up to `limit` of those after an id, in order. */
  after(kind: RecordKind, id: bigint, limit: number): readonly KeptRecord[];
}
