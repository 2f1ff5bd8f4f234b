/** What the rig knows of a unit's folder: how it is opened, what a mark says, and how a consumer tells messages apart. */
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { join } from 'node:path';
import { bigintOf, v1 } from '../../firmware/devices/alpr-codec.ts';
import { openAuditFolder } from '../../firmware/devices/audit-folder.ts';
import { alprEncoder } from '../../firmware/devices/message-encoder.ts';
import { openSqliteStore, type SealedStore } from '../../firmware/devices/sqlite-store.ts';
import { monotonicMs, type WallInstant } from '../../firmware/domain/instant.ts';
import type { MatchedDetection } from '../../firmware/domain/matched.ts';
import { AuditLog } from '../../firmware/governance/audit-log.ts';
import type { Clock } from '../../firmware/ports/clock.ts';
import type { Terms } from '../../firmware/ports/retained.ts';
import type { OutboxRow } from '../../firmware/ports/store.ts';

/** One message as a consumer knows it. */
export interface Key {
  /** Kind, unit, boot and sequence: what a consumer drops repeats by. */
  readonly key: string;
  /** What it tells, which comes under one key only. */
  readonly tells: string;
  /** Of the message's bytes: a repeat is the same to the byte. */
  readonly digest: string;
}

/** What had happened, when: milliseconds of the workload's clock, which everybody vouches for. */
export type Mark = { readonly atMs: number } & (
  | { readonly kind: 'stored'; readonly id: string }
  | { readonly kind: 'seen'; readonly alert: string }
  /** Before the first change of a purge, and after its last. */
  | { readonly kind: 'purging' | 'purged' }
  | { readonly kind: 'held'; readonly hold: number; readonly messages: number }
  | { readonly kind: 'releasing'; readonly hold: number }
  | { readonly kind: 'recorded'; readonly record: number }
  /** A checkpoint that the broker has. */
  | { readonly kind: 'vouched'; readonly statement: string; readonly signature: string }
  | ({ readonly kind: 'received' } & Key)
);

/** The calendar at the workload's beginning. */
const START_MS = 1_760_000_000_000;
const MINUTE_MS = 60_000;
/** Kept for so long; a purge comes within a minute of that. */
export const terms: Terms = { detectionsMs: 30 * MINUTE_MS, hitsMs: undefined, searchesMs: undefined };
export const PURGE_WITHIN_MS = MINUTE_MS;
export const unitKeys = [new Uint8Array(32).fill(0x7e), new Uint8Array(32).fill(0x5a)] as const;

/** Ed25519 from a seed that is all the same (RFC 8410), so that every process has the same. */
const auditKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]),
  format: 'der',
  type: 'pkcs8',
});
export const auditPublicKey = createPublicKey(auditKey);

/** A folder that is open, with its clock, which moves when it is told to. */
export interface Kept extends Disposable {
  readonly store: SealedStore;
  readonly audit: AuditLog;
  readonly clock: Clock & { advance(ms: number): void };
  now(): WallInstant;
}

/** @param atMs of the workload's clock. */
export function openFolder(folder: string, atMs: number): Kept {
  using opening = new DisposableStack();
  let passedMs = 0;
  const now = (): WallInstant => ({
    epochMs: START_MS + atMs + passedMs,
    quality: { source: 'gps', uncertaintyMs: 50 },
  });
  const clock = {
    wall: now,
    monotonic: () => monotonicMs(passedMs),
    sleep: () => Promise.reject(new Error('nobody sleeps')),
    advance: (ms: number) => {
      passedMs += ms;
    },
  };
  const store = opening.use(openSqliteStore({ folder, encode: alprEncoder, clock, unitKeys }));
  store.retained.observe(now());
  const files = opening.use(openAuditFolder(auditFolder(folder)));
  const unit = { agency: 'test', unit: 'unit-7' };
  const audit = new AuditLog({ files, unit, key: auditKey, now, fileBytes: 1 << 30, checkpointRecords: 20 });
  const opened = opening.move();
  return { store, audit, clock, now, [Symbol.dispose]: () => opened.dispose() };
}

export function auditFolder(folder: string): string {
  return join(folder, 'audit');
}

/** The same as the unit would have it in its n-th boot. */
export function inBoot(
  boot: number,
  { detection, alert, ...rest }: MatchedDetection,
  wall: WallInstant,
): MatchedDetection {
  const unit = { ...detection.unit, bootId: `boot-${boot}` };
  return { ...rest, detection: { ...detection, unit, wall }, ...(alert && { alert: { ...alert, unit } }) };
}

export function keyOf({ kind, payload }: Pick<OutboxRow, 'kind' | 'payload'>): Key {
  const digest = createHash('sha256').update(payload).digest('base64');
  const message = kind === 'detection' ? v1.Detection.decode(payload) : v1.Alert.decode(payload);
  const { unit, bootId, sequence } = message.origin!;
  const key = `${kind}/${unit}/${bootId}/${bigintOf(sequence)}`;
  return {
    key,
    // An alert is told of again until somebody has seen it.
    tells:
      tellsDetection(message.detectionId!) + ('state' in message ? ` alert ${message.state} ${message.resends}` : ''),
    digest,
  };
}

export function tellsDetection(id: string): string {
  return `detection ${id}`;
}
