/** What a line's listener is told and what is counted: edges that were lost are counted, and none twice. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import type { Gpio } from '../../firmware/ports/gpio.ts';
import { watchLine } from '../../firmware/services/line-watch.ts';
import { SimClock } from '../../sim/clock.ts';
import { SimGpio } from '../../sim/devices/gpio.ts';
import { recordingLog } from '../broker/recording-log.ts';

function watching(gpioOf: (clock: SimClock, stop: AbortController) => Gpio) {
  const clock = new SimClock({ startEpochMs: 0 });
  const stop = new AbortController();
  const gpio = gpioOf(clock, stop);
  const tally = new Tally('edges');
  const told: number[] = [];
  const tools = { gpio, clock, log: recordingLog(), tally, reopenMs: 1000, onFault: () => undefined };
  const ended = watchLine(
    'door',
    { ...tools, signal: stop.signal },
    { had: () => undefined, edge: ({ sequence }) => told.push(sequence) },
  );
  return { clock, stop, tally, told, ended };
}

test('whichever edges are lost, those heard and those lost are all that the line had', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 50 }), async (kept) => {
      // The kernel drops the oldest: the last edge always arrives.
      const sequences = [...kept, true].flatMap((each, at) => (each ? [at + 1] : []));
      const { tally, told, ended } = watching((_, stop) => ({
        output: () => expect.unreachable(),
        level: () => false,
        async *edges(line) {
          for (const sequence of sequences) yield { line, rising: true, monotonic: monotonicMs(sequence), sequence };
          stop.abort();
        },
      }));
      await ended;
      expect(told).toEqual(sequences);
      const [all, out] = [kept.length + 1, sequences.length];
      const drops = all > out ? { lost: all - out } : {};
      expect(tally.snapshot()).toMatchObject({ in: all, out, held: 0 });
      expect(tally.snapshot().drops).toEqual(drops);
    }),
  );
});

test('a chip that goes and returns counts anew, and nothing was lost by it', async () => {
  let gpio!: SimGpio;
  const { clock, stop, tally, told, ended } = watching(
    (ticking) => (gpio = new SimGpio(ticking, { inputs: ['door'], outputs: [] })),
  );
  for (const active of [true, false, true]) gpio.drive('door', active);
  await clock.advanceTo(100);
  gpio.fault = 'off';
  await clock.advanceTo(500);
  gpio.fault = undefined;
  await clock.advanceTo(3000);
  gpio.drive('door', false);
  await clock.advanceTo(3100);
  stop.abort();
  await ended;
  expect(told).toEqual([1, 2, 3, 1]);
  expect(tally.snapshot()).toMatchObject({ in: 4, out: 4, drops: {} });
});
