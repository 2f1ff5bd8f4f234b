/** Pseudo-terminals: serial lines within one machine, for simulated serial devices and for tests of real ones. */

import { addon } from './load.ts';

export interface PseudoTerminal {
  /** The device's end: raw, non-blocking. The caller closes it; closing hangs up the line. */
  readonly fd: number;
  /** The other end, to be opened as a serial port. */
  readonly path: string;
}

/** Throws an Error that names the system call which failed. */
export function openPseudoTerminal(): PseudoTerminal {
  return addon().openPseudoTerminal();
}
