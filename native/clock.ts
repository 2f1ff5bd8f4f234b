/** What the kernel knows of its own clock: the state of its NTP discipline (adjtimex), read and never set. */
import { addon } from './load.ts';

export interface KernelClock {
  /** Somebody keeps it (ntpd, chrony, systemd-timesyncd), as far as the kernel knows. */
  readonly synchronised: boolean;
  /** The kernel itself follows a pulse per second that is there, without jitter or error. */
  readonly pulse: boolean;
  /** A leap second is being inserted now. */
  readonly leapSecond: boolean;
  /** Milliseconds that are still to be slewed, signed. */
  readonly offsetMs: number;
  /** Milliseconds: the daemon's bound of the error, which the kernel lets grow by 0.5 ms a second until it is renewed. */
  readonly maximumErrorMs: number;
  /** Milliseconds: the daemon's estimate; 0 where it gave none. */
  readonly estimatedErrorMs: number;
}

/** Throws an Error that names the system call which failed. */
export function kernelClock(): KernelClock {
  return addon().kernelClock();
}
