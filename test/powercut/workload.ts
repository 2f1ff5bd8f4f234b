/**
 * What a unit does with its disk, as a program of its own, so that it can be recorded: detections and alerts are stored, published
 * to a consumer that acknowledges, the store is closed and opened again. After each step it writes a mark into `.marks`, which a
 * recording holds in its place among the changes: what a mark says had happened before any later cut.
 *
 *   node workload.ts FOLDER SEED STEPS
 */
import { mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Dice } from '../../sim/dice.ts';
import { detectionOf, hitDetectionOf } from '../proto/detections.ts';
import { inBoot, keyOf, type Mark, openFolder } from './kept.ts';

const [folder = '', seed = '0', steps = '0'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const marks = openSync(join(folder, '.marks'), 'a');
const mark = (each: Mark) => writeSync(marks, `${JSON.stringify(each)}\n`);
const dice = new Dice(`powercut/${seed}`);

let store = openFolder(folder);
for (let step = 1, boot = 1; step <= Number(steps); step += 1) {
  const chance = dice.uniform();
  if (chance < 0.6) {
    const matched = inBoot(boot, dice.chance(0.3) ? hitDetectionOf(step) : detectionOf(step));
    store.append(matched);
    mark({ kind: 'stored', id: matched.detection.id });
  } else if (chance < 0.7) {
    const alert = store.openAlerts().find(({ state }) => state === 'raised');
    if (alert === undefined) continue;
    store.putAlert({ ...alert, unit: { ...alert.unit, bootId: `boot-${boot}` }, state: 'seen' });
    mark({ kind: 'seen', alert: alert.id });
  } else if (chance < 0.95) {
    const outbox = dice.chance(0.5) ? 'detection' : 'alert';
    const rows = store.outbox(outbox, 1 + dice.integer(16));
    for (const row of rows) mark({ kind: 'received', ...keyOf(row) });
    const reached = rows[dice.integer(rows.length + 1) - 1];
    if (reached) store.acknowledge(outbox, reached.sequence);
  } else {
    store[Symbol.dispose]();
    boot += 1;
    store = openFolder(folder);
  }
}
