/**
 * Work on the items of a source with several under way at once, results in order. What lets a frame be searched while the one before it
 * is read on another thread, without either stage knowing of the other.
 *
 * Promises: `work` is begun in the items' order, as soon as there is an item and fewer than `count` are under way; a result comes out as soon
 * as it and those before it are there, never later for want of a next item. With a count of 1 an item is asked for when the one before it
 * has been taken. Where the work or the source fails, or the consumer stops, what is under way is waited for and the source is closed.
 */

/** @param unused gets an item that had been asked for and came when nobody wanted it any more. */
export async function* ahead<Item, Result>(
  count: number,
  source: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  unused: (item: Item) => void = () => {},
): AsyncGenerator<Result> {
  const items = source[Symbol.asyncIterator]();
  const underWay: Promise<Result>[] = [];
  let asked: Promise<IteratorResult<Item>> | undefined;
  let ended = false;
  try {
    for (;;) {
      if (!ended && underWay.length < count) asked ??= items.next();
      const [oldest] = underWay;
      if (asked !== undefined && (await isFirst(asked, oldest))) {
        const { done, value } = await asked;
        asked = undefined;
        if (done) ended = true;
        else underWay.push(handled(work(value)));
      } else if (oldest !== undefined) {
        const result = await oldest;
        underWay.shift();
        yield result;
      } else return;
    }
  } finally {
    await Promise.allSettled(underWay);
    if (asked === undefined) {
      await items.return?.();
    } else {
      // An item that may never come must not be waited for.
      asked.then(({ done, value }) => done || unused(value)).catch(() => {});
      items.return?.().catch(() => {});
    }
  }
}

/** Whether `asked` is settled before the oldest result, or there is none. */
async function isFirst(asked: Promise<unknown>, oldest: Promise<unknown> | undefined): Promise<boolean> {
  return oldest === undefined || Promise.race([asked.then(() => true), oldest.then(() => false)]);
}

/** A failure is met when its turn comes, not before. */
function handled<Result>(running: Promise<Result>): Promise<Result> {
  running.catch(() => {});
  return running;
}
