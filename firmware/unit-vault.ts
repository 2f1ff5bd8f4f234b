/**
 * The unit's vault, for the unit itself and for commands beside it: what it keeps outside its store is sealed under its own key, which is
 * made at the first start and lies in a folder of its own.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config/schema.ts';
import { aesVault } from './devices/aes-vault.ts';
import { fileGuard, openUnitKey } from './devices/unit-key.ts';
import type { Vault } from './ports/vault.ts';

/** Throws Fault `key.missing`, `key.exposed` or `key.unavailable`. */
export function unitVault(config: Config): Vault {
  const folder = join(config.store.folder, 'key');
  const sealed = hotListFolder(config);
  const needed = existsSync(sealed) && readdirSync(sealed).length > 0;
  return aesVault(openUnitKey({ folder, guards: [fileGuard], needed }).key);
}

/** Where hot lists and local entries lie. */
export function hotListFolder({ store }: Config): string {
  return join(store.folder, 'hot-lists');
}
