/**
 * The closed vocabulary of faults, on everything that a unit touches, in a whole unit on the simulated street: each is either said by
 * health within five seconds, while all that does not need the device goes on, and is over without a restart when the device works; or
 * the simulator refuses it with a reason. A device, or a word of the vocabulary, that has no row fails here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditFolder } from '../../firmware/audit-services.ts';
import type { FaultCode } from '../../firmware/domain/fault.ts';
import type { UnitDevices } from '../../firmware/unit.ts';
import { type SimulatedFault, simulatedFaults, UnsupportedFault } from '../../sim/faults.ts';
import { type FaultyStreet, openFaultyStreet } from './faulty-street.ts';

/** What a unit does, each with a test of whether it has gone on since now. */
const services = {
  detections: ({ stored }: FaultyStreet) => since(stored),
  delivery: ({ delivered }: FaultyStreet) => since(delivered),
  frames: ({ unit }: FaultyStreet) => since(() => unit.tallies().find(({ stage }) => stage === 'detect')!.in),
  place:
    ({ unit }: FaultyStreet) =>
    () =>
      unit.gps!.received().quality === '3d',
  time:
    ({ seenAgoMs }: FaultyStreet) =>
    () =>
      seenAgoMs() >= 0 && seenAgoMs() < 2000,
  lamp: ({ gpio }: FaultyStreet) => since(() => gpio.changes.filter(({ line }) => line === 'status-lamp').length),
  watchdog: ({ watchdog }: FaultyStreet) => since(() => watchdog.pets),
};
type Service = keyof typeof services;

interface Row {
  /** What health says. */
  readonly says: FaultCode;
  /** What can not go on meanwhile. */
  readonly without?: readonly Service[];
  /** Without the broker health is heard only when it is back, with when the fault began. */
  readonly heardLater?: true;
}

interface Device {
  readonly of: (street: FaultyStreet) => { fault: SimulatedFault | undefined };
  readonly rows: Partial<Record<SimulatedFault, Row>>;
}

const blind = { without: ['detections', 'delivery', 'frames', 'time'] } as const;
const unseen = { without: ['detections', 'delivery', 'time'] } as const;
const unheard = { without: ['delivery'], heardLater: true } as const;
const unstored = { without: ['detections', 'delivery', 'time'] } as const;

/** Every device of `UnitDevices`, or why it can not fail by itself. */
const devices = {
  camera: {
    of: ({ camera }) => camera,
    rows: {
      off: { says: 'camera.stalled', ...blind },
      stuck: { says: 'camera.stuck', ...unseen },
      garbage: { says: 'camera.garbled', ...unseen },
      slow: { says: 'camera.slow', ...unseen },
      delayed: { says: 'camera.late' },
      intermittent: { says: 'camera.slow' },
    },
  },
  gpsLine: {
    of: ({ gps }) => gps,
    rows: {
      off: { says: 'gps.silent', without: ['place'] },
      stuck: { says: 'gps.stuck', without: ['place'] },
      garbage: { says: 'gps.garbled', without: ['place'] },
      wrong: { says: 'gps.jumped' },
      slow: { says: 'gps.slow' },
      delayed: { says: 'clock.disagrees', without: ['time'] },
      intermittent: { says: 'gps.slow' },
    },
  },
  board: {
    of: ({ gpio }) => gpio,
    rows: { off: { says: 'gpio.lost', without: ['lamp'] }, stuck: { says: 'gpio.stuck' } },
  },
  clock: {
    of: ({ clock }) => clock,
    rows: {
      stuck: { says: 'clock.disagrees' },
      wrong: { says: 'clock.disagrees' },
      slow: { says: 'clock.disagrees' },
      intermittent: { says: 'clock.disagrees' },
    },
  },
  broker: {
    of: ({ cable }) => cable,
    rows: {
      off: { says: 'broker.unreachable', ...unheard },
      stuck: { says: 'broker.slow', ...unheard },
      garbage: { says: 'broker.unreachable', ...unheard },
      slow: { says: 'broker.slow', ...unheard },
      delayed: { says: 'broker.slow', ...unheard },
      intermittent: { says: 'broker.unreachable', ...unheard },
    },
  },
  disk: {
    of: ({ disk }) => disk,
    rows: {
      off: { says: 'store.unwritable', ...unstored },
      stuck: { says: 'store.full', ...unstored },
      slow: { says: 'store.slow', without: ['time'] },
      intermittent: { says: 'store.unwritable' },
    },
  },
  pwm: { of: ({ pwm }) => pwm, rows: { off: { says: 'pwm.unavailable' } } },
  warmth: {
    of: ({ thermometer }) => thermometer,
    rows: { off: { says: 'unit.warmth-unknown' }, garbage: { says: 'unit.warmth-unknown' } },
  },
  strobeFault: { of: ({ strobe }) => strobe, rows: { off: { says: 'gpio.lost' } } },
  watchdogs: {
    of: ({ watchdog }) => watchdog,
    rows: { off: { says: 'watchdog.unavailable', without: ['watchdog'] } },
  },
  entropy: "the kernel's random numbers do not fail (getrandom(2))",
  machineBoot: 'a name that the kernel gives',
  log: 'a log that nobody takes is lost, and nothing else',
  pool: 'memory of this process',
  engine: 'code of this process',
  codec: 'code of this process',
  hotLists: 'memory of this process; lists on the disk have tests of their own (test/services/hot-list)',
  sequencer: 'a thread of this process on lines of the board; test/hil/sequencer.guest.ts takes its chip away',
} as const satisfies Record<keyof UnitDevices | 'pwm', Device | string>;

