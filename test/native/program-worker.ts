/** A thread that has many runs under way and says so: whoever started it then ends it. */
import { parentPort } from 'node:worker_threads';
import { compile, firstOutputMemory, inputMemory, unclamped } from '../../native/index.ts';

const floats = 2 ** 20;
const from = { memory: inputMemory, offset: 0 };
const to = { memory: firstOutputMemory, offset: 0 };
const hold = { kind: 'hold', floats, clamp: unclamped, from, to } as const;
const program = compile({ inputFloats: floats, arenaFloats: 0, outputFloats: [floats], steps: Array(20).fill(hold) })!;
const input = new Float32Array(floats);
const runs = Array.from({ length: 24 }, () => program.runBeside(1, input, [new Float32Array(floats)]));
parentPort!.postMessage('under way');
await Promise.all(runs);
