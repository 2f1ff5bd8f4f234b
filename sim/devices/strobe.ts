/** A simulated strobe, as far as the unit asks for it: what keeps the light from a camera that goes on without. */
import type { FaultCode } from '../../firmware/domain/fault.ts';
import { FaultSwitch, type SimulatedFault } from '../faults.ts';

const timed = 'its pulses are the sequencer’s, and dark where they are not in time';

export class SimStrobe {
  readonly #fault = new FaultSwitch('strobe', ['off'], {
    stuck: 'a guard of its own darkens a line that stays lit',
    garbage: timed,
    wrong: timed,
    slow: timed,
    delayed: timed,
    intermittent: 'each time it is off, and comes back from that',
  });

  /** Back door. `off`: the chip of its line has gone. */
  set fault(fault: SimulatedFault | undefined) {
    this.#fault.set(fault);
  }

  keptBy(): FaultCode | undefined {
    return this.#fault.present && 'gpio.lost';
  }
}
