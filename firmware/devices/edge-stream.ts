/**
 * Edges that come by a callback as the port gives them: kept in order from the call on until the signal aborts, and shared, so
 * that a line is requested once however many listen to it.
 */
import type { Edge, Gpio } from '../ports/gpio.ts';

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

/** @param begin requests the line and tells the listener of all that happens on it; gives the function that ends it. */
export function sharedEdges(begin: (line: string, listener: EdgeListener) => () => void): Gpio['edges'] {
  const watched = new Map<string, { readonly listeners: Set<EdgeListener>; readonly end: () => void }>();

  function watch(line: string) {
    const listeners = new Set<EdgeListener>();
    const end = begin(line, {
      edge(edge) {
        for (const each of listeners) each.edge(edge);
      },
      fail(error) {
        watched.delete(line);
        for (const each of listeners) each.fail(error);
      },
    });
    const watching = { listeners, end };
    watched.set(line, watching);
    return watching;
  }

  return (line, signal) => {
    const watching = watched.get(line) ?? watch(line);
    return edgeStream((listener) => {
      watching.listeners.add(listener);
      return () => {
        if (!watching.listeners.delete(listener) || watching.listeners.size > 0) return;
        watching.end();
        if (watched.get(line) === watching) watched.delete(line);
      };
    }, signal);
  };
}
