/**
 * The key by which a unit signs its checkpoints and its evidence (Ed25519), made at the first start and kept: in the vault where
 * there is one, else in a file that its owner alone may read. A key that lies open is sealed as soon as there is a vault. Refuses a
 * file that others may read.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../domain/fault.ts';
import type { Vault } from '../ports/vault.ts';
import { destroyFile, writeDurably } from './durable-file.ts';

const MODE = 0o400;
const PURPOSE = 'signing-key';

/** @param folder made when it is not there. */
export function openSigningKey(folder: string, vault?: Vault): KeyObject {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const open = join(folder, 'signing.pem');
  const sealed = join(folder, 'signing.sealed');
  if (vault === undefined && existsSync(sealed))
    throw new Fault('vault.damaged', `${sealed} lies in a vault, and there is none here.`);
  if (vault !== undefined && existsSync(sealed)) return privateKey(vault.open(PURPOSE, readOwn(sealed)), sealed);
  const key = existsSync(open) ? privateKey(readOwn(open), open) : generateKeyPairSync('ed25519').privateKey;
  const pem = Buffer.from(key.export({ type: 'pkcs8', format: 'pem' }));
  if (vault === undefined) {
    if (!existsSync(open)) writeDurably(open, pem, MODE);
    return key;
  }
  writeDurably(sealed, vault.seal(PURPOSE, pem), MODE);
  destroyFile(open);
  return key;
}

/** The public half as `openssl pkey -pubout` prints it. */
export function publicPem(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
}

function readOwn(path: string): Uint8Array {
  const mode = statSync(path).mode & 0o777;
  if ((mode & 0o077) !== 0)
    throw new Fault('vault.damaged', `${path} has the mode ${mode.toString(8)}; its owner alone may read it.`);
  return readFileSync(path);
}

function privateKey(pem: Uint8Array, path: string): KeyObject {
  try {
    return createPrivateKey(Buffer.from(pem));
  } catch (cause) {
    throw new Fault('vault.damaged', `${path} holds no private key.`, cause);
  }
}
