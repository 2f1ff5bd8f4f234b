/** Run by a test as a process of its own on a small file system: fills it, makes room, and prints what came of it. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alprEncoder } from '../../firmware/devices/message-encoder.ts';
import { openSqliteStore } from '../../firmware/devices/sqlite-store.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { faultOf } from '../../firmware/domain/fault.ts';
import { detectionOf } from '../proto/detections.ts';
import { testUnitKey } from './test-unit-key.ts';

const folder = process.argv[2] ?? '';
const ballast = join(folder, 'ballast');
const options = {
  folder: join(folder, 'store'),
  encode: alprEncoder,
  clock: systemClock(),
  unitKeys: [testUnitKey] as const,
};
writeFileSync(ballast, new Uint8Array(300_000));
const store = openSqliteStore(options);
let stored = 0;
let fault: string | undefined;
while (fault === undefined) {
  try {
    stored = Number(store.append(detectionOf(stored + 1)));
  } catch (error) {
    fault = faultOf(error)?.code ?? String(error);
  }
}
const readBack = store.outbox('detection', 100_000).length;
rmSync(ballast);
const afterRoom = Number(store.append(detectionOf(stored + 1)));
store[Symbol.dispose]();
using again = openSqliteStore(options);
const reopened = again.outbox('detection', 100_000).length;
process.stdout.write(JSON.stringify({ fault, stored, readBack, afterRoom, reopened }));
