/**
 * Who acts at a unit from its command line, under which rules and on what record. Where the unit has a keyring a person is known by their
 * key, so that nobody puts another's name into the audit log; a unit without one has the word of who has its account. Keyring and profile
 * are those of its last start: a configuration of somebody's own makes nobody anyone. Whoever is refused is on record, without a name.
 */
import { createPrivateKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openAuditLog, rulesStand } from '../audit-services.ts';
import { loadConfig } from '../config/load.ts';
import { type Cited, loadCited, type Profile } from '../config/profile.ts';
import type { Config } from '../config/schema.ts';
import { systemClock } from '../devices/system-clock.ts';
import type { UnitIdentity } from '../domain/detection.ts';
import { Fault, type FaultCode } from '../domain/fault.ts';
import type { WallInstant } from '../domain/instant.ts';
import { isRole, type Person, roles } from '../domain/role.ts';
import type { AuditLog } from '../governance/audit-log.ts';
import { type Keyring, loadKeyring } from '../governance/keyring.ts';
import type { Clock } from '../ports/clock.ts';

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

/** A unit as a command beside it finds it. */
export interface UnitBeside extends Disposable {
  readonly config: Config;
  readonly profile: Profile;
  /** The profile's values, each with its clause. */
  readonly cited: readonly Cited[];
  readonly keyring: Keyring;
  readonly unit: UnitIdentity;
  readonly clock: Clock;
  readonly now: () => WallInstant;
  /** The unit's own, and the key that signs it. */
  readonly log: AuditLog;
  readonly key: KeyObject;
  /** The person whose key it is, in the role of the key. Throws Fault `usage` or `person.unknown`. */
  holder(given: KeyGiven): Person;
  /** The same; of a unit without a keyring who says to act. */
  actor(given: ActorGiven): Person;
}

/**
 * @param path of the unit's configuration.
 * @param asked the command, for the record of a refusal.
 * Rejects with Fault `rules.changed`.
 */
export async function openBeside(path: string, asked: string): Promise<UnitBeside> {
  const config = await loadConfig(path);
  const { profile, values: cited } = await loadCited(config.profile);
  const keyring = await loadKeyring(config.commands.keys);
  const clock = systemClock();
  const now = () => clock.wall();
  const { agency, id, kind } = config.unit;
  const unit = { agency, unit: id, kind, bootId: '' };
  using opening = new DisposableStack();
  const { files, key, log } = openAuditLog({ config, unit, now });
  opening.use(files);
  const refused = (code: FaultCode, message: string) => {
    log.record({ action: 'person.refused', by: 'unit', detail: { asked, reason: code } });
    return new Fault(code, message);
  };
  if (!rulesStand(log, { profile, keyring })) throw refused('rules.changed', `${path}.`);
  const holder = (given: KeyGiven) => {
    const keyId = given['key-id'];
    if (keyId === undefined) throw new Fault('usage', '--as KEY --key-id ID: who are you?');
    const body = randomBytes(32);
    const found = keyring.commander({ body, signature: sign(null, body, privateKeyIn(given.as)), keyId });
    if (found === undefined) throw refused('person.unknown', `Not the private key of ${keyId}, which signs commands.`);
    return found;
  };
  const opened = opening.move();
  return {
    ...{ config, profile, cited, keyring, unit, clock, now, log, key, holder },
    actor: (given) => (config.commands.keys === '' ? personSaid(given) : holder(given)),
    [Symbol.dispose]: () => opened.dispose(),
  };
}

function personSaid({ by: name = '', role = '' }: ActorGiven): Person {
  if (name === '' || !isRole(role)) throw new Fault('usage', `--by NAME --role ${roles.join('|')}: who are you?`);
  return { name, role };
}

/** Of the option `--as`. Throws Fault `usage`. */
export function privateKeyIn(path: string | undefined): KeyObject {
  if (path === undefined) throw new Fault('usage', '--as FILE is missing.');
  const wrong = (cause?: unknown) => new Fault('usage', `--as: ${path} holds no private Ed25519 key.`, cause);
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(path));
  } catch (cause) {
    throw wrong(cause);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw wrong();
  return key;
}
