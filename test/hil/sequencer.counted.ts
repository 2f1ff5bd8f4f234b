/**
 * The sequencer's waveform on the kernel's own lines, recorded by the kernel's tracer and not by the sequencer, on a machine
 * that counts instructions instead of time: how late an edge is depends on the code, not on what else this computer does.
 * Node's own test runner: vitest takes longer to begin there than it waits for itself.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { type SequencedExposure, sequencerLatenessUs, startSequencer } from '../../native/index.ts';
import { bright, dark, type LightBox, lightBox, pulses } from './light-box.ts';

/** The tracer writes whole microseconds, and a moment before the line is driven. */
const TRACED_US = 10;
let box: LightBox;

before(() => {
  box = lightBox();
});
after(() => box.chip.remove());

async function played(periodUs: number, exposures: readonly SequencedExposure[], forMs: number) {
  box.clear();
  const sequencer = startSequencer(box, { periodUs, exposures });
  await delay(forMs);
  const report = sequencer.report();
  sequencer.close();
  return { report, all: box.changes() };
}

describe('the sequencer, on counted time', () => {
  test('plays bright and dark exposures in turn, each edge in its order and near its time', async () => {
    const { report, all } = await played(40_000, [bright, dark], 2000);
    const triggers = pulses(all, 'trigger', false);
    const strobes = pulses(all, 'strobe', true);
    assert.ok(triggers.length > 35);
    assert.ok(strobes.length > 17);
    const start = report.startMs * 1000;
    const late = triggers
      .map(({ us }) => us - start - 40_000 * Math.round((us - start) / 40_000))
      .sort((a, b) => a - b);
    assert.ok(late[0]! >= -TRACED_US && late.at(-1)! < 50, `${late[0]} to ${late.at(-1)} us`);
    for (const { us, width } of strobes) {
      const own = triggers.findLast((each) => each.us <= us)!;
      assert.ok(us >= own.us + bright.strobeDelayUs - TRACED_US);
      assert.ok(width >= bright.strobeUs - TRACED_US && width < bright.strobeUs + 50, `${width} us`);
    }
    const widths = triggers.map(({ width }) => width);
    assert.ok(widths.filter((width) => width >= dark.triggerUs - TRACED_US).length > 15);
    assert.ok(report.lateness.reduce((sum, count) => sum + count, 0) > 100);
    const buckets = sequencerLatenessUs.map((us, at) => `below ${us} us ${report.lateness[at]}`);
    console.log(
      `edges ${buckets.join(', ')}, later ${report.lateness.at(-1)}; real time ${report.realtime}, locked ${report.locked}`,
    );
    assert.ok(report.realtime && report.locked);
  });

  test('at the largest share allowed, the light is never more than a tenth of the time', async () => {
    const { all, report } = await played(10_000, [{ triggerUs: 0, strobeDelayUs: 0, strobeUs: 1000 }], 3000);
    const strobes = pulses(all, 'strobe', true);
    const lit = strobes.reduce((sum, { width }) => sum + width, 0);
    const span = strobes.at(-1)!.us - strobes[0]!.us;
    // The stock of light that a fresh start has is one longest pulse; a line of the trace may be a little late.
    assert.ok(lit < 0.1 * span + 2000 + 0.02 * span, `${lit} of ${span} us`);
    assert.ok(strobes.length > 50, JSON.stringify({ ...report, pulses: strobes.length }));
  });
});
