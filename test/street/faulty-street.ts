/** The whole unit on a small simulated street, with the back door of everything it touches, and what the broker heard of its health. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMqttBroker } from '../../firmware/devices/mqtt-broker.ts';
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import { serialPort } from '../../firmware/devices/serial-port.ts';
import { identityOf, openUnit } from '../../firmware/unit.ts';
import { FramePool } from '../../native/index.ts';
import { alpr } from '../../proto/generated/alpr.js';
import { openCable } from '../../sim/devices/cable.ts';
import { SimDisk } from '../../sim/devices/disk.ts';
import { SimPwm } from '../../sim/devices/pwm.ts';
import { SimStrobe } from '../../sim/devices/strobe.ts';
import { SimThermometer } from '../../sim/devices/thermometer.ts';
import { SimWatchdog } from '../../sim/devices/watchdog.ts';
import { Dice } from '../../sim/dice.ts';
import { openEmbeddedBroker } from '../../sim/embedded-broker.ts';
import { readScenario } from '../../sim/scenario.ts';
import { bytesPerFrame, openStreet } from '../../sim/street.ts';
import { configOn, devicesOn, entropyOf } from '../../sim/unit.ts';
import { recordingLog } from '../broker/recording-log.ts';

const { camera, lane, plates, ...rest } = readScenario('quiet-day');
/** A vehicle every two seconds, slow and with its plate, so that four small frames a second read most of them. */
const scenario = {
  ...rest,
  camera: { ...camera, width: 640, height: 360, focal_px: 1600, rate_hz: 4 },
  plates: { ...plates, missing_share: 0 },
  lane: [{ ...lane[0]!, per_minute: 60, speed_mps: 5, speed_spread_mps: 0.1 }],
};

/** One message of health as it came to the broker. */
export interface HeardHealth {
  /** When it came, and when the unit said it, by the street's monotonic clock. */
  readonly heardMs: number;
  readonly saidMs: number;
  readonly bootId: string;
  readonly rateHz: number | undefined;
  /** Of the board's inputs, since the unit began. */
  readonly edges: number;
  readonly faults: readonly { readonly code: string; readonly sinceMs: number }[];
}

export type FaultyStreet = Awaited<ReturnType<typeof openFaultyStreet>>;

export async function openFaultyStreet() {
  await using opening = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'faults-'));
  opening.defer(() => rm(folder, { recursive: true }));
  const heard: HeardHealth[] = [];
  let delivered = 0;
  const embedded = opening.use(
    await openEmbeddedBroker((topic, payload) => {
      if (topic.endsWith('/detection')) delivered++;
      if (topic.endsWith('/health')) heard.push(healthOf(payload));
    }),
  );
  const engine = nativeEngine();
  const pool = FramePool.create({ slots: 16, bytesPerSlot: bytesPerFrame(scenario) });
  let atRest = async () => {};
  const street = opening.use(openStreet({ scenario, seed: 1, pool, atRest: () => atRest() }));
  const { clock, gps } = street;
  const startEpochMs = clock.wall().epochMs;
  const startedMs = clock.monotonic();
  const cable = opening.use(
    await openCable(Number(new URL(embedded.url).port), { clock, dice: new Dice('faults/cable') }),
  );
  atRest = () => cable.quiet();
  const disk = new SimDisk(clock);
  const pwm = new SimPwm();
  const strobe = new SimStrobe();
  const thermometer = new SimThermometer();
  const watchdog = new SimWatchdog();
  const log = recordingLog();
  const entropy = entropyOf(new Dice('faults/unit'));
  const settings = await configOn(street, { folder, slots: pool.slots });
  const identity = identityOf(settings, entropy);
  const broker = opening.use(
    openMqttBroker({
      url: `mqtt://127.0.0.1:${cable.port}`,
      unit: identity,
      softwareVersion: 'tested',
      clock,
      log,
      protocolVersion: 4,
    }),
  );
  const unit = opening.use(
    await openUnit(settings, identity, {
      ...devicesOn(street, { pool, engine, entropy, log }),
      disk,
      gpsLine: { path: 'simulated', open: (baudRate) => serialPort({ path: gps.path }).open(baudRate) },
      broker,
      board: { gpio: street.gpio, lines: street.lines, pwm },
      strobeFault: () => strobe.keptBy(),
      warmth: () => thermometer.warmth(),
      watchdogs: () => ({ pets: [() => watchdog.pet()], intervalMs: 1000 }),
    }),
  );
  await street.follow(unit.gps!);
  const stop = new AbortController();
  let stored = 0;
  /** How long ago the latest detection was last seen, when it was stored, by the unit's time for it. */
  let seenAgoMs = 0;
  const running = (async () => {
    for await (const { matched } of unit.run(stop.signal)) {
      stored++;
      seenAgoMs = clock.monotonic() - (matched.detection.lastSeen.epochMs - startEpochMs);
    }
  })();
  opening.defer(async () => {
    stop.abort();
    await running;
  });
  const opened = opening.move();

  function healthOf(payload: Uint8Array): HeardHealth {
    const { origin, uptimeMs, cameras, faults, stages } = alpr.v1.Health.decode(payload);
    return {
      heardMs: clock.monotonic(),
      saidMs: startedMs + Number(uptimeMs),
      bootId: origin?.bootId ?? '',
      rateHz: cameras?.[0]?.rateHz ?? undefined,
      edges: Number(stages?.find(({ stage }) => stage === 'edges')?.itemsIn ?? 0),
      faults: (faults ?? []).map(({ code, since }) => ({
        code: code ?? '',
        sinceMs: Number(since?.epochUs) / 1000 - startEpochMs,
      })),
    };
  }

  return {
    ...{ street, clock, cable, disk, pwm, strobe, thermometer, watchdog, log, unit, broker, heard, pool },
    config: settings,
    camera: street.camera,
    gpio: street.gpio,
    gps,
    stored: () => stored,
    delivered: () => delivered,
    seenAgoMs: () => seenAgoMs,
    /** Lets the street run until that holds; false when it did not within so long. */
    async until(holds: () => boolean, limitMs: number): Promise<boolean> {
      for (const end = clock.monotonic() + limitMs; !holds(); ) {
        if (clock.monotonic() >= end) return false;
        await clock.sleep(100);
      }
      return true;
    },
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}
