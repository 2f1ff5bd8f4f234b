/**
 * How simulated devices misbehave: a closed set of words. Each device says which it can simulate; one that it can not
 * is refused, never ignored.
 *
 * `off`: gives nothing, as without power. `stuck`: gives its last value again and again. `garbage`: bytes that mean
 * nothing. `wrong`: well-formed and false. `slow`: at a fraction of its rate. `delayed`: all of it, late.
 * `intermittent`: works and fails by turns.
 */
export const simulatedFaults = ['off', 'stuck', 'garbage', 'wrong', 'slow', 'delayed', 'intermittent'] as const;
export type SimulatedFault = (typeof simulatedFaults)[number];

export class UnsupportedFault extends Error {
  override readonly name = 'UnsupportedFault';
}

/** What a device's back door holds: its present fault, checked against those it can simulate; for each other one it says why not. */
export class FaultSwitch<Supported extends SimulatedFault> {
  readonly #device: string;
  readonly #supported: readonly Supported[];
  readonly #refused: Readonly<Record<string, string>>;
  #present: Supported | undefined;

  constructor(
    device: string,
    supported: readonly Supported[],
    refused: Readonly<Record<Exclude<SimulatedFault, Supported>, string>>,
  ) {
    this.#device = device;
    this.#supported = supported;
    this.#refused = refused;
  }

  /** Sets the fault, or ends it with undefined. Throws UnsupportedFault. */
  set(fault: SimulatedFault | undefined): void {
    if (fault !== undefined && !this.#supports(fault)) {
      throw new UnsupportedFault(`the simulated ${this.#device} can not be "${fault}": ${this.#refused[fault]}`);
    }
    this.#present = fault;
  }

  get present(): Supported | undefined {
    return this.#present;
  }

  #supports(fault: SimulatedFault): fault is Supported {
    return (this.#supported as readonly SimulatedFault[]).includes(fault);
  }
}
