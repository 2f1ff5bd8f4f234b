/** The watchdogs' service and what counts as progress, on a clock that the test moves. */
import { expect, test } from 'vitest';
import { Fault } from '../../firmware/domain/fault.ts';
import type { CameraCondition } from '../../firmware/domain/health.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import { Progress } from '../../firmware/services/progress.ts';
import { watchOver } from '../../firmware/services/watchdog.ts';
import { SimClock } from '../../sim/clock.ts';
import { recordingLog } from '../broker/recording-log.ts';

function unit() {
  const clock = new SimClock({ startEpochMs: 0 });
  const tallies = {
    capture: new Tally('capture'),
    track: new Tally('track'),
    store: new Tally('store'),
    publish: new Tally('publish'),
  };
  const state = {
    camera: 'delivering' as CameraCondition,
    backlog: 0,
    connected: true,
    gone: false,
    looked: 0,
    visionHangs: false,
  };
  const progress = new Progress(
    {
      stages: () => Object.values(tallies).map((tally) => tally.snapshot()),
      vision: () => ({ looked: state.looked, underWay: 1 }),
      cameraCondition: () => state.camera,
      backlog: () => ({ messages: state.backlog }),
      connected: () => state.connected,
    },
    10_000,
  );
  const stop = new AbortController();
  let pets = 0;
  const faults: (string | undefined)[] = [];
  const watchdog: (string | undefined)[] = [];
  const other = () => {
    if (state.gone) throw new Fault('watchdog.unavailable', 'unplugged.');
  };
  const watching = watchOver({
    progress,
    pets: [other, () => pets++],
    intervalMs: 1000,
    clock,
    log: recordingLog(),
    signal: stop.signal,
    onFault: (source, fault) => (source === 'progress' ? faults : watchdog).push(fault?.detail),
  });
  /** So many seconds, each with a frame read where frames come. */
  const seconds = async (count: number, frames = true) => {
    const before = pets;
    for (let i = 0; i < count; i++) {
      if (!state.visionHangs) state.looked++;
      if (frames) {
        tallies.capture.in();
        tallies.capture.out();
      }
      await clock.advanceTo(clock.monotonic() + 1000);
    }
    return pets - before;
  };
  return { tallies, state, seconds, faults, watchdog, stop, watching };
}

test('a unit that works is petted every interval, and so is one with nothing to do', async () => {
  const { seconds, state, stop, watching, faults } = unit();
  expect(await seconds(60)).toBe(60);
  for (const camera of ['failed', 'opening', 'ended'] as const) {
    state.camera = camera;
    expect(await seconds(60, false)).toBe(60);
  }
  expect(faults).toEqual([]);
  stop.abort();
  await watching;
});

test.each(['frames', 'vision', 'store', 'publish'])(
  'when %s stands still with work to do the petting ends within the limit, and begins again with it',
  async (name) => {
    const under = unit();
    await under.seconds(5);
    under.state.visionHangs = name === 'vision';
    if (name === 'store') under.tallies.store.in();
    if (name === 'publish') under.state.backlog = 1;
    await under.seconds(12, name !== 'frames');
    expect(await under.seconds(30, name !== 'frames')).toBe(0);
    expect(under.faults).toEqual([`${name}.`]);
    under.tallies.store.out(under.tallies.store.snapshot().held);
    under.state.backlog = 0;
    under.state.visionHangs = false;
    expect(await under.seconds(5)).toBeGreaterThanOrEqual(4);
    expect(under.faults).toEqual([`${name}.`, undefined]);
    under.stop.abort();
  },
);

test('a vehicle that stands in view for long, and a broker that is away, are no reason to restart', async () => {
  const { tallies, state, seconds } = unit();
  tallies.track.in(5);
  state.backlog = 100;
  state.connected = false;
  expect(await seconds(120)).toBe(120);
});

test('a watchdog that can not be told is a fault for as long, and the others are told', async () => {
  const { seconds, state, watchdog } = unit();
  expect(await seconds(3)).toBe(3);
  state.gone = true;
  expect([await seconds(3), watchdog.at(-1)]).toEqual([3, 'unplugged.']);
  state.gone = false;
  expect([await seconds(3), watchdog.at(-1)]).toEqual([3, undefined]);
});
