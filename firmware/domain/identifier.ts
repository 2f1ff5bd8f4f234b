/** Identifiers of records: UUID version 7 (RFC 9562, section 5.7), so that they sort by the time they were made. */

/** @param random 10 bytes; the version and variant bits in them are overwritten. */
export function uuidV7(epochMs: number, random: Uint8Array): string {
  if (random.length !== 10) throw new RangeError(`random: 10 bytes wanted, ${random.length} given`);
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(Math.trunc(epochMs)) << 16n);
  bytes.set(random, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
