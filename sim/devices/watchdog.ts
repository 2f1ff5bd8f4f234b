/** A simulated watchdog. Its back door counts what it is told, and makes it vanish. */
import { Fault } from '../../firmware/domain/fault.ts';
import { FaultSwitch, type SimulatedFault } from '../faults.ts';

const mute = 'it is told and tells nothing';

export class SimWatchdog {
  readonly #fault = new FaultSwitch('watchdog', ['off'], {
    stuck: mute,
    garbage: mute,
    wrong: mute,
    slow: mute,
    delayed: mute,
    intermittent: 'each time it is off, and comes back from that',
  });
  #pets = 0;

  /** Back door. */
  set fault(fault: SimulatedFault | undefined) {
    this.#fault.set(fault);
  }

  /** Back door: how often it was told that all is well. */
  get pets(): number {
    return this.#pets;
  }

  pet(): void {
    if (this.#fault.present === 'off') throw new Fault('watchdog.unavailable', 'The simulated watchdog has gone.');
    this.#pets++;
  }
}
