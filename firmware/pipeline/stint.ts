/**
 * The CPU time of one item in one stage: this thread's from the stint's beginning, but not while the stage waits for a network, when the
 * thread is other items', and what the network's run took on another thread.
 */
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
  async answer<T extends { readonly besideMs: number }>(running: Promise<T>): Promise<T> {
    this.#counted = this.spentMs();
    this.#since = Number.NaN;
    const answer = await running;
    this.#counted += answer.besideMs;
    this.#since = this.#cpuMs();
    return answer;
  }

  /** So far; not to be asked while a run is waited for. */
  spentMs(): number {
    return this.#counted + this.#cpuMs() - this.#since;
  }
}
