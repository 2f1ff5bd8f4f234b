/**
 * What guards the unit's key while it lies on the disk. Adapters: a file that its owner alone may read, and a TPM 2.0, which gives the
 * key back to this machine alone.
 */
export interface KeyGuard {
  readonly kind: 'file' | 'tpm';
  /** What may lie on the disk in the key's place. Throws Fault `key.unavailable`. */
  guard(key: Uint8Array): Uint8Array;
  /** The key again. Throws Fault `key.unavailable`: another machine's TPM, or one that is gone. */
  release(guarded: Uint8Array): Uint8Array;
}
