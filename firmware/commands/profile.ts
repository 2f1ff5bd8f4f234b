/** `profile`: what a profile asks of a unit, value by value, each with the clause that asks for it. */
import { parseArgs } from 'node:util';
import { type Cited, loadCited, shippedProfiles } from '../config/profile.ts';
import { Fault } from '../domain/fault.ts';
import type { Console } from './console.ts';

export async function profileCommand(args: readonly string[], console: Console): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0)
    throw new Fault('usage', `profile: one of ${shippedProfiles.join(', ')}, or a file.`);
  const { profile, values } = await loadCited(name);
  console.out(`${profile.agency}: ${profile.policy}`);
  for (const each of values) console.out(lineOf(each));
  return 0;
}

function lineOf({ key, value, clause, open }: Cited): string {
  const shown = Array.isArray(value) ? value.join(', ') || 'none' : String(value);
  return `  ${key.padEnd(42)} ${shown.padEnd(16)}  ${clause}${open ? '  (open)' : ''}`;
}
