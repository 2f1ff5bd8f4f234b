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

  /** What is wrong with a source. */
  of(source: string): FaultCode | undefined {
    return this.#bySource.get(source)?.code;
  }

  /** Each code once, since it first was, whatever the number of sources that have it. */
  list(): readonly CurrentFault[] {
    const byCode = Map.groupBy(this.#bySource.values(), ({ code }) => code);
    return [...byCode.values()].map((alike) =>
      alike.reduce((first, each) => (each.since.epochMs < first.since.epochMs ? each : first)),
    );
  }

  /** Resolves at the next change. */
  changed(): Promise<void> {
    return this.#change.promise;
  }
}
