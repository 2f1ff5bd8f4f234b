/** Large lists are indexed on a thread of their own (hot-list-worker.ts), small ones at once. */
import { Worker } from 'node:worker_threads';
import { Fault } from './domain/fault.ts';
import type { IndexAnswer, IndexOrder } from './hot-list-worker.ts';
import { type Indexed, indexOf } from './services/hot-list/indexing.ts';
import type { OpenedList } from './services/hot-list/library.ts';
import { PlateIndex } from './services/hot-list/plate-index.ts';

/** A smaller list is indexed sooner than a thread has started. */
const ENTRIES_ELSEWHERE = 20_000;

/** As `indexOf`, elsewhere where the list is large. Rejects with Fault `hotlist.busy` when the signal aborts. */
export function indexElsewhere({
  config,
  profile,
  signal,
}: Omit<IndexOrder, 'list'> & { readonly signal: AbortSignal }) {
  return async (list: string, opened: OpenedList): Promise<Indexed> => {
    if (opened.count < ENTRIES_ELSEWHERE) return indexOf(opened);
    const worker = new Worker(new URL('./hot-list-worker.ts', import.meta.url), {
      workerData: { config, profile, list } satisfies IndexOrder,
    });
    const end = () => void worker.terminate();
    signal.addEventListener('abort', end);
    const answer = await new Promise<IndexAnswer>((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
      worker.once('exit', (status) =>
        reject(
          signal.aborted
            ? new Fault('hotlist.busy', `${list}: the unit ends.`)
            : new Error(`the thread ended with status ${status}`),
        ),
      );
    }).finally(() => signal.removeEventListener('abort', end));
    if (answer.kind === 'failed') throw new Fault(answer.code, answer.detail);
    const { parts, leftOut, reason } = answer;
    return { index: new PlateIndex(parts), leftOut, ...(reason === undefined ? {} : { reason }) };
  };
}
