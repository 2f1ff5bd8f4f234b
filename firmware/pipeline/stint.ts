/**
 * The CPU time of one item in one stage: this thread's from the stint's beginning, but not while the stage waits for a network, when the
 * thread is other items', and what the network's run took on another thread.
 */
import type { Answers, Tensor } from '../ports/inference.ts';

export class Stint {
  readonly #cpuMs: () => number;
  #since: number;
  #counted = 0;

  /** @param cpuMs CPU milliseconds used by this thread. */
  constructor(cpuMs: () => number) {
    this.#cpuMs = cpuMs;
    this.#since = cpuMs();
  }

  /** Waits for a run that was just begun. */
  async outputs(running: Promise<Answers>): Promise<readonly Tensor[]> {
    this.#counted = this.spentMs();
    this.#since = Number.NaN;
    const { outputs, besideMs } = await running;
    this.#counted += besideMs;
    this.#since = this.#cpuMs();
    return outputs;
  }

  /** So far; not to be asked while a run is waited for. */
  spentMs(): number {
    return this.#counted + this.#cpuMs() - this.#since;
  }
}
