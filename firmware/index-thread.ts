/**
 * Puts an index in order where the main thread is not kept waiting: a large one on a thread of its own, which its pages go to and come back
 * from without being copied. It needs no key and sees no list, only the packed plates.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { PlateIndex, type PlateIndexParts } from './services/hot-list/plate-index.ts';
import { sortedIndex, type UnsortedIndex } from './services/hot-list/plate-index-order.ts';

/** Fewer are in order within some milliseconds. */
const THREAD_FROM = 50_000;

/** Rejects where the thread ends without an answer. */
export async function orderedIndex(unsorted: UnsortedIndex): Promise<PlateIndex> {
  if (unsorted.entries < THREAD_FROM) return sortedIndex(unsorted);
  const worker = new Worker(new URL('./index-worker.ts', import.meta.url), {
    workerData: unsorted,
    transferList: unsorted.pages.map(({ buffer }) => buffer),
    name: 'index',
  });
  const ended = once(worker, 'exit').then(([status]) => Promise.reject(new Error(`the index thread ended: ${status}`)));
  const [parts] = (await Promise.race([once(worker, 'message'), ended])) as [PlateIndexParts];
  return new PlateIndex(parts);
}
