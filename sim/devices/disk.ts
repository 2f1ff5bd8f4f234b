/**
 * A simulated disk under the real store. Its back door makes it fail: `off`: it has gone, or the kernel made it read-only; `stuck`: it
 * keeps what it holds and takes no more, as a full one; `slow`: a write takes seconds, in which nobody has a turn; `intermittent`: off
 * for a second of two.
 */
import { Fault } from '../../firmware/domain/fault.ts';
import type { Disk } from '../../firmware/ports/disk.ts';
import type { SimClock } from '../clock.ts';
import { FaultSwitch, type SimulatedFault } from '../faults.ts';

const damaged = 'the store ends the unit then, as test/devices/sqlite-store.test.ts shows';
const SLOW_MS = 1200;
const TURN_MS = 1000;

export class SimDisk implements Disk {
  readonly #clock: SimClock;
  readonly #fault = new FaultSwitch('disk', ['off', 'stuck', 'slow', 'intermittent'], {
    garbage: damaged,
    wrong: damaged,
    delayed: 'a write is over when the disk says so, and one that is late is slow',
  });
  #sinceMs = 0;

  constructor(clock: SimClock) {
    this.#clock = clock;
  }

  /** Back door. */
  set fault(fault: SimulatedFault | undefined) {
    this.#fault.set(fault);
    this.#sinceMs = this.#clock.monotonic();
  }

  check(): void {
    switch (this.#fault.present) {
      case 'off':
        throw gone();
      case 'stuck':
        throw new Fault('store.full', 'The simulated disk takes no more.');
      case 'slow':
        this.#clock.hold(SLOW_MS);
        return;
      case 'intermittent':
        if (Math.floor((this.#clock.monotonic() - this.#sinceMs) / TURN_MS) % 2 === 0) throw gone();
        return;
      case undefined:
    }
  }
}

function gone(): Fault {
  return new Fault('store.unwritable', 'The simulated disk is not there.');
}
