/**
 * A broker that is away for days, then back behind a bad network: everything that was stored meanwhile must come, in order, each
 * once to a consumer that drops repeats, and the unit's memory must not grow with what waits: a read is held in memory by the few bytes that
 * it is searched by, whether it waits or not.
 *
 *   node --expose-gc --max-semi-space-size=4 --optimize-for-size test/outage/outage.ts [--hours 72] [--per-hour 10000] [--bad 20000] [--seed 1]
 *
 * The hours pass on a simulated clock, and detections carry small pictures; store, publishing, MQTT adapter, Mosquitto and consumer
 * (mosquitto_sub) are real. First `--bad` messages go through the bad network, the rest at full speed. Node's options are `run`'s, and a
 * collection before each look at the memory. Exit status 1 when a bar is missed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { bigintOf, v1 } from '../../firmware/devices/alpr-codec.ts';
import { alprEncoder } from '../../firmware/devices/message-encoder.ts';
import { openMqttBroker } from '../../firmware/devices/mqtt-broker.ts';
import { openSqliteStore } from '../../firmware/devices/sqlite-store.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import { publish } from '../../firmware/pipeline/publish.ts';
import { SimClock } from '../../sim/clock.ts';
import { Dice } from '../../sim/dice.ts';
import { good, openBadNetwork } from '../broker/bad-network.ts';
import { type Mosquitto, startMosquitto } from '../broker/mosquitto.ts';
import { program } from '../broker/programs.ts';
import { recordingLog } from '../broker/recording-log.ts';
import { testUnitKey } from '../devices/test-unit-key.ts';
import { detectionOf, testUnit } from '../proto/detections.ts';

export interface OutageOptions {
  readonly hours: number;
  readonly perHour: number;
  /** How many messages go through the bad network. */
  readonly bad: number;
  readonly seed: number;
  readonly said?: (line: string) => void;
}

export interface Outage {
  readonly stored: number;
  readonly received: number;
  readonly repeats: number;
  /** Places at which the order or the count did not hold. */
  readonly wrong: number;
  readonly counts: Readonly<Record<string, number>>;
  /** MiB of the process: after the first tenth was stored, when all was, and the most while it drained. */
  readonly residentMiB: { readonly early: number; readonly late: number; readonly draining: number };
  readonly drainedPerSecond: number;
}

const bad = { holdOneIn: 400, cutOneIn: 1500, repeatOneIn: 150, refuseOneIn: 4 } as const;

export async function outage({
  hours,
  perHour,
  bad: throughBad,
  seed,
  said = () => {},
}: OutageOptions): Promise<Outage> {
  const folder = mkdtempSync(join(tmpdir(), 'outage-'));
  const stop = new AbortController();
  try {
    await using mosquitto = await startMosquitto(folder, { plain: true });
    await using network = await openBadNetwork(mosquitto.plainPort, new Dice(`outage/${seed}`));
    network.away = true;
    const clock = new SimClock({ startEpochMs: 1_760_000_000_000 });
    using store = openSqliteStore({
      folder: join(folder, 'store'),
      encode: alprEncoder,
      clock,
      unitKeys: [testUnitKey],
    });
    const log = recordingLog();
    await using broker = openMqttBroker({
      url: `mqtt://127.0.0.1:${network.port}`,
      unit: testUnit,
      softwareVersion: 'test',
      clock: systemClock(),
      log,
    });
    const tally = new Tally('publish');
    const publishing = publish({
      store,
      broker,
      unit: testUnit,
      clock: systemClock(),
      tally,
      log,
      signal: stop.signal,
      kind: 'detection',
    });

    const total = hours * perHour;
    let early = 0;
    for (let number = 1; number <= total; number += 1) {
      await clock.advanceTo((number * 3_600_000) / perHour);
      store.append(small(number));
      if (number % perHour === 0) {
        await new Promise(setImmediate);
        if (early === 0 && number >= total / 10) early = residentMiB();
        if ((number / perHour) % 12 === 0)
          said(`hour ${number / perHour}: ${store.backlog().messages} wait, ${residentMiB().toFixed(0)} MiB`);
      }
    }
    const late = residentMiB();

    const consumer = await consume(mosquitto);
    network.badness = bad;
    network.away = false;
    let draining = 0;
    const watching = setInterval(() => (draining = Math.max(draining, process.memoryUsage.rss() / 2 ** 20)), 250);
    await consumer.reached(Math.min(throughBad, total));
    const { counts } = network;
    network.badness = good;
    const [from, began] = [consumer.highest(), performance.now()];
    await consumer.reached(total);
    const seconds = (performance.now() - began) / 1000;
    clearInterval(watching);
    stop.abort();
    await publishing;
    await consumer.end();
    return {
      stored: total,
      received: consumer.highest(),
      repeats: consumer.repeats(),
      wrong: consumer.wrong(),
      counts,
      residentMiB: { early, late, draining },
      drainedPerSecond: (total - from) / seconds,
    };
  } finally {
    stop.abort();
    rmSync(folder, { recursive: true });
  }
}

