/**
 * How long an alert takes from the last reading of its plate to the broker's acknowledgement: a unit on the simulated street
 * in real time, every vehicle listed, at a real Mosquitto with TLS. The simulator draws on the same cores, so the time from
 * the exposure, which is told as well, says more of them than of the unit.
 *
 *     node_modules/.bin/node test/measure/alerts.ts --seconds 120 --backlog 10000
 *
 * With a backlog so many detections of the usual size wait when the unit starts, as after an outage, and go out at the same
 * time. With `--standing` the street stands while vision works, as in `simulate`: for a machine too busy to draw and read in
 * real time. What is told of the street's own time is then what the unit waits for by its rules.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { detectionOf } from '../../firmware/bench/store.ts';
import { loadConfig } from '../../firmware/config/load.ts';
import { loadProfile } from '../../firmware/config/profile.ts';
import { alertOf } from '../../firmware/devices/alert-codec.ts';
import { jsonLog } from '../../firmware/devices/json-log.ts';
import { openMqttBroker } from '../../firmware/devices/mqtt-broker.ts';
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import type { Broker } from '../../firmware/ports/broker.ts';
import type { Clock } from '../../firmware/ports/clock.ts';
import { openUnit } from '../../firmware/unit.ts';
import { openUnitStore } from '../../firmware/unit-store.ts';
import { FramePool } from '../../native/index.ts';
import { Dice } from '../../sim/dice.ts';
import { listedAmong } from '../../sim/listed.ts';
import { readScenario } from '../../sim/scenario.ts';
import { bytesPerFrame, openStreet } from '../../sim/street.ts';
import { configOn, devicesOn, entropyOf } from '../../sim/unit.ts';
import { startMosquitto } from '../broker/mosquitto.ts';

const { values } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'rush-hour' },
    seconds: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
    backlog: { type: 'string', default: '0' },
    'listed-one-in': { type: 'string', default: '1' },
    standing: { type: 'boolean', default: false },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'alerts-'));
const backlog = Number(values.backlog);
const defaults = await loadConfig(undefined);
const places = {
  store: { ...defaults.store, folder: join(folder, 'store') },
  vault: { ...defaults.vault, key: 'file' as const, folder: join(folder, 'keys') },
};
{
  const profile = await loadProfile('bloomington');
  using kept = openUnitStore({ config: places, profile, clock: systemClock() });
  for (let count = 0; count < backlog; count++) kept.store.append({ detection: detectionOf(count), hits: [] });
}

const SLOTS = 16;
const scenario = readScenario(values.scenario);
const pool = FramePool.create({ slots: SLOTS, bytesPerSlot: bytesPerFrame(scenario) });
const engine = nativeEngine();
const entropy = entropyOf(new Dice(`alerts/${values.seed}`));
const identity = { agency: 'test', unit: 'unit-7', kind: 'stationary' as const, bootId: '00' };
const log = jsonLog({ stream: process.stderr, clock: systemClock(), level: 'warning' });

/** An instant by this machine's clock and by the street's, and the CPU time of the whole program until then, simulator and vision included. */
interface Mark {
  readonly wallMs: number;
  readonly streetMs: number;
  readonly cpuMs: number;
}
const mark = (street: Clock): Mark => {
  const { user, system } = process.cpuUsage();
  return { wallMs: performance.now(), streetMs: street.wall().epochMs, cpuMs: (user + system) / 1000 };
};

/** When each plate's reading of a frame came from the vision thread, and when the broker had acknowledged each alert. */
const read = new Map<string, Mark>();
const published = new Map<string, Mark>();
const raised: { readonly id: string; readonly exposedMs: number; readonly read: Mark }[] = [];
const nameOf = (text: string, frame: number) => `${text} ${frame}`;
let waiting: number | undefined;
{
  await using mosquitto = await startMosquitto();
  await using street = openStreet({ scenario, seed: Number(values.seed), pool, realtime: !values.standing });
  await using broker = openMqttBroker({
    url: mosquitto.url,
    unit: identity,
    softwareVersion: 'measured',
    tls: mosquitto.certificates.unit,
    clock: systemClock(),
    log,
  });
  const timed: Broker = {
    ...broker,
    get state() {
      return broker.state;
    },
    get fault() {
      return broker.fault;
    },
    async publish(message, signal) {
      await broker.publish(message, signal);
      if (!message.topic.endsWith('/alert')) return;
      const { id, resends } = alertOf(message.payload);
      if (resends === 0) published.set(id, mark(street.clock));
    },
  };
  const lists = listedAmong(street, { seed: Number(values.seed), oneIn: Number(values['listed-one-in']) });
  const queueFrames = values.standing ? 0 : defaults.capture.queue_frames;
  const config = await configOn(street, { folder, slots: SLOTS, queueFrames });
  await using unit = await openUnit(
    { ...config, unit: { ...defaults.unit, agency: identity.agency, id: identity.unit } },
    identity,
    {
      ...devicesOn(street, { pool, engine, entropy, log }),
      hotLists: {
        hitsOf(each) {
          if ('frameSequence' in each && !('id' in each))
            read.set(nameOf(each.plate.reveal(), each.frameSequence as number), mark(street.clock));
          return lists.hitsOf(each);
        },
      },
      broker: timed,
    },
  );
  await street.follow(unit.gps!);
  const stop = new AbortController();
  const endMs = Number(values.seconds) * 1000;
  const over = values.standing ? undefined : street.elapse(endMs).then(() => stop.abort());
  for await (const { matched } of unit.run(stop.signal)) {
    const { alert, detection } = matched;
    const last = detection.looks.at(-1);
    const lastRead = last && read.get(nameOf(last.plate.reveal(), last.frameSequence));
    if (alert && lastRead) raised.push({ id: alert.id, exposedMs: detection.lastSeen.epochMs, read: lastRead });
    if (values.standing && street.clock.monotonic() > endMs) stop.abort();
    if (published.size > 0) waiting ??= unit.store.backlog('detection').messages;
  }
  await over;
  await unit.published(AbortSignal.timeout(60_000));
  const [capture] = unit.tallies();
  const dropped = Object.values(capture?.drops ?? {}).reduce((a, b) => a + b, 0);
  const spread = (took: readonly number[]) => {
    const sorted = took.toSorted((a, b) => a - b);
    const at = (share: number) =>
      `${sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(0)} ms`;
    return `p50 ${at(0.5)}, p99 ${at(0.99)}, at most ${at(1)}`;
  };
  const both = raised.flatMap((each) => {
    const done = published.get(each.id);
    return done ? [{ ...each, done }] : [];
  });
  process.stdout.write(
    `${scenario.name}, ${values.seconds} s${values.standing ? ', the street standing while vision works' : ''}, ${backlog} detections waiting at the start` +
      `${backlog > 0 ? ` (${waiting} when the first alert was out, ${unit.store.backlog('detection').messages} at the end)` : ''}\n` +
      `${raised.length} alerts raised, ${published.size} published; ${capture?.in} frames, ${dropped} dropped\n` +
      `last reading to the broker's acknowledgement: ${spread(both.map((each) => each.done.wallMs - each.read.wallMs))} (bar: p99 250 ms)\n` +
      `the program's CPU time in that: ${spread(both.map((each) => each.done.cpuMs - each.read.cpuMs))}\n` +
      `exposure of that look to the same, by the street's clock: ${spread(both.map((each) => each.done.streetMs - each.exposedMs))}\n`,
  );
}
rmSync(folder, { recursive: true });