/** Ports that no device of the table stands behind. */
const software = ['engine', 'entropy', 'frame-pool', 'inference', 'log', 'picture-codec', 'plate-reader', 'vision'];
/** Ports whose adapters stand on the store's disk or the network, each with its own test of what they refuse. */
const founded = [
  'audit',
  'detection-search',
  'holds',
  'kept-records',
  'retained',
  'unit-key',
  'command-memory',
  'list-carrier',
  'sealed-folder',
  'vault',
];
/** Ports by their device in the table. */
const ports = {
  'serial-line': 'gpsLine',
  gpio: 'board',
  store: 'disk',
  camera: 'camera',
  clock: 'clock',
  broker: 'broker',
  disk: 'disk',
  pwm: 'pwm',
} as const satisfies Record<string, keyof typeof devices>;

const failing = Object.entries(devices).flatMap(([name, device]) => {
  if (typeof device === 'string') return [];
  const { of, rows }: Device = device;
  return [{ name, of, rows }];
});
const rows = failing.flatMap(({ name, of, rows }) =>
  (Object.entries(rows) as [SimulatedFault, Row][]).map(([fault, row]) => ({ name, of, fault, ...row })),
);

let street: FaultyStreet;
beforeAll(async () => {
  street = await openFaultyStreet();
  expect(await street.until(() => street.delivered() > 0 && isWell(), 20_000)).toBe(true);
});
afterAll(async () => {
  await street[Symbol.asyncDispose]();
  expect(street.pool.free, 'frames given back').toBe(street.pool.slots);
});

const isWell = () => street.heard.at(-1)?.faults.length === 0;
const isLit = () => street.gpio.driven('status-lamp');

describe('the table', () => {
  test('has every port', () => {
    const files = readdirSync(new URL('../../firmware/ports', import.meta.url));
    expect([...software, ...founded, ...Object.keys(ports)].map((port) => `${port}.ts`).sort()).toEqual(files.sort());
  });

  test.each(failing)(
    'has every fault that the simulated $name can have, and a reason for each other',
    ({ of, rows }) => {
      for (const fault of simulatedFaults) {
        if (rows[fault] !== undefined) continue;
        const set = () => {
          of(street).fault = fault;
        };
        expect(set).toThrow(UnsupportedFault);
        expect(set).toThrow(/can not be "\w+": \w+ \w+/);
      }
    },
  );
});

describe('a unit', () => {
  test('tells how many edges its inputs had', async () => {
    expect(await street.until(() => street.heard.at(-1)!.edges > 0, 20_000)).toBe(true);
  });

  test.each(rows)('whose $name is $fault says $says, goes on, and is well again after', async (row) => {
    const { clock, heard, until } = street;
    const device = row.of(street);
    const { bootId } = heard[0]!;
    expect(await until(isWell, 20_000), 'well before').toBe(true);
    let beganMs = clock.monotonic();
    const before = heard.length;
    const said = () =>
      heard
        .slice(before)
        .flatMap(({ saidMs, faults }) => faults.map(({ code, sinceMs }) => ({ code, saidMs, sinceMs })))
        .find(({ code }) => code === row.says);
    const goOn = (names: readonly Service[]) => names.map((name) => [name, services[name](street)] as const);
    const stopped = (going: ReturnType<typeof goOn>) => going.filter(([, goes]) => !goes()).map(([name]) => name);
    const all = Object.keys(services) as Service[];

    device.fault = row.fault;
    try {
      if (row.heardLater) {
        // A broker is slow with what it is sent.
        const sent = services.detections(street);
        expect(await until(sent, 20_000), 'something to send').toBe(true);
        beganMs = clock.monotonic();
        await clock.sleep(5000);
      } else expect(await until(() => said() !== undefined, 5000), 'said in time').toBe(true);
      const meanwhile = goOn(all.filter((name) => !row.without?.includes(name)));
      await until(() => stopped(meanwhile).length === 0, 20_000);
      expect(stopped(meanwhile), 'stopped by the fault').toEqual([]);
    } finally {
      device.fault = undefined;
    }

    const afterwards = goOn(all.filter((name) => name !== 'lamp'));
    const recovered = () => said() !== undefined && isWell() && isLit() && stopped(afterwards).length === 0;
    await until(recovered, 20_000);
    expect(stopped(afterwards), 'stopped after the fault').toEqual([]);
    expect(said(), 'what was said').toMatchObject({ code: row.says });
    expect((row.heardLater ? said()!.sinceMs : said()!.saidMs) - beganMs).toBeLessThanOrEqual(5000);
    expect(heard.at(-1)!.faults, 'said after the fault').toEqual([]);
    expect(new Set(heard.map((each) => each.bootId))).toEqual(new Set([bootId]));
    expect(isLit(), 'status lamp').toBe(true);
  });

  test('O1 records that its time steps, where its receiver is late by seconds', async () => {
    const { gps, until } = street;
    const before = stepsOnRecord();
    gps.fault = 'delayed';
    try {
      expect(await until(() => stepsOnRecord() > before, 70_000)).toBe(true);
    } finally {
      gps.fault = undefined;
    }
  });
});

/** Steps of the unit's time that its audit log tells of. */
function stepsOnRecord(): number {
  const folder = auditFolder(street.config);
  const logs = readdirSync(folder).filter((name) => name.endsWith('.log'));
  return logs.reduce(
    (steps, name) => steps + readFileSync(join(folder, name), 'utf8').split('"unit.clock-stepped"').length - 1,
    0,
  );
}

function since(count: () => number): () => boolean {
  const before = count();
  return () => count() > before;
}
