/** The two networks through every backend that can be had here. */
import { join } from 'node:path';
import { faultOf } from '../domain/fault.ts';
import { startBackend } from '../inference/backends.ts';
import { loadModel } from '../inference/graph-network.ts';
import { detectorInput } from '../pipeline/prepare.ts';
import { readerInput } from '../pipeline/read.ts';
import { backendNames } from '../ports/inference.ts';
import { shippedModels } from '../unit.ts';
import type { Stopwatch } from './stopwatch.ts';

export async function timeNetworks(stopwatch: Stopwatch, say: (line: string) => void): Promise<void> {
  if (!['detector', 'reader'].some((name) => stopwatch.wants(name))) return;
  for (const name of backendNames) {
    try {
      await startBackend(name);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      say(`without ${name}: ${fault.detail}`);
      continue;
    }
    const detector = await loadModel(join(shippedModels, 'detector'), { backend: name });
    const reader = await loadModel(join(shippedModels, 'reader'), { backend: name });
    const image = {
      shape: [1, detectorInput.height, detectorInput.width, 1],
      data: new Float32Array(detectorInput.width * detectorInput.height),
    };
    await stopwatch.time({
      name: 'detector',
      kind: 'network',
      backend: name,
      macs: detector.card.macs,
      run: () => detector.network.run(image),
    });
    for (const count of [1, 4]) {
      const plates = {
        shape: [count, readerInput.height, readerInput.width, 1],
        data: new Float32Array(count * readerInput.width * readerInput.height),
      };
      await stopwatch.time({
        name: `reader, ${count} plate${count === 1 ? '' : 's'}`,
        kind: 'network',
        backend: name,
        macs: count * reader.card.macs,
        run: () => reader.network.run(plates),
      });
    }
    detector.network.dispose();
    reader.network.dispose();
  }
}
