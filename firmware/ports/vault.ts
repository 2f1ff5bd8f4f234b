/**
 * The vault: what seals at rest whatever the unit keeps outside its store (hot lists, local entries). Adapter: AES-256-GCM under
 * a key that is derived from the unit's for each purpose.
 */
export interface Vault {
  /** @param purpose what it is for, such as `hot-list/ncic`; it opens under the same purpose alone. */
  seal(purpose: string, plain: Uint8Array): Uint8Array;
  /** Throws Fault `vault.damaged` when it was sealed for another purpose, by another unit, or was changed since. */
  open(purpose: string, sealed: Uint8Array): Uint8Array;
}
