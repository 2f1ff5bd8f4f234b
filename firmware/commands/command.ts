/**
 * `command sign`: a signed command for a unit, in a file for `mosquitto_pub -f` or any other client. The private key never leaves the
 * machine of the person whose it is. A body is the action's own message, as `protoc --encode=alpr.v1.WithdrawEntry` makes it.
 */
import { createPrivateKey, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { signCommand } from '../devices/command-codec.ts';
import { systemClock } from '../devices/system-clock.ts';
import { Fault } from '../domain/fault.ts';
import { isRole, roles } from '../domain/role.ts';
import type { Console } from './console.ts';

const needed = ['key', 'key-id', 'by', 'role', 'agency', 'unit', 'action', 'out'] as const;
const options = {
  ...(Object.fromEntries(needed.map((name) => [name, { type: 'string' }])) as Record<
    (typeof needed)[number],
    { readonly type: 'string' }
  >),
  body: { type: 'string' },
  minutes: { type: 'string', default: '10' },
} as const;

const MINUTES_MAX = 7 * 24 * 60;

export async function commandCommand(args: readonly string[], { out }: Console): Promise<number> {
  const [verb, ...rest] = args;
  if (verb !== 'sign') throw new Fault('usage', 'command: "sign" is what it can do.');
  const { values } = parseArgs({ args: rest, options });
  const given = (name: (typeof needed)[number]): string => {
    const value = values[name];
    if (value === undefined || value === '') throw new Fault('usage', `command sign: --${name} is missing.`);
    return value;
  };
  const role = given('role');
  if (!isRole(role)) throw new Fault('usage', `command sign: --role is one of ${roles.join(', ')}.`);
  const minutes = Number(values.minutes);
  if (!(minutes > 0 && minutes <= MINUTES_MAX))
    throw new Fault('usage', `command sign: --minutes is above 0 and at most ${MINUTES_MAX}.`);
  const issued = systemClock().wall();
  const command = {
    id: randomUUID(),
    agency: given('agency'),
    unit: given('unit'),
    by: { name: given('by'), role },
    issued,
    expires: { ...issued, epochMs: issued.epochMs + minutes * 60_000 },
    action: given('action'),
    body: values.body === undefined ? new Uint8Array() : readFileSync(values.body),
  };
  const privateKey = createPrivateKey(readFileSync(given('key')));
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw new Fault('usage', 'command sign: --key is not an Ed25519 key.');
  // It may hold a plate, and whoever has it can send it.
  writeFileSync(given('out'), signCommand(command, { id: given('key-id'), privateKey }), { mode: 0o600 });
  out(
    `${command.id}: ${command.action} for ${command.agency}/${command.unit}, for ${minutes} minutes, in ${given('out')}`,
  );
  return 0;
}