/** Bytes of resident memory by which a detection that waits may have it grow: 52 of them are its place in the index of reads. */
const BYTES_EACH_MAX = 150;

/** A detection with pictures of a few bytes: what is measured is how many wait, not how large they are. */
function small(number: number) {
  const matched = detectionOf(number);
  const { detection } = matched;
  const shrunk = (picture: typeof detection.plateImage) => ({ ...picture, bytes: picture.bytes.subarray(0, 200) });
  return {
    ...matched,
    detection: { ...detection, plateImage: shrunk(detection.plateImage), contextImage: shrunk(detection.contextImage) },
  };
}

function residentMiB(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 2 ** 20;
}

/** mosquitto_sub beside the bad network, told apart by nothing but unit, boot and sequence. */
async function consume({ plainPort }: Mosquitto) {
  const args = ['-V', 'mqttv5', '-h', '127.0.0.1', '-p', String(plainPort), '-q', '1', '-t', 'alpr/v1/+/+/detection'];
  const child = spawn('stdbuf', ['-oL', program('mosquitto_sub'), ...args, '-d', '-F', 'message %x .'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const subscribed = Promise.withResolvers<void>();
  let highest = 0;
  let repeats = 0;
  let wrong = 0;
  let wanted = { count: 0, ...Promise.withResolvers<void>() };
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('Subscribed ')) subscribed.resolve();
    const [word, hex = '', end] = line.split(' ');
    if (word !== 'message' || end !== '.') return;
    const sequence = Number(bigintOf(v1.Detection.decode(Buffer.from(hex, 'hex')).origin!.sequence));
    if (sequence <= highest) repeats += 1;
    else {
      if (sequence !== highest + 1) wrong += 1;
      highest = sequence;
    }
    if (highest >= wanted.count) wanted.resolve();
  });
  await subscribed.promise;
  return {
    highest: () => highest,
    repeats: () => repeats,
    wrong: () => wrong,
    reached(count: number): Promise<void> {
      wanted = { count, ...Promise.withResolvers<void>() };
      return highest >= count ? Promise.resolve() : wanted.promise;
    },
    async end() {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

if (import.meta.main) {
  const option = (fallback: string) => ({ type: 'string', default: fallback }) as const;
  const { values } = parseArgs({
    options: { hours: option('72'), 'per-hour': option('10000'), bad: option('20000'), seed: option('1') },
  });
  const seen = await outage({
    hours: Number(values.hours),
    perHour: Number(values['per-hour']),
    bad: Number(values.bad),
    seed: Number(values.seed),
    said: (line) => console.log(line),
  });
  const { early, late, draining } = seen.residentMiB;
  console.log(
    `${seen.received} of ${seen.stored} received in order, ${seen.repeats} repeats dropped, ${seen.wrong} wrong`,
  );
  console.log(
    `network: ${Object.entries(seen.counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}`,
  );
  console.log(`${seen.drainedPerSecond.toFixed(0)} a second without faults`);
  console.log(
    `resident: ${early.toFixed(0)} MiB early, ${late.toFixed(0)} when all waited, at most ${draining.toFixed(0)} while it drained`,
  );
  const bytesEach = ((late - early) * 2 ** 20) / (0.9 * seen.stored);
  console.log(`${bytesEach.toFixed(0)} bytes a detection that waits (at most ${BYTES_EACH_MAX})`);
  process.exitCode = seen.wrong === 0 && seen.received === seen.stored && bytesEach <= BYTES_EACH_MAX ? 0 : 1;
}
