/** The illuminator on a simulated board: what it does as the light changes, and what happens when it can not be driven. */
import { expect, test } from 'vitest';
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import { Fault } from '../../firmware/domain/fault.ts';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import type { Gpio } from '../../firmware/ports/gpio.ts';
import type { Sight } from '../../firmware/services/daylight.ts';
import { faultOfSight, ILLUMINATOR_LINE, Illumination } from '../../firmware/services/illumination.ts';
import { FramePool } from '../../native/index.ts';
import { SimClock } from '../../sim/clock.ts';
import { SimGpio } from '../../sim/devices/gpio.ts';

const [width, height] = [320, 200];

function yard(gpio?: Gpio) {
  const board = new SimGpio(new SimClock({ startEpochMs: 0 }), { inputs: [], outputs: [ILLUMINATOR_LINE] });
  const pool = FramePool.create({ slots: 1, bytesPerSlot: width * height });
  const lease = pool.acquire()!;
  const levels: number[] = [];
  const faults: (string | undefined)[] = [];
  let sight: Sight = 'clear';
  let elevation: number | undefined = 40;
  let second = 0;
  const illumination = new Illumination({
    engine: nativeEngine(),
    pool,
    gpio: gpio ?? board,
    pwm: { set: (share) => levels.push(share), close: () => levels.push(0) },
    elevation: () => elevation,
    settleMs: 10_000,
    dusk: 0.5,
    night: 1,
    onSight: (now) => (sight = now),
    onFault: (fault) => faults.push(fault?.code),
  });
  /** Frames of stripes round a mean luma, thirty a second, for so many seconds. */
  const seconds = (count: number, mean: number, sun = elevation, contrast = 40) => {
    elevation = sun;
    const bytes = pool.bytesOf(lease);
    for (let i = 0; i < bytes.length; i++) bytes[i] = mean + (Math.floor(i / 20) % 2 === 0 ? contrast : -contrast);
    for (const end = second + count; second < end; second += 1 / 30) {
      illumination.look({
        camera: 'yard',
        sequence: Math.round(second * 30),
        geometry: { format: 'grey', width, height, strideBytes: width },
        lease,
        wall: { epochMs: second * 1000, quality: { source: 'simulated' } },
        monotonic: monotonicMs(second * 1000),
        exposure: {},
      });
    }
  };
  return { illumination, board, levels, faults, seconds, sight: () => sight };
}

test('it is off by day, at half at dusk, full by night, and dark when the unit ends', () => {
  const { illumination, board, levels, seconds } = yard();
  seconds(15, 90);
  expect([board.driven(ILLUMINATOR_LINE), illumination.light]).toEqual([false, 'day']);
  seconds(15, 90, -2);
  expect([board.driven(ILLUMINATOR_LINE), levels.at(-1)]).toEqual([true, 0.5]);
  seconds(15, 90, -20);
  expect([board.driven(ILLUMINATOR_LINE), levels.at(-1)]).toEqual([true, 1]);
  illumination[Symbol.dispose]();
  expect([board.driven(ILLUMINATOR_LINE), levels.at(-1)]).toEqual([false, 0]);
});

test('a covered lens is blind while it is covered', () => {
  const { seconds, sight } = yard();
  seconds(5, 90);
  seconds(4, 90, 40, 0);
  expect(faultOfSight(sight())).toBe('camera.blind');
  seconds(4, 90);
  expect(faultOfSight(sight())).toBeUndefined();
});

test('a line that can not be had is a fault, tried again, and shines once it is there', () => {
  const board = new SimGpio(new SimClock({ startEpochMs: 0 }), { inputs: [], outputs: [ILLUMINATOR_LINE] });
  let missing = true;
  const gpio: Gpio = {
    level: (line) => board.level(line),
    edges: (line, signal) => board.edges(line, signal),
    output(line) {
      if (missing) throw new Fault('gpio.missing', 'unplugged');
      return board.output(line);
    },
  };
  const { seconds, faults } = yard(gpio);
  seconds(15, 90, -20);
  expect(faults.at(-1)).toBe('gpio.missing');
  missing = false;
  seconds(2, 90);
  expect([faults.at(-1), board.driven(ILLUMINATOR_LINE)]).toEqual([undefined, true]);
});

test('a chip that goes while the light is on is a fault within two seconds, and the light is on again once it is back', () => {
  const { seconds, board, faults } = yard();
  seconds(15, 90, -20);
  board.fault = 'off';
  seconds(2, 90);
  expect([faults.at(-1), board.driven(ILLUMINATOR_LINE)]).toEqual(['gpio.missing', false]);
  board.fault = undefined;
  seconds(2, 90);
  expect([faults.at(-1), board.driven(ILLUMINATOR_LINE)]).toEqual([undefined, true]);
});
