/** A simulated PWM channel behind the port. Its back door sees the level and makes the chip vanish. */
import { Fault } from '../../firmware/domain/fault.ts';
import type { Pwm } from '../../firmware/ports/pwm.ts';
import { FaultSwitch, type SimulatedFault } from '../faults.ts';

const deaf = 'it takes levels and tells nothing';

export class SimPwm implements Pwm {
  readonly #fault = new FaultSwitch('PWM chip', ['off'], {
    stuck: deaf,
    garbage: deaf,
    wrong: deaf,
    slow: deaf,
    delayed: deaf,
    intermittent: 'each time it is off, and comes back from that',
  });
  #level = 0;

  /** Back door: without power the output is dark. */
  set fault(fault: SimulatedFault | undefined) {
    this.#fault.set(fault);
    if (fault !== undefined) this.#level = 0;
  }

  /** Back door: share of the time that the output is active. */
  get level(): number {
    return this.#level;
  }

  set(share: number): void {
    if (this.#fault.present === 'off') throw new Fault('pwm.unavailable', 'The simulated chip is not there.');
    this.#level = share;
  }

  close(): void {
    this.set(0);
  }
}
