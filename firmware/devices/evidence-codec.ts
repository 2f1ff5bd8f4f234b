/** A detection's stored message as evidence: the bytes as they are, the same for persons, and what is left of its pictures as files. */
import { alpr } from '../../proto/generated/alpr.js';
import type { EvidenceDetection } from '../domain/evidence.ts';
import { instantOf } from './alert-codec.ts';

const { v1 } = alpr;

/** @param message an encoded alpr.v1.Detection. */
export function evidenceOf(message: Uint8Array): EvidenceDetection {
  const { plateImage, contextImage, ...rest } = v1.Detection.decode(message);
  return {
    id: rest.detectionId,
    exposedAt: instantOf(rest.exposedAt),
    message,
    readable: told({
      ...rest,
      plateImage: described(plateImage, 'plate.jpg'),
      contextImage: described(contextImage, 'frame.jpg'),
    }),
    plateImage: plateImage?.data ?? undefined,
    frame: contextImage?.data ?? undefined,
  };
}

/** A picture by its file; null: the message has none any more. */
function described(picture: alpr.v1.Picture.$Properties | null | undefined, file: string): unknown {
  if (!picture) return null;
  const { data: _, ...rest } = picture;
  return { file, ...rest };
}

/** By the name of the field; a number in it is one of these. */
const words: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  unitKind: named(v1.UnitKind),
  quality: named(v1.FixQuality),
  source: named(v1.ClockSource),
  alertClass: named(v1.AlertClass),
  kind: named(v1.HitKind),
};

function named(values: Readonly<Record<string, string | number>>): Readonly<Record<number, string>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'number' ? [[value, name]] : [])),
  );
}

function told(value: unknown, field = ''): unknown {
  if (typeof value === 'number') return words[field]?.[value] ?? value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => told(each));
  if (isLong(value)) return String((BigInt(value.high) << 32n) | BigInt(value.low >>> 0));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.startsWith('$'))
      .map(([name, each]) => [name, told(each, name)]),
  );
}

function isLong(value: object): value is { readonly low: number; readonly high: number } {
  return 'low' in value && 'high' in value && 'unsigned' in value;
}
