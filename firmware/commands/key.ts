/** `key`: this unit's public key, for whoever keeps its checkpoints or looks at its evidence. It is made where there is none yet. */
import { hash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config/load.ts';
import { publicPem } from '../devices/signing-key.ts';
import { Fault } from '../domain/fault.ts';
import { unitSigningKey } from '../unit-vault.ts';
import type { Console } from './console.ts';

export async function keyCommand(args: readonly string[], { out, error }: Console): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { config: { type: 'string' } } });
  if (values.config === undefined) throw new Fault('usage', 'key: --config FILE is missing.');
  const pem = publicPem(unitSigningKey(await loadConfig(values.config)));
  out(pem.trimEnd());
  const der = Buffer.from(pem.split('\n').slice(1, -2).join(''), 'base64');
  error(`SHA-256 of its DER form, as an evidence package shows it: ${hash('sha256', der)}`);
  return 0;
}
