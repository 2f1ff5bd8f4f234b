/**
 * Who acts at a unit, from its command line. Where the unit has a keyring a person is known by their key, so that nobody puts another's name
 * into the audit log; a unit without one has the word of who has its account.
 */
import { createPrivateKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Config } from '../config/schema.ts';
import { Fault } from '../domain/fault.ts';
import { isRole, type Person, roles } from '../domain/role.ts';
import { type Keyring, loadKeyring } from '../governance/keyring.ts';

export interface KeyGiven {
  /** PEM file of a private key. */
  readonly as?: string | undefined;
  readonly 'key-id'?: string | undefined;
}

export interface ActorGiven extends KeyGiven {
  readonly by?: string | undefined;
  readonly role?: string | undefined;
}

/** Of the options of `parseArgs`. */
export const actorOptions = {
  as: { type: 'string' },
  'key-id': { type: 'string' },
  by: { type: 'string' },
  role: { type: 'string' },
} as const;

/** Rejects with Fault `usage` or `person.unknown`. */
export async function actorAt({ commands }: Pick<Config, 'commands'>, given: ActorGiven): Promise<Person> {
  if (commands.keys !== '') return personOf(await loadKeyring(commands.keys), given);
  const { by: name = '', role = '' } = given;
  if (name === '' || !isRole(role)) throw new Fault('usage', `--by NAME --role ${roles.join('|')}: who are you?`);
  return { name, role };
}

/** The person whose key it is, in the role of the key. Throws Fault `usage` or `person.unknown`. */
export function personOf(keyring: Keyring, given: KeyGiven): Person {
  const keyId = given['key-id'];
  if (keyId === undefined) throw new Fault('usage', '--as KEY --key-id ID: who are you?');
  const body = randomBytes(32);
  const found = keyring.commander({ body, signature: sign(null, body, privateKeyIn(given.as)), keyId });
  if (found === undefined) throw new Fault('person.unknown', `Not the private key of ${keyId}, which signs commands.`);
  return found;
}

export function privateKeyIn(path: string | undefined): KeyObject {
  if (path === undefined) throw new Fault('usage', '--as FILE is missing.');
  try {
    return createPrivateKey(readFileSync(path));
  } catch (cause) {
    throw new Fault('usage', `--as: ${path} holds no private key.`, cause);
  }
}
