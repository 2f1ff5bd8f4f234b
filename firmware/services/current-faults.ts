/** The faults that last at present, with when each began: what health says and an operator asks first. */
import type { FaultCode } from '../domain/fault.ts';
import type { CurrentFault } from '../domain/health.ts';
import type { WallInstant } from '../domain/instant.ts';

export class CurrentFaults {
  readonly #now: () => WallInstant;
  readonly #bySource = new Map<string, CurrentFault>();

  constructor(now: () => WallInstant) {
    this.#now = now;
  }

  /** Says what is wrong with a source (a camera, the store), or with undefined that nothing is. */
  set(source: string, code: FaultCode | undefined): void {
    if (code === undefined) this.#bySource.delete(source);
    else if (this.#bySource.get(source)?.code !== code) this.#bySource.set(source, { code, since: this.#now() });
  }

  list(): readonly CurrentFault[] {
    return [...this.#bySource.values()];
  }
}
