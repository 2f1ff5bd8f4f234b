/** Checkpoints of the audit log on the wire. */
import { alpr } from '../../proto/generated/alpr.js';
import type { UnitIdentity } from '../domain/detection.ts';
import { origin } from './alpr-codec.ts';

const { v1 } = alpr;

/** A checkpoint with the unit's public key (PEM), which whoever has kept another one compares. */
export interface PublishedCheckpoint {
  readonly statement: string;
  readonly signature: Uint8Array;
  readonly auditKey: string;
}

export function checkpointMessage(
  { statement, signature, auditKey }: PublishedCheckpoint,
  { unit, sequence }: { readonly unit: UnitIdentity; readonly sequence: bigint },
): Uint8Array {
  return v1.AuditCheckpoint.encode({ origin: origin(unit, sequence), statement, signature, auditKey }).finish();
}

/** Undefined when the bytes are no such message. */
export function publishedCheckpointOf(payload: Uint8Array): PublishedCheckpoint | undefined {
  try {
    const { statement, signature, auditKey } = v1.AuditCheckpoint.decode(payload);
    return statement === '' ? undefined : { statement, signature, auditKey };
  } catch {
    return undefined;
  }
}
