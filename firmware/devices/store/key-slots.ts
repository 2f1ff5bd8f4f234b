/**
 * The keys of the store, each wrapped by the unit's key, in one small place that is overwritten: destroying a key is a write to where it
 * stood, and it is on the disk when the call returns. A slot has 128 bytes, within one sector, and stands in two files, which are written
 * one after the other with the disk's word between: a cut at any moment leaves one of the two whole, and the next opening repairs the
 * other, towards what was begun.
 *
 * A key has a name and a position, which only grows: of two copies the farther counts, so that a key that was moved on is not moved back.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import { openWith, sealWith } from '../aes-vault.ts';
import { syncFolder } from '../durable-file.ts';

const SLOT_BYTES = 128;
const NAME_BYTES = 40;
const POSITION_AT = 2 + NAME_BYTES;
const SEALED_AT = POSITION_AT + 4;
/** A wrapped key of 32 bytes: version, nonce, tag, ciphertext. */
const SEALED_BYTES = 61;
const USED = 1;
/** What a destroyed key leaves: it tells a slot that was emptied from one that was never written. */
const emptied = Buffer.alloc(SLOT_BYTES, 0xee);
const unwritten = Buffer.alloc(SLOT_BYTES);

export interface KeptKey {
  readonly position: number;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** A key to be kept, or destroyed where `kept` is absent. */
export interface KeyChange {
  readonly name: string;
  readonly kept?: KeptKey;
}

export interface KeySlots {
  get(name: string): KeptKey | undefined;
  /** Names that begin so, in no order. */
  names(prefix: string): readonly string[];
  /** All are on the disk when it returns; each by itself is there whole or as before. */
  change(changes: readonly KeyChange[]): void;
  /** Wraps every key anew. */
  rewrap(unitKey: Uint8Array): void;
  [Symbol.dispose](): void;
}

export const slotFiles = ['keys.a', 'keys.b'] as const;

export function newKey(): Uint8Array {
  return new Uint8Array(randomBytes(32));
}

/**
 * @param unitKeys what the slots may be wrapped by, two while a rotation is under way; the first wraps what is written.
 * @param access `read`: beside the program that writes them, as they stand; nothing is repaired, and no change is taken.
 */
export function openKeySlots(
  folder: string,
  unitKeys: readonly [Uint8Array, ...Uint8Array[]],
  access: 'write' | 'read' = 'write',
): KeySlots {
  if (access === 'write') makeFiles(folder);
  const files = slotFiles.map((name) => openSync(join(folder, name), access === 'write' ? 'r+' : 'r'));
  let [wrapping] = unitKeys;
  const slots: Slot[] = [];
  const byName = new Map<string, number>();

  const write = (changes: readonly { readonly at: number; readonly bytes: Buffer }[]) => {
    if (changes.length === 0) return;
    if (access === 'read') throw new RangeError('who reads the keys beside their program changes none');
    for (const file of files) {
      for (const { at, bytes } of changes) writeSync(file, bytes, 0, SLOT_BYTES, at * SLOT_BYTES);
      fsyncSync(file);
    }
  };

  const [one, other] = slotFiles.map((name) => readFileSync(join(folder, name)));
  const count = Math.ceil(Math.max(one!.length, other!.length) / SLOT_BYTES);
  const repairs: { at: number; bytes: Buffer }[] = [];
  for (let at = 0; at < count; at += 1) {
    const copies = [one!, other!].map((bytes) => slotIn(bytes, at, unitKeys)) as [Copy, Copy];
    const chosen = choose(...copies);
    if (chosen === undefined) throw new Fault('vault.damaged', `${folder}: both copies of the key in slot ${at}.`);
    slots.push(chosen.slot);
    if (chosen.slot !== undefined) byName.set(chosen.slot.name, at);
    if (!copies.every(({ bytes }) => bytes.equals(chosen.bytes))) repairs.push({ at, bytes: chosen.bytes });
  }
  if (access === 'write') write(repairs);

  return {
    get: (name) => slots[byName.get(name) ?? -1],
    names: (prefix) => [...byName.keys()].filter((name) => name.startsWith(prefix)),
    change(changes) {
      const next = [...slots];
      const places = new Map(byName);
      const touched = new Set<number>();
      for (const { name, kept } of changes) {
        const known = places.get(name);
        if (kept === undefined && known === undefined) continue;
        const empty = next.indexOf(undefined);
        const at = known ?? (empty < 0 ? next.length : empty);
        next[at] = kept && { name, ...kept };
        if (kept === undefined) places.delete(name);
        else places.set(name, at);
        touched.add(at);
      }
      write([...touched].map((at) => ({ at, bytes: next[at] === undefined ? emptied : bytesOf(next[at], wrapping) })));
      // What the disk did not take is not in memory either.
      for (const at of touched) {
        if (slots[at]?.key !== next[at]?.key) slots[at]?.key.fill(0);
        slots[at] = next[at];
      }
      byName.clear();
      for (const [name, at] of places) byName.set(name, at);
    },
    rewrap(unitKey) {
      wrapping = unitKey;
      write(slots.flatMap((slot, at) => (slot === undefined ? [] : [{ at, bytes: bytesOf(slot, unitKey) }])));
    },
    [Symbol.dispose]() {
      for (const slot of slots) slot?.key.fill(0);
      for (const file of files) closeSync(file);
    },
  };
}

function makeFiles(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const missing = slotFiles.filter((name) => !existsSync(join(folder, name)));
  for (const name of missing) closeSync(openSync(join(folder, name), 'wx', 0o600));
  if (missing.length > 0) syncFolder(folder);
}

type Slot = (KeptKey & { readonly name: string }) | undefined;

interface Copy {
  readonly bytes: Buffer;
  readonly state: 'used' | 'emptied' | 'unwritten' | 'torn';
  readonly slot: Slot;
}

/** The copy that counts; undefined: neither can. */
function choose(first: Copy, second: Copy): Copy | undefined {
  if (first.state === 'torn') return second.state === 'torn' ? undefined : second;
  if (first.state === 'unwritten') return second.state === 'torn' ? undefined : second;
  // The first is written first, so what it says was begun; but a key that was moved on farther is not moved back.
  const farther = (second.slot?.position ?? 0) > (first.slot?.position ?? 0) && first.slot?.name === second.slot?.name;
  return farther ? second : first;
}

function slotIn(file: Buffer, at: number, unitKeys: readonly Uint8Array[]): Copy {
  const bytes = Buffer.alloc(SLOT_BYTES);
  bytes.set(file.subarray(at * SLOT_BYTES, (at + 1) * SLOT_BYTES));
  if (bytes.equals(unwritten)) return { bytes, state: 'unwritten', slot: undefined };
  if (bytes.equals(emptied)) return { bytes, state: 'emptied', slot: undefined };
  const name = bytes.toString('utf8', 2, 2 + Math.min(bytes[1]!, NAME_BYTES));
  const position = bytes.readUInt32BE(POSITION_AT);
  const sealed = bytes.subarray(SEALED_AT, SEALED_AT + SEALED_BYTES);
  for (const unitKey of unitKeys) {
    try {
      return {
        bytes,
        state: 'used',
        slot: { name, position, key: new Uint8Array(openWith(unitKey, sealed, boundTo(name, position))) },
      };
    } catch {
      // Wrapped by the other key, or torn.
    }
  }
  return { bytes, state: 'torn', slot: undefined };
}

function bytesOf({ name, position, key }: NonNullable<Slot>, unitKey: Uint8Array): Buffer {
  const bytes = Buffer.alloc(SLOT_BYTES);
  const length = bytes.write(name, 2, NAME_BYTES, 'utf8');
  if (length < Buffer.byteLength(name)) throw new RangeError('a name of a key has at most 40 bytes');
  bytes[0] = USED;
  bytes[1] = length;
  bytes.writeUInt32BE(position, POSITION_AT);
  bytes.set(sealWith(unitKey, key, boundTo(name, position)), SEALED_AT);
  return bytes;
}

function boundTo(name: string, position: number): string {
  return `key slot ${name} ${position}`;
}
