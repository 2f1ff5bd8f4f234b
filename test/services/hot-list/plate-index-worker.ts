/** Builds an index on a thread of its own and hands it over. */
import { parentPort, workerData } from 'node:worker_threads';
import { PlateIndexBuilder } from '../../../firmware/services/hot-list/plate-index-builder.ts';

const { count } = workerData as { readonly count: number };
const builder = new PlateIndexBuilder();
for (let ref = 0; ref < count; ref++)
  builder.add({ text: ref.toString(36).toUpperCase().padStart(7, '0'), region: 'us-il', alertClass: 'amber', ref });
const { parts, buffers } = builder.build();
parentPort!.postMessage(parts, buffers);
