/**
 * The simulated street: one world, one seed, and the devices through which a unit meets it.
 *
 *   await using street = openStreet({ scenario: readScenario('quiet-day'), seed: 1, pool });
 *   // open the unit with street.clock, street.camera, street.gpio and a serial port at street.gpsPath, then
 *   await street.follow(unit.gps);          // the GPS begins to speak; a unit without GPS leaves this out
 *   ... run the pipeline for as many frames as wanted ...
 *   street.truth();                         // what truly passed
 *
 * Promises: the same scenario and seed give the same frames, NMEA and truth, bit for bit. Time stands still until the
 * next frame is asked for; at real pace (`realtime`) it runs by a real clock from the first frame asked for, whether or not
 * anyone asks for more. Whoever pulls
 * frames ahead of what it works off (a queue that drops the oldest) loses the first promise, not the street.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { UnitKind } from '../firmware/domain/detection.ts';
import type { Position } from '../firmware/domain/fix.ts';
import type { FramePool } from '../firmware/ports/frame-pool.ts';
import { SimClock } from './clock.ts';
import { type Pace, SimCamera } from './devices/camera.ts';
import { SimGpio } from './devices/gpio.ts';
import { type GpsFollower, SimGps } from './devices/gps.ts';
import { Dice } from './dice.ts';
import type { Scenario } from './scenario.ts';
import { type TrueVehicle, TruthKeeper } from './truth.ts';
import { World } from './world.ts';

export interface StreetOptions {
  readonly scenario: Scenario;
  readonly seed: number | string;
  /** Slots must hold a frame: see `bytesPerFrame`. */
  readonly pool: FramePool;
  readonly realtime?: boolean;
  /** Awaited before time moves, while it stands: what is outside the street (sockets) comes to rest. */
  readonly atRest?: () => Promise<void>;
}

