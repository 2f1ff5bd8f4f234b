/**
 * The unit's store with its keys, opened as the configuration and the profile say: for the unit, and for the commands that look into a
 * unit's store while it does not run. A change of the key that was cut off is finished here.
 */
import type { Profile } from './config/profile.ts';
import type { Config } from './config/schema.ts';
import { alprEncoder } from './devices/message-encoder.ts';
import { openSqliteStore, type SealedStore, type StoreView, viewSqliteStore } from './devices/sqlite-store.ts';
import type { Clock } from './ports/clock.ts';
import type { Disk } from './ports/disk.ts';
import type { KeyGuard } from './ports/unit-key.ts';
import { openKeys, rewrapVault, wrapping } from './unit-vault.ts';

export interface UnitStoreParts {
  readonly config: Pick<Config, 'store' | 'vault'>;
  readonly profile: Profile;
  readonly clock: Clock;
  /** Asked before each write; absent: what the system says to the write itself. */
  readonly disk?: Disk | undefined;
  /** Names the machine's boot (devices/system-clock.ts). */
  readonly machineBoot?: string | undefined;
}

export interface UnitStore extends Disposable {
  readonly store: SealedStore;
  /** What guards the unit's key. */
  readonly guard: KeyGuard['kind'];
  /** Makes a new unit key, under the guard that the configuration wants, wraps all by it, and destroys the one before. */
  rotateKey(): void;
}

export function openUnitStore({ config, profile, clock, disk, machineBoot }: UnitStoreParts): UnitStore {
  const { folder, limit_bytes: limitBytes } = config.store;
  const unitKey = openKeys(config);
  const store = openSqliteStore({
    folder,
    encode: alprEncoder,
    clock,
    disk,
    machineBoot,
    unitKeys: wrapping(unitKey),
    limitBytes: limitBytes === 0 ? undefined : limitBytes,
    dropFirst: profile.disk.drop_first,
  });
  const settle = (next: Uint8Array) => {
    store.rewrap(next);
    rewrapVault(config, unitKey);
    unitKey.settle();
  };
  if (unitKey.next !== undefined) settle(unitKey.next);
  return {
    store,
    get guard() {
      return unitKey.guard;
    },
    rotateKey: () => settle(unitKey.rotate()),
    [Symbol.dispose]: () => store[Symbol.dispose](),
  };
}

/** A look into it, also while the unit runs; nothing is written. */
export function viewUnitStore(config: Config): StoreView {
  return viewSqliteStore({
    ...{ folder: config.store.folder, encode: alprEncoder },
    unitKeys: wrapping(openKeys(config)),
  });
}
