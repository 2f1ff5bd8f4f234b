/**
 * What a unit does with its disk, as a program of its own, so that it can be recorded: detections and alerts are stored, published to a
 * consumer that acknowledges, purged when their time has come, held and released; what is done is recorded; the unit's key is changed;
 * all is closed and opened again. After each step it writes a mark into `.marks`, which a recording holds in its place among the
 * changes: what a mark says had happened before any later cut.
 *
 *   node workload.ts FOLDER SEED STEPS
 */
import { mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Dice } from '../../sim/dice.ts';
import { detectionOf, hitDetectionOf } from '../proto/detections.ts';
import { inBoot, keyOf, type Mark, openFolder, terms, unitKeys } from './kept.ts';

const STEP_MS_MAX = 60_000;

const [folder = '', seed = '0', steps = '0'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const marks = openSync(join(folder, '.marks'), 'a');
const dice = new Dice(`powercut/${seed}`);
let atMs = 0;
let boot = 1;
let kept = openFolder(folder, atMs);
let records = 0;

type Said<Each> = Each extends Mark ? Omit<Each, 'atMs'> : never;
const mark = (said: Said<Mark>) => writeSync(marks, `${JSON.stringify({ ...said, atMs })}\n`);
const person = { name: 'somebody', role: 'supervisor' } as const;

/** What a unit does, with how often. */
const acts: readonly (readonly [number, (step: number) => void | Promise<void>])[] = [
  [
    50,
    (step) => {
      const matched = inBoot(boot, dice.chance(0.3) ? hitDetectionOf(step) : detectionOf(step), kept.now());
      kept.store.append(matched);
      mark({ kind: 'stored', id: matched.detection.id });
    },
  ],
  [
    8,
    () => {
      const alert = kept.store.openAlerts().find(({ state }) => state === 'raised');
      if (alert === undefined) return;
      kept.store.putAlert({ ...alert, unit: { ...alert.unit, bootId: `boot-${boot}` }, state: 'seen' });
      mark({ kind: 'seen', alert: alert.id });
    },
  ],
  [
    20,
    () => {
      const outbox = dice.chance(0.5) ? 'detection' : 'alert';
      const rows = kept.store.outbox(outbox, 1 + dice.integer(16));
      for (const row of rows) mark({ kind: 'received', ...keyOf(row) });
      const reached = rows[dice.integer(rows.length + 1) - 1];
      if (reached) kept.store.acknowledge(outbox, reached.sequence);
    },
  ],
  [
    6,
    () => {
      kept.store.retained.observe(kept.now());
      mark({ kind: 'purging' });
      while (kept.store.retained.purge(terms));
      mark({ kind: 'purged' });
    },
  ],
  [
    4,
    async () => {
      const { found } = kept.store.search.find({}, 1 + dice.integer(12));
      if (found.length === 0) return;
      const { epochMs: placedEpochMs } = kept.now();
      const untilEpochMs = placedEpochMs + 86_400_000;
      const hold = await kept.store.holds.place(
        { caseNumber: '2026-1', who: person, why: 'a case', untilEpochMs, placedEpochMs },
        found.map(({ sequence }) => kept.store.holds.holdable(sequence)!),
      );
      mark({ kind: 'held', hold: hold.id, messages: hold.messages });
    },
  ],
  [
    2,
    () => {
      const [hold] = kept.store.holds.list();
      if (hold === undefined) return;
      mark({ kind: 'releasing', hold: hold.id });
      kept.store.holds.release(hold.id);
    },
  ],
  [
    8,
    () => {
      kept.audit.record({ action: 'search.done', by: person, subject: `search-${records}` });
      records += 1;
      mark({ kind: 'recorded', record: records });
      if (!dice.chance(0.3)) return;
      const { statement, signature } = kept.audit.checkpoint();
      mark({ kind: 'vouched', statement, signature: Buffer.from(signature).toString('base64') });
    },
  ],
  [2, () => kept.store.rewrap(unitKeys[dice.integer(unitKeys.length)]!)],
  [
    5,
    () => {
      kept[Symbol.dispose]();
      boot += 1;
      kept = openFolder(folder, atMs);
    },
  ],
];
const total = acts.reduce((sum, [weight]) => sum + weight, 0);

/** The act that a number below the total falls on. */
function drawn(number: number): (step: number) => void | Promise<void> {
  let below = 0;
  for (const [weight, act] of acts) {
    below += weight;
    if (number < below) return act;
  }
  throw new RangeError('a number below the total');
}

for (let step = 1; step <= Number(steps); step += 1) {
  const passedMs = dice.integer(STEP_MS_MAX);
  atMs += passedMs;
  kept.clock.advance(passedMs);
  await drawn(dice.integer(total))(step);
}
