/** Publishing for as long as a unit runs: alerts and detections, each by its own cursor, so that neither waits for the other. */
import { type Publishing, publish } from './pipeline/publish.ts';
import type { Broker } from './ports/broker.ts';
import type { OutboxKind, Store } from './ports/store.ts';

export interface OutboxServices {
  /** Resolves after the signal. */
  readonly running: Promise<unknown>;
  /** Resolves when the broker has acknowledged all that is stored; without a broker at once. Rejects with the signal's reason. */
  emptied(signal: AbortSignal): Promise<void>;
}

export function outboxServices(
  parts: Omit<Publishing<OutboxKind>, 'kind' | 'broker' | 'moved' | 'store'> & {
    readonly store: Store;
    readonly broker: Broker | undefined;
  },
): OutboxServices {
  const { store, broker } = parts;
  if (broker === undefined) return { running: Promise.resolve(), emptied: () => Promise.resolve() };
  let acknowledged = Promise.withResolvers<void>();
  const moved = () => {
    acknowledged.resolve();
    acknowledged = Promise.withResolvers<void>();
  };
  return {
    running: Promise.all((['alert', 'detection'] as const).map((kind) => publish({ ...parts, broker, kind, moved }))),
    async emptied(signal) {
      const stopped = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      while (store.backlog().messages > 0) await Promise.race([acknowledged.promise, stopped]);
    },
  };
}
