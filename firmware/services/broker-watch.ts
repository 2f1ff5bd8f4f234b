/**
 * What is wrong with the broker, for health. While it is there nobody hears of it, so it lasts until a message that names it has been
 * acknowledged: whoever listens learns that there was an outage, and since when.
 */
import type { FaultCode } from '../domain/fault.ts';
import type { Health } from '../domain/health.ts';
import type { Broker } from '../ports/broker.ts';

export class BrokerWatch {
  readonly #broker: Pick<Broker, 'fault'>;
  #untold: FaultCode | undefined;

  constructor(broker: Pick<Broker, 'fault'>) {
    this.#broker = broker;
  }

  fault(): FaultCode | undefined {
    this.#untold = this.#broker.fault?.code ?? this.#untold;
    return this.#untold;
  }

  /** The broker has acknowledged this message. */
  told(health: Pick<Health, 'faults'>): void {
    if (health.faults.some(({ code }) => code === this.#untold)) this.#untold = undefined;
  }
}
