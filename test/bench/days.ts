/**
 * Days of work on the fast clock: a whole unit on the simulated street, at a real Mosquitto, for simulated hours; watched for what
 * grows.
 *
 *   node test/bench/days.ts [--hours 72] [--seed 1] [--window-ms 1500]
 *
 * The camera looks for `window-ms` of each minute and the street passes on unseen for the rest; detections are kept for a day, so
 * that after the first day as much is purged as is stored. Prints a line an hour and then each bar: memory at most 1 MB an hour
 * (least squares over the hours after the first day, or the second half), no more open files, files of the unit or handles at the end than
 * after the first, every frame back in the pool, nothing waiting. Exit status 1 when one is missed.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { jsonLog } from '../../firmware/devices/json-log.ts';
import { openMqttBroker } from '../../firmware/devices/mqtt-broker.ts';
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import type { Camera } from '../../firmware/ports/camera.ts';
import { identityOf, openUnit } from '../../firmware/unit.ts';
import { version } from '../../firmware/version.ts';
import { FramePool } from '../../native/index.ts';
import { Dice } from '../../sim/dice.ts';
import { readScenario } from '../../sim/scenario.ts';
import { bytesPerFrame, openStreet, type Street } from '../../sim/street.ts';
import { configOn, devicesOn, entropyOf } from '../../sim/unit.ts';
import { startMosquitto } from '../broker/mosquitto.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_HOURS = 24;
const SLOPE_MB_PER_HOUR_MAX = 1;

interface Sample {
  readonly hour: number;
  readonly residentMb: number;
  /** Of JavaScript, after a collection, and of what it holds outside its heap: the simulator's are among them. */
  readonly heapMb: number;
  readonly outsideMb: number;
  readonly openFiles: number;
  readonly handles: number;
  readonly files: number;
  readonly detections: number;
}

const option = (fallback: string) => ({ type: 'string', default: fallback }) as const;
const { values } = parseArgs({ options: { hours: option('72'), seed: option('1'), 'window-ms': option('1500') } });
const folder = mkdtempSync(join(tmpdir(), 'days-'));
try {
  process.exitCode = await days(Number(values.hours), Number(values.seed), Number(values['window-ms']));
} finally {
  rmSync(folder, { recursive: true });
}

async function days(hours: number, seed: number, windowMs: number): Promise<number> {
  const scenario = readScenario('quiet-day');
  const pool = FramePool.create({ slots: 16, bytesPerSlot: bytesPerFrame(scenario) });
  const engine = nativeEngine();
  await using mosquitto = await startMosquitto(folder);
  await using street = openStreet({ scenario, seed, pool });
  const defaults = await configOn(street, { folder, slots: pool.slots });
  const config = {
    ...defaults,
    profile: await shortProfile(),
    watchdog: { stuck_ms: 2 * MINUTE_MS }, // The camera looks once a minute.
  };
  const entropy = entropyOf(new Dice(`days/${seed}`));
  const identity = identityOf(config, entropy);
  const log = jsonLog({ stream: process.stderr, clock: street.clock, level: 'error' });
  await using broker = openMqttBroker({
    url: mosquitto.url,
    unit: identity,
    softwareVersion: version,
    tls: mosquitto.certificates.unit,
    clock: systemClock(),
    log,
  });
  const samples: Sample[] = [];
  {
    await using unit = await openUnit(config, identity, {
      ...devicesOn(street, { pool, engine, entropy, log }),
      camera: glancing(street, { windowMs, endMs: hours * HOUR_MS, pool }),
      broker,
    });
    await street.follow(unit.gps!);
    let detections = 0;
    for await (const _stored of unit.run(new AbortController().signal)) {
      detections += 1;
      const hour = Math.floor(street.clock.monotonic() / HOUR_MS);
      if (hour > (samples.at(-1)?.hour ?? 0)) samples.push(sampleAt(hour, detections));
    }
    await unit.published(AbortSignal.timeout(60_000));
  }
  return verdict(samples, pool.slots - pool.free) ? 0 : 1;
}

