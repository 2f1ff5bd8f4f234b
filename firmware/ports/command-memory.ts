/**
 * What the unit remembers of commands, so that none is carried out twice, whatever its clock does: the id of each that was taken,
 * until past its expiry, and up to which expiry it has forgotten. Adapter: a small database that survives a loss of power.
 */
export interface CommandMemory {
  /** Whether it was taken before. */
  seen(id: string): boolean;
  /** A command that expired no later than this may have been taken and forgotten: it must be refused. */
  readonly forgottenTo: number;
  /**
   * Takes a command. On the disk when it returns. `full`: too many are remembered that have not expired. Forgets those that
   * expired before `nowEpochMs`.
   */
  take(
    command: { readonly id: string; readonly expiresEpochMs: number },
    nowEpochMs: number,
  ): 'taken' | 'seen' | 'full';
}
