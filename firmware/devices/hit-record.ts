/**
 * What is kept of a hit and of the end of its alert by the terms of hits (POLICY.md R2): what was read, when and where, and which entry it met. No picture, no other
 * reading, nothing of the entry beside its number, class and text: what more there was, its list has.
 */
import type { Alert } from '../domain/alert.ts';
import type { Hit } from '../domain/hit.ts';
import type { KeptRead } from '../domain/matched.ts';

export interface HitRecord {
  readonly sequence: string;
  readonly detectionId: string;
  readonly unit: string;
  readonly exposedAt: number;
  readonly clock: string;
  readonly plate: string;
  readonly region: string;
  readonly position?: { readonly latitude: number; readonly longitude: number };
  readonly hits: readonly {
    readonly list: string;
    readonly entryId: string;
    readonly listedPlate: string;
    readonly alertClass: string;
    readonly kind: string;
    readonly stale: boolean;
    readonly past?: true;
  }[];
}

export function hitRecord(
  { detection, hits }: { readonly detection: KeptRead; readonly hits: readonly Hit[] },
  sequence: bigint,
): Uint8Array {
  const { fix, wall } = detection;
  const record: HitRecord = {
    sequence: String(sequence),
    detectionId: detection.id,
    unit: detection.unit.unit,
    exposedAt: wall.epochMs,
    clock: wall.quality.source,
    plate: detection.plate.reveal(),
    region: detection.region.code,
    ...(fix.position && { position: { latitude: fix.position.latitude, longitude: fix.position.longitude } }),
    hits: hits.map(({ entry, kind, listStale, past }) => ({
      list: entry.list,
      entryId: entry.entryId,
      listedPlate: entry.text,
      alertClass: entry.alertClass,
      kind,
      stale: listStale,
      ...(past && { past }),
    })),
  };
  return Buffer.from(JSON.stringify(record));
}

/** What became of an alert, by its ids. */
export interface EndingRecord {
  readonly alertId: string;
  readonly detectionId: string;
  readonly state: string;
  readonly endedAt?: number;
  readonly by?: string;
  readonly disposition?: string;
  readonly outcome?: string;
}

export function endingRecord({ id, detection, state, ended }: Alert): Uint8Array {
  const record: EndingRecord = {
    alertId: id,
    detectionId: detection.id,
    state,
    ...(ended && { endedAt: ended.at.epochMs, by: ended.by.name, disposition: ended.disposition }),
    ...(ended?.outcome && { outcome: ended.outcome }),
  };
  return Buffer.from(JSON.stringify(record));
}
