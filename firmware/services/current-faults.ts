/** The faults that last at present, with when each began: what health says and an operator asks first. */
import type { FaultCode } from '../domain/fault.ts';
import type { CurrentFault } from '../domain/health.ts';
import type { WallInstant } from '../domain/instant.ts';

export class CurrentFaults {
  readonly #now: () => WallInstant;
  readonly #bySource = new Map<string, CurrentFault>();
  #change = Promise.withResolvers<void>();

  constructor(now: () => WallInstant) {
    this.#now = now;
  }

  /** Says what is wrong with a source (a camera, the store), or with undefined that nothing is. */
  set(source: string, code: FaultCode | undefined): void {
    if (this.#bySource.get(source)?.code === code) return;
    if (code === undefined) this.#bySource.delete(source);
    else this.#bySource.set(source, { code, since: this.#now() });
    this.tell();
  }

  /** Lets those go on who wait for a change, though nothing has: someone has asked. */
  tell(): void {
    this.#change.resolve();
    this.#change = Promise.withResolvers();
  }

  list(): readonly CurrentFault[] {
    return [...this.#bySource.values()];
  }

  /** Resolves at the next change. */
  changed(): Promise<void> {
    return this.#change.promise;
  }
}
