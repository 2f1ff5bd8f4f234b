/** Pulse-width modulation of one output: how bright the illuminator shines. Adapters: sysfs, and the simulated one. */
export interface Pwm {
  /** @param share of the time that the output is active, 0 to 1. Throws Fault `pwm.unavailable`. */
  set(share: number): void;
  /** Sets 0 and gives the channel back. */
  close(): void;
}
