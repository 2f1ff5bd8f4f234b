/**
 * The second composition root: the same unit, met by a simulated street instead of the system's devices. `simulate` runs
 * it; time stands still while vision works, so that one seed gives the same detections bit for bit, unless `--realtime`.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Console } from '../firmware/commands/console.ts';
import { jsonLog } from '../firmware/devices/json-log.ts';
import { openMqttBroker } from '../firmware/devices/mqtt-broker.ts';
import { nativeEngine } from '../firmware/devices/native-engine.ts';
import { systemClock } from '../firmware/devices/system-clock.ts';
import { Fault } from '../firmware/domain/fault.ts';
import type { MatchedDetection } from '../firmware/domain/matched.ts';
import type { TallySnapshot } from '../firmware/domain/tally.ts';
import type { Camera } from '../firmware/ports/camera.ts';
import type { FramePool as FramePoolPort } from '../firmware/ports/frame-pool.ts';
import { identityOf, openUnit } from '../firmware/unit.ts';
import { version } from '../firmware/version.ts';
import { FramePool } from '../native/index.ts';
import { Dice } from './dice.ts';
import { openEmbeddedBroker } from './embedded-broker.ts';
import { listedAmong } from './listed.ts';
import { Report } from './report.ts';
import { readScenario } from './scenario.ts';
import { bytesPerFrame, openStreet } from './street.ts';
import { type ScoredDetection, score } from './truth.ts';
import { configOn, devicesOn, entropyOf } from './unit.ts';

const options = {
  scenario: { type: 'string', default: 'quiet-day' },
  seed: { type: 'string', default: '1' },
  seconds: { type: 'string', default: '30' },
  broker: { type: 'string' },
  truth: { type: 'string' },
  out: { type: 'string', default: 'out/simulation' },
  realtime: { type: 'boolean', default: false },
  demo: { type: 'boolean', default: false },
} as const;

const SLOTS = 16;
/** One vehicle in so many is on the simulated hot list. */
const LISTED_ONE_IN = 8;
const PUBLISHED_LIMIT_MS = 30_000;

export async function simulateCommand(args: readonly string[], console: Console): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  const scenario = readScenario(values.scenario);
  const seed = wholeNumber('--seed', values.seed);
  const seconds = wholeNumber('--seconds', values.seconds);
  const { realtime } = values;
  const folder = join(values.out, `${scenario.name}-${seed}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'pictures'), { recursive: true });

  const engine = nativeEngine();
  const pool = FramePool.create({ slots: SLOTS, bytesPerSlot: bytesPerFrame(scenario) });
  await using street = openStreet({ scenario, seed, pool, realtime });
  const config = await configOn(street, { folder, slots: SLOTS, queueFrames: realtime ? 2 : 0 });
  const log = jsonLog({ stream: process.stderr, clock: street.clock, level: 'warning' });
  const entropy = entropyOf(new Dice(`unit/${scenario.name}/${seed}`));
  const identity = identityOf(config, entropy);

  let arrived = 0;
  await using embedded =
    values.demo && values.broker === undefined ? await openEmbeddedBroker(() => arrived++) : undefined;
  const url = values.broker ?? embedded?.url;
  await using broker =
    url === undefined
      ? undefined
      : openMqttBroker({
          url,
          unit: identity,
          softwareVersion: version,
          clock: systemClock(),
          log,
          ...(embedded === undefined ? {} : { protocolVersion: 4 as const }),
        });
  await using unit = await openUnit(config, identity, {
    ...devicesOn(street, { pool, engine, entropy, log }),
    camera: until(street.camera, { endMs: seconds * 1000, pool }),
    hotLists: listedAmong(street, { seed, oneIn: LISTED_ONE_IN }),
    broker,
  });
  await street.follow(unit.gps!);

  const report = new Report(console, { live: values.demo, street, totalMs: seconds * 1000 });
  report.begin({ scenario, backend: unit.backend, url });
  const scored: ScoredDetection[] = [];
  const started = process.cpuUsage();
  for await (const { matched } of unit.run(new AbortController().signal)) {
    scored.push(scoredOf(matched));
    report.detection(matched, unit.tallies());
    await writePictures(matched, join(folder, 'pictures'), scored.length);
  }
  await unit.published(AbortSignal.timeout(PUBLISHED_LIMIT_MS));
  const cpu = process.cpuUsage(started);
  const truth = street.truth();
  if (values.truth !== undefined)
    await writeFile(values.truth, truth.map((each) => `${JSON.stringify(each)}\n`).join(''));
  report.end({
    score: score(truth, scored),
    tallies: unit.tallies(),
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    residentMb: process.resourceUsage().maxRSS / 1024,
    arrived: url === undefined ? undefined : arrived,
    folder,
  });
  assertConserved(unit.tallies());
  return pool.free === pool.slots ? 0 : failed(console, `${pool.slots - pool.free} frames were not given back`);
}

/** The camera, which ends after the given time of the street. */
function until(camera: Camera, { endMs, pool }: { endMs: number; pool: FramePoolPort }): Camera {
  return {
    name: camera.name,
    rateHz: camera.rateHz,
    async *frames(signal) {
      for await (const frame of camera.frames(signal)) {
        if (frame.monotonic < endMs) yield frame;
        else {
          pool.release(frame.lease);
          return;
        }
      }
    },
  };
}

function scoredOf({ detection }: MatchedDetection): ScoredDetection {
  return {
    plate: detection.plate.reveal(),
    first_ms: detection.firstSeen.epochMs,
    last_ms: detection.lastSeen.epochMs,
  };
}

async function writePictures({ detection }: MatchedDetection, folder: string, count: number): Promise<void> {
  const name = String(count).padStart(4, '0');
  await writeFile(join(folder, `${name}-plate.jpg`), detection.plateImage.bytes);
  await writeFile(join(folder, `${name}-context.jpg`), detection.contextImage.bytes);
}

/** In = out + drops at every stage, with nothing held once the flow has ended. */
function assertConserved(tallies: readonly TallySnapshot[]): void {
  const open = tallies.filter(({ held }) => held !== 0);
  if (open.length > 0)
    throw new Error(`not conserved: ${open.map(({ stage, held }) => `${stage} holds ${held}`).join(', ')}`);
}

function failed({ error }: Console, message: string): number {
  error(message);
  return 1;
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Fault('usage', `${name}: a whole number, not "${text}".`);
  return value;
}
