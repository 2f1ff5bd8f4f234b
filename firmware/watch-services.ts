/**
 * What a unit knows and tells of itself, for as long as it runs: its health at a steady rate and at once when a fault begins or ends, what
 * only a question finds (rounds), and whether it does its work at all (watchdogs).
 */
import type { FramePool } from '../native/index.ts';
import type { BoardServices } from './board-services.ts';
import type { Config } from './config/schema.ts';
import { healthMessage } from './devices/alpr-codec.ts';
import type { VisionThread } from './devices/vision-thread.ts';
import type { UnitIdentity } from './domain/detection.ts';
import type { Fault, FaultCode } from './domain/fault.ts';
import type { Fix } from './domain/fix.ts';
import type { Frame } from './domain/frame.ts';
import type { CameraCondition, MemoryUse, SequencerHealth, Warmth } from './domain/health.ts';
import { Tally, type TallySnapshot } from './domain/tally.ts';
import type { Broker } from './ports/broker.ts';
import type { Camera } from './ports/camera.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { Store } from './ports/store.ts';
import { BrokerWatch } from './services/broker-watch.ts';
import type { CurrentFaults } from './services/current-faults.ts';
import { FrameWatch } from './services/frame-watch.ts';
import { reportHealth } from './services/health.ts';
import { MainThreadWatch } from './services/main-thread.ts';
import { Progress } from './services/progress.ts';
import { goRounds, type RoundsTools } from './services/rounds.ts';
import type { UnitTime } from './services/time.ts';
import { type WatchdogTools, watchOver } from './services/watchdog.ts';
import { version } from './version.ts';

export interface WatchParts {
  readonly config: Config;
  readonly unit: UnitIdentity;
  readonly devices: {
    readonly clock: Clock;
    readonly log: Log;
    readonly pool: FramePool;
    readonly camera: Camera;
    readonly broker: Broker | undefined;
    readonly sequencer?: (() => SequencerHealth | undefined) | undefined;
    readonly warmth?: (() => Warmth | undefined) | undefined;
    readonly watchdogs?: (() => Pick<WatchdogTools, 'pets' | 'intervalMs'> | undefined) | undefined;
  };
  readonly faults: CurrentFaults;
  readonly time: UnitTime;
  readonly fix: () => Fix;
  readonly store: Store;
  readonly vision: Pick<VisionThread, 'progress'>;
  readonly exposureLine: BoardServices['exposureLine'];
  /** Of every stage, in the flow's order. */
  readonly stages: () => TallySnapshot[];
  /** Of what goes on beside the flow. */
  readonly beside: readonly Tally[];
  /** What is asked at each round beside the devices and the store (services/rounds.ts). */
  readonly asked: RoundsTools['asked'];
  readonly signal: AbortSignal;
}

export interface WatchServices extends Disposable {
  /** To be told of the camera, as the stage `capture` is. */
  readonly camera: {
    arrived(frame: Frame): void;
    condition(next: CameraCondition, fault: Fault | undefined): void;
  };
  /** Begins to watch over the unit's work: once all of it is open. */
  watch(): void;
  /** Resolves after the signal. */
  running(): Promise<unknown>;
}

export function watchServices(parts: WatchParts): WatchServices {
  const { config, unit, devices, faults, time, fix, store, vision, exposureLine, stages, beside, signal } = parts;
  const { clock, log, pool, camera, broker, sequencer, warmth } = devices;
  const mainThread = new MainThreadWatch();
  let condition: CameraCondition = 'opening';
  const frames = frameWatchOf(camera, pool);
  const brokerWatch = broker && new BrokerWatch(broker);
  const reporting =
    broker &&
    reportHealth({
      unit,
      softwareVersion: version,
      broker,
      clock,
      tally: new Tally('health'),
      signal,
      intervalMs: config.health.interval_ms,
      encode: healthMessage,
      sources: {
        stages: () => [...stages(), ...beside.map((each) => each.snapshot())],
        memory: memoryUse,
        backlog: () => store.backlog(),
        now: () => time.wall(),
        fix,
        cameras: () => {
          const rateHz = frames?.rateHz(clock.monotonic());
          return [{ camera: camera.name, condition, ...(rateHz !== undefined && { rateHz }) }];
        },
        faults: () => faults.list(),
        faultsChanged: () => faults.changed(),
        framePool: () => ({ slots: pool.slots, free: pool.free }),
        mainThreadLag: () => mainThread.lag(),
        ...(sequencer && { sequencer }),
        ...(warmth && { warmth }),
        misreads: () => store.misreads(),
      },
      told: (health) => brokerWatch?.told(health),
    });
  const rounds = goRounds({
    clock,
    log,
    signal,
    faults,
    asked: {
      store: () => {
        store.probe();
        return undefined;
      },
      broker: () => brokerWatch?.fault(),
      clock: () => time.fault(),
      frames: () => (condition === 'delivering' ? frames?.fault(clock.monotonic()) : undefined),
      exposures: () => exposureLine?.fault(),
      ...parts.asked,
      ...(warmth && { warmth: () => faultOfWarmth(warmth()) }),
    },
  });
  const progress = new Progress(
    {
      stages,
      vision: vision.progress,
      cameraCondition: () => condition,
      backlog: () => store.backlog(),
      connected: () => broker?.state === 'connected',
    },
    config.watchdog.stuck_ms,
  );
  let watching: Promise<void> | undefined;
  return {
    camera: {
      arrived(frame) {
        frames?.arrived(frame, clock.monotonic());
        exposureLine?.arrived();
      },
      condition(next, fault) {
        condition = next;
        frames?.restart();
        faults.set('camera', fault?.code);
      },
    },
    watch() {
      watching = watchOver({
        progress,
        ...(devices.watchdogs?.() ?? { pets: [], intervalMs: config.health.interval_ms }),
        clock,
        log,
        signal,
        onFault: (source, fault) => faults.set(source, fault?.code),
      });
    },
    running: () => Promise.all([reporting, rounds, watching]),
    [Symbol.dispose]: () => mainThread[Symbol.dispose](),
  };
}

/** Undefined where each picture is shown once: photographs have no rate. */
function frameWatchOf({ rateHz }: Camera, pool: FramePool): FrameWatch | undefined {
  return rateHz === undefined ? undefined : new FrameWatch({ rateHz, bytesOf: ({ lease }) => pool.bytesOf(lease) });
}

/** No machine that this program runs on is colder or warmer. */
const CELSIUS = { least: -50, most: 130 };

function faultOfWarmth(now: Warmth | undefined): FaultCode | undefined {
  const known = now !== undefined && now.celsius >= CELSIUS.least && now.celsius <= CELSIUS.most;
  if (!known) return 'unit.warmth-unknown';
  return now.throttled ? 'unit.throttled' : undefined;
}

function memoryUse(): MemoryUse {
  const { rss, heapUsed, external } = process.memoryUsage();
  return { residentBytes: rss, heapUsedBytes: heapUsed, externalBytes: external };
}
