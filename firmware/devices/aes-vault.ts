/**
 * The vault on node:crypto: AES-256-GCM under HKDF-SHA-256 of the unit's key and the purpose, with a random nonce of 96 bits
 * (NIST SP 800-38D: at most 2^32 seals under one purpose). A sealed piece is a version byte, nonce, tag and ciphertext.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Fault } from '../domain/fault.ts';
import type { Vault } from '../ports/vault.ts';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** @param unitKey 32 bytes. */
export function aesVault(unitKey: Uint8Array): Vault {
  if (unitKey.length !== 32) throw new RangeError('a unit key has 32 bytes');
  const keys = new Map<string, Buffer>();
  const keyOf = (purpose: string) => {
    const known =
      keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', unitKey, '', `platekeeper vault 1 ${purpose}`, 32));
    keys.set(purpose, known);
    return known;
  };
  return {
    seal: (purpose, plain) => sealWith(keyOf(purpose), plain, purpose),
    open: (purpose, sealed) => openWith(keyOf(purpose), sealed, purpose),
  };
}

/** @param bound what the piece belongs to; it opens under the same words alone. */
export function sealWith(key: Uint8Array, plain: Uint8Array, bound: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
  const body = cipher.update(plain);
  cipher.final(); // GCM pads nothing, so nothing is left for it.
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
}

/** Throws Fault `vault.damaged`. */
export function openWith(key: Uint8Array, sealed: Uint8Array, bound: string): Uint8Array {
  try {
    if (sealed.length < HEAD_BYTES || sealed[0] !== VERSION) throw new RangeError('not a sealed piece of this version');
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE_BYTES));
    decipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(1 + NONCE_BYTES, HEAD_BYTES));
    const plain = decipher.update(sealed.subarray(HEAD_BYTES));
    decipher.final();
    return plain;
  } catch (cause) {
    throw new Fault('vault.damaged', `${bound}: ${sealed.length} bytes do not open.`, cause);
  }
}
