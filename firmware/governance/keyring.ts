/**
 * The keyring: public keys that the unit listens to, each with what it may sign. A key signs hot lists for the agency, or
 * commands for one person in one role (POLICY.md A1, A2); a key that is not here is nobody's, and one that stands twice is refused: who
 * has it would be two persons, and approve what they entered themselves (POLICY.md H6). Ed25519 (RFC 8032) over the bytes
 * of the body as they stand, before anything of them is parsed.
 */
import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';
import { checkedBy, readTable } from '../config/toml.ts';
import { Fault } from '../domain/fault.ts';
import { type Person, roles } from '../domain/role.ts';

const keyringSchema = z.strictObject({
  key: z.array(
    z.strictObject({
      id: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, '1 to 64 letters, digits, dots, underscores and hyphens'),
      public_key: z
        .string()
        .startsWith('-----BEGIN PUBLIC KEY-----', 'a PEM public key, as `openssl pkey -pubout` prints'),
      signs: z.enum(['hot-lists', 'commands']),
      // Commands: whose key it is, and the role in which the person signs.
      person: z.string().min(1).optional(),
      role: z.enum(roles).optional(),
    }),
  ),
});

export interface Signed {
  readonly body: Uint8Array;
  readonly signature: Uint8Array;
  readonly keyId: string;
}

interface Key {
  readonly publicKey: KeyObject;
  readonly signs: 'hot-lists' | 'commands';
  readonly person: Person | undefined;
}

export class Keyring {
  readonly #keys: ReadonlyMap<string, Key>;

  constructor(keys: ReadonlyMap<string, Key>) {
    this.#keys = keys;
  }

  /** SHA-256 of its keys, of what each may sign and of whose it is, in hexadecimal digits. */
  get digest(): string {
    const keys = Array.from(this.#keys, ([id, { publicKey, signs, person }]) => [
      ...[id, signs, person?.name, person?.role],
      publicKey.export({ type: 'spki', format: 'pem' }),
    ]);
    return hash('sha256', JSON.stringify(keys));
  }

  /** Whether the key may sign hot lists and has signed this. */
  signedList(signed: Signed): boolean {
    const key = this.#keys.get(signed.keyId);
    return key?.signs === 'hot-lists' && verified(key, signed);
  }

  /** Who signed this command; undefined: nobody that the unit listens to. */
  commander(signed: Signed): Person | undefined {
    const key = this.#keys.get(signed.keyId);
    return key?.signs === 'commands' && verified(key, signed) ? key.person : undefined;
  }
}

/** A unit that listens to nobody. */
export const noKeys = new Keyring(new Map());

/** @param path TOML: a `[[key]]` each; empty: the unit listens to nobody. Rejects with the faults of a configuration; they name the key, never its bytes. */
export async function loadKeyring(path: string): Promise<Keyring> {
  if (path === '') return noKeys;
  const { key: listed } = checkedBy(keyringSchema, await readTable(path), path);
  const keys = new Map<string, Key>();
  for (const { id, public_key, signs, person, role } of listed) {
    const wrong = (what: string, cause?: unknown) =>
      new Fault('config.invalid-value', `${path}, key ${id}: ${what}.`, cause);
    if (keys.has(id)) throw wrong('stands twice');
    if (signs === 'commands' && (person === undefined || role === undefined))
      throw wrong('a key for commands has a person and a role');
    const publicKey = ed25519(public_key, wrong);
    const same = [...keys].find(([, each]) => each.publicKey.equals(publicKey));
    if (same !== undefined) throw wrong(`it is the key ${same[0]} under another id`);
    keys.set(id, {
      publicKey,
      signs,
      person: person === undefined || role === undefined ? undefined : { name: person, role },
    });
  }
  return new Keyring(keys);
}

function ed25519(pem: string, wrong: (what: string, cause?: unknown) => Fault): KeyObject {
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch (cause) {
    throw wrong('not a public key', cause);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw wrong('not Ed25519');
  return key;
}

function verified({ publicKey }: Key, { body, signature }: Signed): boolean {
  return signature.length === 64 && verify(null, body, publicKey, signature);
}
