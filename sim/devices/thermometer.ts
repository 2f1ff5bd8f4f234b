/**
 * A simulated machine's warmth. Its back door makes it throttle, and its sensor fail: `off`: it can not be read; `garbage`: a number
 * that no machine has.
 */
import type { Warmth } from '../../firmware/domain/health.ts';
import { FaultSwitch, type SimulatedFault } from '../faults.ts';

const asked = 'it is asked and answers at once, or not';

export class SimThermometer {
  readonly #fault = new FaultSwitch('thermometer', ['off', 'garbage'], {
    stuck: 'a machine may stay as warm as it is',
    wrong: 'a machine may be as warm as that',
    slow: asked,
    delayed: asked,
    intermittent: 'each time it is off, and comes back from that',
  });
  /** Back door. */
  throttled = false;

  /** Back door. */
  set fault(fault: SimulatedFault | undefined) {
    this.#fault.set(fault);
  }

  warmth(): Warmth | undefined {
    const { present } = this.#fault;
    if (present === 'off') return undefined;
    return { celsius: present === 'garbage' ? -273_000 : 48.2, throttled: this.throttled };
  }
}