export interface Street {
  readonly clock: SimClock;
  readonly camera: SimCamera;
  readonly gpio: SimGpio;
  /** Names of the lines that the unit has: a fixed one has no ignition. */
  readonly lines: ReadonlySet<string>;
  /** The GPS receiver's back door. */
  readonly gps: SimGps;
  /** The serial port at which the GPS speaks. */
  readonly gpsPath: string;
  readonly unitKind: UnitKind;
  /** Where a fixed unit was put up; absent where the unit moves. */
  readonly surveyedPosition: Position | undefined;
  /** Call once the unit has its serial line open; from then on each epoch waits for the unit to have parsed it. */
  follow(gps: GpsFollower): Promise<void>;
  /** Moves the world on without a frame, `durationMs` from now; at real pace, waits so long. */
  elapse(durationMs: number): Promise<void>;
  /** Every vehicle whose plate has come into the frame so far, in order of entering. */
  truth(): readonly TrueVehicle[];
  /** Leaves out of the truth who came so far, and what was driven on the lines: for days of street, in which both would only grow. */
  forgetPast(): void;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Lines that every simulated unit has. `camera-exposure` is high while light is gathered, `pulse-per-second` rises at
 * each whole second of the street.
 */
export const streetLines = {
  inputs: ['camera-exposure', 'tamper', 'ignition', 'pulse-per-second'],
  outputs: ['illuminator-enable', 'camera-trigger', 'strobe', 'status-lamp', 'alert-lamp', 'alert-buzzer'],
} as const;

export function bytesPerFrame(scenario: Scenario): number {
  const { width, height, format } = scenario.camera;
  return format === 'nv12' ? width * height + width * Math.ceil(height / 2) : width * height;
}

export function openStreet(options: StreetOptions): Street {
  const { scenario, seed, pool, realtime = false, atRest } = options;
  const dice = new Dice(`${scenario.name}/${seed}`);
  const startEpochMs = Date.parse(scenario.start);
  const closing = new AbortController();
  let began: bigint | undefined;
  const flow = () => (began === undefined ? 0 : Number(process.hrtime.bigint() - began) / 1e6);
  const clock = new SimClock(realtime ? { startEpochMs, flow } : { startEpochMs });
  const gpio = new SimGpio(clock, streetLines);
  const isMobile = scenario.unit_kind === 'mobile';
  if (isMobile) gpio.drive('ignition', true);
  const all: readonly string[] = [...streetLines.inputs, ...streetLines.outputs];
  const lines = new Set(all.filter((line) => isMobile || line !== 'ignition'));
  const gps = new SimGps(scenario, startEpochMs, dice.fork('gps'));
  const world = new World(scenario, dice.fork('world'));
  const truth = new TruthKeeper(world, startEpochMs);

  const events: StreetEvent[] = [];
  const everySecond = async (timeMs: number): Promise<void> => {
    events.push({ atMs: timeMs + 1000, happen: everySecond });
    events.push({ atMs: timeMs + pulseMs, happen: () => gpio.drive('pulse-per-second', false) });
    gpio.drive('pulse-per-second', true);
    await gps.say(timeMs);
  };
  events.push({ atMs: 0, happen: everySecond });
  /** Everything that happens by itself up to a time, in order. One caller at a time. */
  const moveTo = async (timeMs: number) => {
    await atRest?.();
    for (let next = takeFirst(events, timeMs); next; next = takeFirst(events, timeMs)) {
      await clock.advanceTo(next.atMs);
      await next.happen(next.atMs);
    }
    await clock.advanceTo(timeMs);
  };
  let moving: Promise<void> = Promise.resolve();
  const move = (timeMs: number) => {
    moving = moving.then(() => moveTo(timeMs));
    return moving;
  };

  const pace: Pace = {
    real: realtime,
    begin: () => {
      began ??= process.hrtime.bigint();
    },
    nowMs: () => clock.monotonic(),
    reach: async (timeMs, signal) => {
      if (!realtime) return move(timeMs);
      const waitMs = timeMs - flow();
      if (waitMs > 0) await delay(waitMs, undefined, { signal });
    },
  };
  const camera = new SimCamera({
    name: 'street',
    world,
    pool,
    pace,
    wallAt: (timeMs) => clock.wallAt(timeMs),
    dice: dice.fork('camera'),
    exposed: ({ sequence, timeMs, durationMs }) => {
      gpio.drive('camera-exposure', true);
      events.push({ atMs: timeMs + durationMs, happen: () => gpio.drive('camera-exposure', false) });
      truth.expose(sequence, timeMs);
    },
  });
  const running = realtime ? runAtRealPace(move, flow, closing.signal) : Promise.resolve();

  return {
    clock,
    camera,
    gpio,
    lines,
    gps,
    gpsPath: gps.path,
    unitKind: scenario.unit_kind,
    surveyedPosition: scenario.own
      ? undefined
      : {
          latitude: scenario.place.latitude,
          longitude: scenario.place.longitude,
          altitudeM: scenario.place.altitude_m,
        },
    follow: (follower) => gps.follow(follower),
    elapse: (durationMs) => pace.reach(clock.monotonic() + durationMs, closing.signal),
    truth: () => truth.truth(),
    forgetPast() {
      truth.forget();
      gpio.forgetChanges();
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      gps.close();
      await running;
    },
  };
}

interface StreetEvent {
  readonly atMs: number;
  happen(timeMs: number): void | Promise<void>;
}

/** A GPS receiver's pulse per second is high for a tenth of it. */
const pulseMs = 100;

/** Takes the earliest event that is due by a time out of the list; of two at once the one entered first. */
function takeFirst(events: StreetEvent[], byMs: number): StreetEvent | undefined {
  let first = -1;
  events.forEach((event, i) => {
    if (event.atMs <= byMs && (first < 0 || event.atMs < events[first]!.atMs)) first = i;
  });
  return first < 0 ? undefined : events.splice(first, 1)[0];
}

/** Sleepers wake and the GPS speaks by the real clock, to about five milliseconds. */
async function runAtRealPace(
  move: (timeMs: number) => Promise<void>,
  flow: () => number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await move(flow());
    await delay(5, undefined, { signal }).catch(() => undefined);
  }
}
