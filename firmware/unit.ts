/**
 * The unit's composition root: given its devices it opens engine, models, store and services, joins them by the order in
 * pipeline.ts, and closes all in reverse. The simulator gives other devices to the same function; there is no other path.
 */
import { fileURLToPath } from 'node:url';
import type { FramePool } from '../native/index.ts';
import { alertServices } from './alert-services.ts';
import { auditServices } from './audit-services.ts';
import { type BoardDevices, boardServices } from './board-services.ts';
import { loadProfile, type Profile } from './config/profile.ts';
import type { Config } from './config/schema.ts';
import { openVisionThread } from './devices/vision-thread.ts';
import type { CommandHandler } from './domain/command.ts';
import type { UnitIdentity } from './domain/detection.ts';
import type { FaultCode } from './domain/fault.ts';
import type { SequencerHealth, Warmth } from './domain/health.ts';
import { noEarlierThan } from './domain/lifetime.ts';
import type { HotLists } from './domain/matched.ts';
import type { TallySnapshot } from './domain/tally.ts';
import type { Permitted } from './governance/commands.ts';
import { retain } from './governance/retention.ts';
import { hotListServices } from './hot-list-services.ts';
import { outboxServices } from './outbox-services.ts';
import { flow, inOrder, talliesFor } from './pipeline/pipeline.ts';
import type { StoredDetection } from './pipeline/store.ts';
import { elevationAt, placeServices } from './place-services.ts';
import type { Broker } from './ports/broker.ts';
import type { Camera } from './ports/camera.ts';
import type { Clock } from './ports/clock.ts';
import type { Disk } from './ports/disk.ts';
import type { Engine } from './ports/engine.ts';
import type { Entropy } from './ports/entropy.ts';
import type { BackendName } from './ports/inference.ts';
import type { Log } from './ports/log.ts';
import type { PictureCodec } from './ports/picture-codec.ts';
import type { SerialLine } from './ports/serial-line.ts';
import type { Store } from './ports/store.ts';
import type { KnownOptions, StillnessOptions } from './ports/vision.ts';
import { recall } from './recall-services.ts';
import { ClockSteps } from './services/clock-steps.ts';
import { CurrentFaults } from './services/current-faults.ts';
import type { Gps } from './services/gps/gps.ts';
import type { EndReason } from './services/power.ts';
import { UnitTime } from './services/time.ts';
import { storeActions } from './store-actions.ts';
import { openUnitStore } from './unit-store.ts';
import { watchServices } from './watch-services.ts';

/** The models that come with the program. */
export const shippedModels = fileURLToPath(new URL('../models', import.meta.url));

/** The world as the unit meets it: the system's adapters, or the simulator's. */
export interface UnitDevices {
  readonly clock: Clock;
  /** Names the machine's boot, over which the clock's monotonic time goes on; undefined: each start counts as one. */
  readonly machineBoot?: string | undefined;
  readonly entropy: Entropy;
  readonly log: Log;
  readonly pool: FramePool;
  readonly engine: Engine;
  readonly codec: PictureCodec;
  readonly camera: Camera;
  /** The disk under the store; undefined: only a write tells what it takes. */
  readonly disk?: Disk | undefined;
  /** Lists beside those that are delivered to the unit: the street's, of those who truly pass. */
  readonly hotLists?: HotLists | undefined;
  /** The GPS receiver's line; undefined: the unit has none. */
  readonly gpsLine: SerialLine | undefined;
  /** Undefined: nothing is published, and the outbox waits. */
  readonly broker: Broker | undefined;
  /** What the board has beside camera and receiver; undefined: nothing. */
  readonly board?: BoardDevices | undefined;
  /** What the trigger and strobe sequencer did; undefined: there is none. */
  readonly sequencer?: (() => SequencerHealth | undefined) | undefined;
  /** What keeps the strobe of a camera that goes on without it; undefined: nothing. */
  readonly strobeFault?: (() => FaultCode | undefined) | undefined;
  /** The machine's temperature; undefined: nobody tells. */
  readonly warmth?: (() => Warmth | undefined) | undefined;
  /**
   * Arms what is to be armed, when all else is open: until then nobody would pet it. Each of its pets tells one watchdog that all is
   * well, at least every `intervalMs`.
   */
  readonly watchdogs?: (() => { readonly pets: readonly (() => void)[]; readonly intervalMs: number }) | undefined;
}

