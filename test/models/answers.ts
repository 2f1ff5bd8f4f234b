/**
 * The tfjs side of the exporter's parity check (models/train/parity.py): answers for pictures in a file, by the loader
 * and backend that the product runs.
 *
 *     node test/models/answers.ts MODEL COUNT HEIGHT WIDTH PICTURES.f32 ANSWERS.f32
 *
 * Both files are little-endian float32 without a head: the pictures one after the other; then the answers, an output
 * after the other in the order of the model's card, each with all pictures.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { startBackend } from '../../firmware/inference/backends.ts';
import { loadModel } from '../../firmware/inference/graph-network.ts';

const [folder, count, height, width, pictures, answers] = process.argv.slice(2);
if (answers === undefined) throw new Error('usage: answers.ts MODEL COUNT HEIGHT WIDTH PICTURES.f32 ANSWERS.f32');
await writeFile(answers, await answersTo(await readFile(pictures!), Number(count), Number(height), Number(width)));

async function answersTo(bytes: Buffer, count: number, height: number, width: number): Promise<Uint8Array> {
  if (bytes.length !== 4 * count * height * width) throw new Error(`${pictures} does not hold ${count} pictures.`);
  const backend = await startBackend('wasm');
  const { card, network } = await loadModel(folder!, { backend });
  const size = 4 * height * width;
  const parts: Buffer[][] = card.outputs.map(() => []);
  for (let index = 0; index < count; index++) {
    // A copy: the file's bytes need not lie at a multiple of four.
    const data = new Float32Array(new Uint8Array(bytes.subarray(index * size, (index + 1) * size)).buffer);
    const { outputs } = await network.run({ shape: [1, height, width, 1], data });
    outputs.forEach((result, at) => {
      // A copy: the network uses its arrays again.
      parts[at]!.push(Buffer.from(result.data.slice().buffer));
    });
  }
  network.dispose();
  return Buffer.concat(parts.flat());
}
