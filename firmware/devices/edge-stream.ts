/** Edges that come by a callback as the port gives them: kept in order from the call on until the signal aborts. */
import type { Edge } from '../ports/gpio.ts';

export interface EdgeListener {
  edge(edge: Edge): void;
  /** No more will come; the reader is told why after the edges that wait. */
  fail(error: Error): void;
}

/** @param listen begins at once and gives the function that ends it, which may be called twice. */
export function edgeStream(listen: (listener: EdgeListener) => () => void, signal: AbortSignal): AsyncIterable<Edge> {
  const waiting: Edge[] = [];
  let failure: Error | undefined;
  let wake = () => {};
  const stop = () => {
    unlisten();
    wake();
  };
  const unlisten = listen({
    edge(edge) {
      waiting.push(edge);
      wake();
    },
    fail(error) {
      failure = error;
      wake();
    },
  });
  signal.addEventListener('abort', stop, { once: true });
  return (async function* () {
    try {
      while (!signal.aborted) {
        const edge = waiting.shift();
        if (edge !== undefined) yield edge;
        else if (failure !== undefined) throw failure;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      unlisten();
      signal.removeEventListener('abort', stop);
    }
  })();
}
