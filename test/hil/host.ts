/**
 * The other end of a guest's devices: a suite that needs one has a `NAME.host.ts` beside its `NAME.guest.ts`, which exports
 * `openHost`. The guest asks for things by lines on its console.
 */
import { writeFileSync } from 'node:fs';
import type { GuestRun } from './guest.ts';

export interface Host extends AsyncDisposable {
  /** What the machine must have: arguments of QEMU. The sockets that they name are listened at by now. */
  readonly devices: readonly string[];
  /** What the guest asked for. */
  asked(wish: string): void;
  /** Throws when the machine's whole run was not what this end expected. */
  judge?(run: GuestRun): void;
}

/** In the guest: asks its host. What comes of it shows on the devices. */
export function askHost(wish: string): void {
  writeFileSync('/dev/console', `\nhil: asks ${wish}\n`);
}
