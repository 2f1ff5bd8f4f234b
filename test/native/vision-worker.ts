// One thread of the threads test: draws the same seeded frames as every other and reports all that it made of them.

import { parentPort, workerData } from 'node:worker_threads';
import { drawings } from './drawings.ts';

parentPort?.postMessage(drawings(workerData.rounds));
