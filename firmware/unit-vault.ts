/**
 * The unit's keys, for the unit itself and for commands beside it: the unit key, in a folder of its own, wraps the keys of the store and
 * the vault's, under which the unit seals what it keeps outside its store. The vault's key outlives a change of the unit key.
 */
import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config/schema.ts';
import { aesVault } from './devices/aes-vault.ts';
import { openSigningKey } from './devices/signing-key.ts';
import { newKey, openKeySlots, slotFiles } from './devices/store/key-slots.ts';
import { tpmGuard, tpmPresent } from './devices/tpm.ts';
import { fileGuard, openUnitKey, type UnitKey } from './devices/unit-key.ts';
import type { KeyGuard } from './ports/unit-key.ts';
import type { Vault } from './ports/vault.ts';

type Places = Pick<Config, 'store' | 'vault'>;

/** Throws Fault `key.missing`, `key.exposed` or `key.unavailable`. */
export function unitVault(config: Places): Vault {
  using slots = openKeySlots(vaultFolder(config), wrapping(openKeys(config)));
  if (slots.get(VAULT) === undefined) slots.change([{ name: VAULT, kept: { position: 0, key: newKey() } }]);
  // A copy: the slots forget theirs when they are closed.
  return aesVault(new Uint8Array(slots.get(VAULT)!.key));
}

/** By which the unit signs; it lies in the vault. */
export function unitSigningKey(config: Places): KeyObject {
  return openSigningKey(config.vault.folder, unitVault(config));
}

/** Wraps the vault's key anew. */
export function rewrapVault(config: Places, unitKey: UnitKey): void {
  using slots = openKeySlots(vaultFolder(config), wrapping(unitKey));
  slots.rewrap(unitKey.next ?? unitKey.key);
}

export function openKeys({ store, vault }: Places): UnitKey {
  const needed = [store.folder, join(store.folder, VAULT)].some((folder) => existsSync(join(folder, slotFiles[0])));
  return openUnitKey({ folder: vault.folder, guards: guardsFor(vault.key), needed });
}

/** What keys may be wrapped by now, the one for new ones first. */
export function wrapping({ key, next }: UnitKey): readonly [Uint8Array, ...Uint8Array[]] {
  return next === undefined ? [key] : [next, key];
}

/** Where hot lists and local entries lie. */
export function hotListFolder({ store }: Places): string {
  return join(store.folder, 'hot-lists');
}

const VAULT = 'vault';

function vaultFolder({ store }: Places): string {
  return join(store.folder, VAULT);
}

/** The first guards a new key; a key under the other can still be read, and moves by being changed. */
function guardsFor(key: Config['vault']['key']): KeyGuard[] {
  const tpm = tpmGuard();
  return key === 'tpm' || (key === 'auto' && tpmPresent()) ? [tpm, fileGuard] : [fileGuard, tpm];
}
