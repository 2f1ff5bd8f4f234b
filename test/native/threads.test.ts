import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { drawings } from './drawings.ts';

it('gives the same answers in four threads at once as in one, each thread with its own state', async () => {
  const rounds = 120;
  const threads = [1, 2, 3, 4].map(
    () => new Worker(new URL('./vision-worker.ts', import.meta.url), { workerData: { rounds } }),
  );
  const answers = threads.map((thread) => once(thread, 'message'));
  const wanted = drawings(rounds);
  for (const answer of answers) expect((await answer)[0]).toEqual(wanted);
  await Promise.all(threads.map((thread) => thread.terminate()));
});
