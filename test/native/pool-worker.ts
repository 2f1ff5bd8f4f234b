// One thread of the pool test: takes and returns slots, and looks for another thread's mark in what it holds.

import { parentPort, workerData } from 'node:worker_threads';
import { FramePool, type FramePoolHandle, type Lease } from '../../native/index.ts';

interface Work {
  readonly handle: FramePoolHandle;
  readonly mark: number;
  readonly rounds: number;
}

const { handle, mark, rounds }: Work = workerData;
const pool = FramePool.attach(handle);
const held: Lease[] = [];
let acquired = 0;
let refused = 0;
let foreign = 0;

while (acquired < rounds) {
  const lease = pool.acquire();
  if (lease === undefined) {
    refused++;
  } else {
    acquired++;
    pool.bytesOf(lease).fill(mark);
    if (acquired % 3 === 0) {
      pool.retain(lease);
      pool.release(lease);
    }
    held.push(lease);
  }
  if (held.length > 2 || lease === undefined) giveBack();
}
while (held.length > 0) giveBack();
parentPort?.postMessage({ refused, foreign });

function giveBack(): void {
  const oldest = held.shift();
  if (oldest === undefined) return;
  if (pool.bytesOf(oldest).some((byte) => byte !== mark)) foreign++;
  pool.release(oldest);
}