export interface Unit {
  readonly identity: UnitIdentity;
  /** The policy that it keeps. */
  readonly profile: Profile;
  readonly backend: BackendName;
  readonly store: Store;
  readonly gps: Gps | undefined;
  /** Counts of every stage, in the flow's order. */
  tallies(): TallySnapshot[];
  /** Runs the flow until the camera ends or the signal aborts; each detection comes out once it is durable. */
  run(signal: AbortSignal): AsyncIterable<StoredDetection>;
  /** Resolves when the board's power asks the unit to stop and the machine to halt; with undefined when the unit closes first. */
  readonly powerEnds: Promise<EndReason | undefined>;
  /** Resolves when the broker has acknowledged all that is stored; without a broker at once. */
  published(signal: AbortSignal): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** None where each picture is shown once: photographs have no motion. */
function stillnessOf({ camera, motion }: Config): StillnessOptions | undefined {
  if (!motion.gate || camera.rate_hz === 0) return undefined;
  return { emptyMs: motion.empty_ms, occupiedMs: motion.occupied_ms };
}

/** Before a unit that moves plates pass too fast to be known: three of 92 vehicles read on a simulated patrol were lost by it. */
function knownOf({ camera, read, unit }: Config): KnownOptions | undefined {
  if (read.known_looks === 0 || camera.rate_hz === 0 || unit.kind === 'mobile') return undefined;
  return { looks: read.known_looks, againMs: read.known_ms };
}

export function identityOf(config: Config, entropy: Entropy): UnitIdentity {
  const bootId = Buffer.from(entropy.bytes(8)).toString('hex');
  return { agency: config.unit.agency, unit: config.unit.id, kind: config.unit.kind, bootId };
}

export async function openUnit(config: Config, identity: UnitIdentity, devices: UnitDevices): Promise<Unit> {
  const { clock, log, pool, engine, codec, camera, entropy, broker, disk } = devices;
  const profile = await loadProfile(config.profile);
  const modelsFolder = config.inference.models === '' ? shippedModels : config.inference.models;
  await using opening = new AsyncDisposableStack();
  const { machineBoot } = devices;
  const { store } = opening.use(openUnitStore({ config, profile, clock, disk, machineBoot }));
  const vision = opening.use(
    await openVisionThread(pool, {
      modelsFolder,
      backend: config.inference.backend,
      search: config.detect.search,
      glances: false, // the looks of further frames are worth more
      threads: config.inference.threads,
      stillness: stillnessOf(config),
      known: knownOf(config),
    }),
  );
  const services = new AbortController();
  const { signal } = services;
  opening.defer(() => services.abort());
  const faults = new CurrentFaults(() => time.wall());
  const place = placeServices({ config, gpsLine: devices.gpsLine, clock, log, faults, signal });
  const time = new UnitTime({ clock, received: place.received });
  const account = opening.use(
    await auditServices({
      ...{ config, profile, modelsFolder, unit: identity, clock, log, broker, now: () => time.wall(), faults },
    }),
  );
  const {
    alerts,
    acknowledge,
    running: tending,
  } = await alertServices({
    ...{ config: config.alerts, profile, unit: identity, store, clock, entropy, log, signal },
    audit: account.audit,
    now: () => time.wall(),
  });
  const steps = new ClockSteps({ now: () => time.wall(), monotonic: () => clock.monotonic(), audit: account.audit });
  const surely = () => noEarlierThan(store.retained.nowEpochMs(), time.wall());
  const [{ sequence: before = 0n } = {}] = store.search.find({}, 1).found;
  const hotLists = opening.use(
    await hotListServices({
      ...{ config, profile, unit: identity, clock, log, entropy, faults, signal },
      audit: account.audit,
      now: surely,
    }),
  );
  const recalling = recall({
    ...{ profile, store, hotLists, alerts, clock, log, before, expireMs: config.alerts.expire_ms, signal },
    audit: account.audit,
    now: surely,
  });
  const tallies = talliesFor('capture', 'track', 'match', 'raise', 'store', 'publish');
  const outboxes = outboxServices({
    ...{ store, broker, unit: identity, clock, log, tally: tallies.publish, signal },
    window: config.broker.window,
  });
  const stages = () => inOrder([...Object.values(tallies).map((tally) => tally.snapshot()), ...vision.tallies()]);
  const retaining = retain({
    retained: store.retained,
    room: store.room,
    holds: store.holds,
    profile,
    clock,
    now: () => time.wall(),
    audit: account.audit,
    log,
    signal,
    onFault: (source, code) => faults.set(source, code),
  });
  const board = boardServices({
    config,
    devices,
    signal,
    faults,
    elevation: () => elevationAt(place.fix(), time.wall()),
    calls: () => alerts.calls(),
  });
  const illumination = opening.use(board.illumination);
  const watch = opening.use(
    watchServices({
      ...{ config, unit: identity, devices, faults, time, store, vision, stages, signal },
      fix: place.fix,
      exposureLine: board.exposureLine,
      beside: [account.tally, ...(board.edges ? [board.edges] : [])],
      asked: {
        strobe: () => devices.strobeFault?.(),
        'hot-list.age': () => hotLists.inUse.stale(),
        'clock.steps': () => {
          steps.look();
          return undefined;
        },
      },
    }),
  );
  const commanded = account.run(
    new Map<string, Permitted>([
      ['send_health', { roles: profile.access.health_roles, atAnyTime: true, handler: healthAsked(faults) }],
      // What a person said of one alert is no less true later, so it is taken also where the unit does not know the time.
      ['acknowledge_alert', { roles: profile.alerts.act_roles, atAnyTime: true, handler: acknowledge }],
      ...hotLists.actions,
      ...storeActions({ profile, store, audit: account.audit, nowMs: () => surely().epochMs }),
    ]),
    signal,
  );
  watch.watch();
  opening.defer(async () => {
    services.abort();
    const own = [outboxes.running, place.running, retaining, tending, recalling, board.running, commanded];
    await Promise.all([...own, watch.running()]);
    await hotLists.running;
  });
  log.event('info', 'unit.open', {
    unit: identity.unit,
    agency: identity.agency,
    profile: profile.id,
    camera: camera.name,
    backend: vision.backend,
  });
  const open = opening.move();

  return {
    identity,
    profile,
    backend: vision.backend,
    store,
    gps: place.gps,
    tallies: stages,
    powerEnds: board.powerEnds,
    async *run(stop) {
      const lists = together(hotLists.inUse, devices.hotLists);
      const detections = flow(camera, {
        capture: {
          pool,
          clock,
          log,
          tally: tallies.capture,
          queueFrames: camera.rateHz === undefined ? 0 : config.capture.queue_frames,
          reopenMs: config.camera.reopen_ms,
          signal: stop,
          fix: place.fix,
          time: (frame) => time.at(frame),
          arrived: watch.camera.arrived,
          seen: (frame) => illumination.look(frame),
          condition: watch.camera.condition,
        },
        look: vision.look,
        track: {
          pool,
          engine,
          codec,
          entropy,
          clock,
          unit: identity,
          tally: tallies.track,
          // Single photographs allow one look only.
          looksMin: camera.rateHz === undefined ? 1 : config.track.looks_min,
          confidenceMin: config.track.confidence_min,
          // What one photograph shows has passed the gate already.
          plateMin: camera.rateHz === undefined ? 0 : config.track.plate_min,
          gapMs: config.track.gap_ms,
          lastsMsMax: config.track.lasts_ms_max,
          soughtConfidenceMin: config.track.sought_confidence_min,
          // What is listed by a character easily confused alone waits for all looks: the next may tell it. Photographs do not pass.
          sought: (read) => camera.rateHz !== undefined && lists.hitsOf(read).some(({ kind }) => kind !== 'fuzzy'),
          heldMax: Math.floor(config.pool.slots / 3),
          contextWidthMax: config.evidence.context_width_max,
          jpegQuality: config.evidence.jpeg_quality,
        },
        match: { hotLists: lists, tally: tallies.match },
        raise: { alert: (matched) => alerts.raise(matched), tally: tallies.raise },
        store: { store, tally: tallies.store, log, onFault: (fault) => faults.set('store', fault?.code) },
      });
      for await (const stored of detections) {
        alerts.stored(stored);
        yield stored;
      }
    },
    published: outboxes.emptied,
    async [Symbol.asyncDispose]() {
      await open.disposeAsync();
      log.event('info', 'unit.closed', { unit: identity.unit });
    },
  };
}

function together(one: HotLists, other: HotLists | undefined): HotLists {
  return other === undefined ? one : { hitsOf: (read) => [...one.hitsOf(read), ...other.hitsOf(read)] };
}

/** Health is told at once, as when a fault begins. */
function healthAsked(faults: CurrentFaults): CommandHandler {
  return async () => {
    faults.tell();
    return { status: 'done' };
  };
}