/** Bloomington's, but that detections are kept for a day. */
async function shortProfile(): Promise<string> {
  const shipped = await readFile(new URL('../../firmware/config/profiles/bloomington.toml', import.meta.url), 'utf8');
  const path = join(folder, 'profile.toml');
  await writeFile(path, shipped.replace(/^(detections_hours = \{ value = )\d+/m, `$1${DAY_HOURS}`));
  return path;
}

/** The street's camera, looked through for part of each minute; the frames of the rest are never made. */
function glancing(
  street: Street,
  { windowMs, endMs, pool }: { readonly windowMs: number; readonly endMs: number; readonly pool: FramePool },
): Camera {
  const { name, rateHz } = street.camera;
  return {
    name,
    rateHz,
    async *frames(signal) {
      for await (const frame of street.camera.frames(signal)) {
        if (frame.monotonic >= endMs) {
          pool.release(frame.lease);
          return;
        }
        yield frame;
        if (frame.monotonic % MINUTE_MS <= windowMs) continue;
        street.forgetPast(); // or the street's memory would grow, not the unit's
        await street.elapse(MINUTE_MS - (frame.monotonic % MINUTE_MS));
      }
    },
  };
}

function sampleAt(hour: number, detections: number): Sample {
  globalThis.gc?.();
  const memory = process.memoryUsage();
  const sample = {
    hour,
    residentMb: memory.rss / 1e6,
    heapMb: memory.heapUsed / 1e6,
    outsideMb: memory.external / 1e6,
    openFiles: readdirSync('/proc/self/fd').length,
    handles: process.getActiveResourcesInfo().length,
    files: ['store', 'keys'].flatMap((own) => readdirSync(join(folder, own), { recursive: true, encoding: 'utf8' }))
      .length,
    detections,
  };
  const { residentMb, heapMb, outsideMb, openFiles, handles, files } = sample;
  const held = `${residentMb.toFixed(0)} MB (heap ${heapMb.toFixed(1)}, outside ${outsideMb.toFixed(1)})`;
  console.log(
    `hour ${hour}: ${detections} detections, ${held}, ${openFiles} open files, ${handles} handles, ${files} files`,
  );
  return sample;
}

function verdict(samples: readonly Sample[], framesHeld: number): boolean {
  const settled = samples.filter(({ hour }) => hour >= Math.min(DAY_HOURS, (samples.at(-1)?.hour ?? 0) / 2));
  const [first, last] = [settled[0], settled.at(-1)];
  if (first === undefined || last === undefined || settled.length < 3) throw new Error('too few hours to judge by');
  // What happens to be under way at the moment of a sample is among the handles; one that is never given back is in each.
  const half = Math.floor(settled.length / 2);
  const handlesOf = (samples: readonly Sample[]) => Math.min(...samples.map(({ handles }) => handles));
  const [early, late] = [handlesOf(settled.slice(0, half)), handlesOf(settled.slice(-half))] as const;
  const slope = slopeOf(settled.map(({ hour, residentMb }) => [hour, residentMb]));
  const bars: readonly (readonly [string, boolean])[] = [
    [`memory ${slope.toFixed(2)} MB an hour (at most ${SLOPE_MB_PER_HOUR_MAX})`, slope <= SLOPE_MB_PER_HOUR_MAX],
    [`open files ${first.openFiles} and then ${last.openFiles}`, last.openFiles <= first.openFiles],
    [`handles ${early} and then ${late} at least`, late <= early],
    [`files ${first.files} and then ${last.files}`, last.files <= first.files],
    [`${framesHeld} frames not given back`, framesHeld === 0],
  ];
  for (const [what, met] of bars) console.log(`${met ? 'met   ' : 'MISSED'} ${what}`);
  return bars.every(([, met]) => met);
}

/** Least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (of: (point: readonly [number, number]) => number) =>
    points.reduce((sum, each) => sum + of(each), 0) / points.length;
  const [x, y] = [mean(([at]) => at), mean(([, value]) => value)];
  const over = points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0);
  return over / points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
}
