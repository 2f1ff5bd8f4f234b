/**
 * What was read in one step of the store's life, as one sealed piece: from these the index is made at opening, without touching a
 * message. Little-endian; names stand once a segment.
 */
import { Plate } from '../../domain/plate.ts';
import type { PlateRead } from '../../ports/detection-search.ts';

/** Sequence, time, place, two numbers of names, two lengths. */
const FIXED_BYTES = 8 + 8 + 4 + 4 + 2 + 2 + 1 + 2;

export function segmentOf(reads: readonly PlateRead[]): Uint8Array {
  const names = [...new Set(reads.flatMap(({ region, unit }) => [region, unit]))];
  const head = Buffer.from(`${JSON.stringify(names)}\n`);
  const rows = reads.map(({ sequence, detectionId, plate, exposedMs, region, unit, position }) => {
    const text = Buffer.from(plate.reveal(), 'latin1');
    const id = Buffer.from(detectionId, 'utf8');
    const row = Buffer.alloc(FIXED_BYTES);
    row.writeBigUInt64LE(sequence, 0);
    row.writeDoubleLE(exposedMs, 8);
    row.writeFloatLE(position?.latitude ?? Number.NaN, 16);
    row.writeFloatLE(position?.longitude ?? Number.NaN, 20);
    row.writeUInt16LE(names.indexOf(region), 24);
    row.writeUInt16LE(names.indexOf(unit), 26);
    row[28] = text.length;
    row.writeUInt16LE(id.length, 29);
    return Buffer.concat([row, text, id]);
  });
  return Buffer.concat([head, ...rows]);
}

export function readsIn(segment: Uint8Array): PlateRead[] {
  const bytes = Buffer.from(segment.buffer, segment.byteOffset, segment.length);
  const headEnd = bytes.indexOf('\n');
  const names = JSON.parse(bytes.toString('utf8', 0, headEnd)) as string[];
  const reads: PlateRead[] = [];
  for (let at = headEnd + 1; at < bytes.length; ) {
    const textAt = at + FIXED_BYTES;
    const idAt = textAt + bytes[at + 28]!;
    const end = idAt + bytes.readUInt16LE(at + 29);
    const latitude = bytes.readFloatLE(at + 16);
    reads.push({
      sequence: bytes.readBigUInt64LE(at),
      exposedMs: bytes.readDoubleLE(at + 8),
      region: names[bytes.readUInt16LE(at + 24)]!,
      unit: names[bytes.readUInt16LE(at + 26)]!,
      plate: new Plate(bytes.toString('latin1', textAt, idAt)),
      detectionId: bytes.toString('utf8', idAt, end),
      ...(!Number.isNaN(latitude) && { position: { latitude, longitude: bytes.readFloatLE(at + 20) } }),
    });
    at = end;
  }
  return reads;
}
