/** The index thread: puts the records of one index in order, gives them back and ends. Started by index-thread.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { sortedIndex, type UnsortedIndex } from './services/hot-list/plate-index-order.ts';

const { parts, buffers } = sortedIndex(workerData as UnsortedIndex);
parentPort!.postMessage(parts, buffers);
