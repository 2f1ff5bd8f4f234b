/** Run by a test as a process of its own: appends until it is killed, and says each sequence once it is stored. */
import { writeSync } from 'node:fs';
import { alprEncoder } from '../../firmware/devices/message-encoder.ts';
import { openSqliteStore } from '../../firmware/devices/sqlite-store.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { detectionOf } from '../proto/detections.ts';
import { testUnitKey } from './test-unit-key.ts';

const store = openSqliteStore({
  folder: process.argv[2] ?? '',
  encode: alprEncoder,
  clock: systemClock(),
  unitKeys: [testUnitKey],
});
for (let number = 1; ; number += 1) writeSync(1, `${store.append(detectionOf(number))}\n`);
