/** What the rig knows of a unit's folder: how it is opened, what a mark says, and how a consumer tells messages apart. */
import { createHash } from 'node:crypto';
import { bigintOf, v1 } from '../../firmware/devices/alpr-codec.ts';
import { alprEncoder } from '../../firmware/devices/message-encoder.ts';
import { openSqliteStore } from '../../firmware/devices/sqlite-store.ts';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import type { MatchedDetection } from '../../firmware/domain/matched.ts';
import type { Clock } from '../../firmware/ports/clock.ts';
import type { OutboxRow, Store } from '../../firmware/ports/store.ts';
import { testUnitKey } from '../devices/test-unit-key.ts';

/** One message as a consumer knows it. */
export interface Key {
  /** Kind, unit, boot and sequence: what a consumer drops repeats by. */
  readonly key: string;
  /** What it tells, which comes under one key only. */
  readonly tells: string;
  /** Of the message's bytes: a repeat is the same to the byte. */
  readonly digest: string;
}

export type Mark =
  | { readonly kind: 'stored'; readonly id: string }
  | { readonly kind: 'seen'; readonly alert: string }
  | ({ readonly kind: 'received' } & Key);

const stopped: Clock = {
  wall: () => ({ epochMs: 1_760_000_100_000, quality: { source: 'gps' } }),
  monotonic: () => monotonicMs(0),
  sleep: () => Promise.reject(new Error('this clock stands still')),
};

export function openFolder(folder: string): Store {
  return openSqliteStore({ folder, encode: alprEncoder, clock: stopped, unitKeys: [testUnitKey] });
}

/** The same as the unit would have it in its n-th boot. */
export function inBoot(boot: number, { detection, alert, ...rest }: MatchedDetection): MatchedDetection {
  const unit = { ...detection.unit, bootId: `boot-${boot}` };
  return { ...rest, detection: { ...detection, unit }, ...(alert && { alert: { ...alert, unit } }) };
}

export function keyOf({ kind, payload }: OutboxRow): Key {
  const digest = createHash('sha256').update(payload).digest('base64');
  const message = kind === 'detection' ? v1.Detection.decode(payload) : v1.Alert.decode(payload);
  const { unit, bootId, sequence } = message.origin!;
  const key = `${kind}/${unit}/${bootId}/${bigintOf(sequence)}`;
  return {
    key,
    tells: tellsDetection(message.detectionId!) + ('state' in message ? ` alert ${message.state}` : ''),
    digest,
  };
}

export function tellsDetection(id: string): string {
  return `detection ${id}`;
}
