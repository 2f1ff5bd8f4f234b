/** Notices when a flow falls silent, so that whoever waits for the next item can act meanwhile. */
import type { Clock } from '../ports/clock.ts';

/**
 * The items of a source, and `undefined` each time that none has come for `silenceMs`. The next item is asked for only
 * when the one before has been dealt with, as in any flow.
 */
export async function* orSilence<T>(
  source: AsyncIterable<T>,
  { clock, silenceMs }: { readonly clock: Clock; readonly silenceMs: number },
): AsyncIterable<T | undefined> {
  const items = source[Symbol.asyncIterator]();
  try {
    for (let next = items.next(); ; ) {
      const waiting = new AbortController();
      const silence = clock.sleep(silenceMs, waiting.signal).then(
        () => undefined,
        () => undefined,
      );
      const first = await Promise.race([next, silence]);
      waiting.abort();
      if (first?.done === true) return;
      yield first?.value;
      if (first !== undefined) next = items.next();
    }
  } finally {
    // Not awaited: a source that is asked for an item answers this only after that item.
    void items.return?.();
  }
}
