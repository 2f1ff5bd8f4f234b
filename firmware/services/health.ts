/**
 * The health service: at a steady rate, and at once when something goes wrong or is mended, one message that says how the
 * unit is. It is not stored and not repeated; when there is no connection, or the broker does not take it, this one is dropped
 * and counted, for a late one says nothing, and the next goes when there is a connection again. It asks each part of the unit through a function, and knows none of them.
 */
import type { Misread } from '../domain/alert.ts';
import type { UnitIdentity } from '../domain/detection.ts';
import { faultOf } from '../domain/fault.ts';
import type { Fix } from '../domain/fix.ts';
import type {
  Backlog,
  CameraHealth,
  CurrentFault,
  Health,
  MainThreadLag,
  MemoryUse,
  SequencerHealth,
  Warmth,
} from '../domain/health.ts';
import type { WallInstant } from '../domain/instant.ts';
import { linkedAbort } from '../domain/linked-abort.ts';
import type { Tally, TallySnapshot } from '../domain/tally.ts';
import { topicOf } from '../domain/topic.ts';
import type { Broker } from '../ports/broker.ts';
import type { Clock } from '../ports/clock.ts';

/** Asked once for each message. */
export interface HealthSources {
  /** The unit's time. */
  now(): WallInstant;
  stages(): readonly TallySnapshot[];
  memory(): MemoryUse;
  backlog(): Backlog;
  fix(): Fix;
  cameras(): readonly CameraHealth[];
  faults(): readonly CurrentFault[];
  /** Resolves when a fault next begins or ends. */
  faultsChanged(): Promise<void>;
  framePool?(): { readonly slots: number; readonly free: number };
  /** Since the last time it was asked; undefined when nothing was measured yet. */
  mainThreadLag?(): MainThreadLag | undefined;
  sequencer?(): SequencerHealth | undefined;
  warmth?(): Warmth | undefined;
  misreads?(): readonly Misread[];
}

export interface HealthService {
  readonly unit: UnitIdentity;
  readonly softwareVersion: string;
  readonly broker: Broker;
  readonly clock: Clock;
  readonly tally: Tally;
  readonly signal: AbortSignal;
  readonly intervalMs: number;
  readonly encode: (health: Health) => Uint8Array;
  /** Told of each message that the broker has acknowledged. */
  readonly told?: (health: Health) => void;
  readonly sources: HealthSources;
}

/** Shortest time between two messages: faults seldom come alone. */
const pauseMs = 500;

/** Runs until the signal aborts and then ends without an error. The first message goes as soon as there is a broker. */
export async function reportHealth(service: HealthService): Promise<void> {
  const { broker, clock, tally, signal, intervalMs } = service;
  const startedAt = clock.monotonic();
  let sequence = 0n;
  try {
    await broker.connected(signal);
    while (!signal.aborted) {
      sequence += 1n;
      tally.in();
      const health = healthNow(service, sequence, clock.monotonic() - startedAt);
      const changed = service.sources.faultsChanged();
      // Whoever waits for a slow broker's acknowledgement is told of what goes wrong meanwhile.
      await Promise.race([send(service, health), changed]);
      await clock.sleep(Math.min(pauseMs, intervalMs), signal);
      await sleepUnless(changed, service);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Sleeps for what is left of the interval, or until `changed`, or until there is a connection where there is none. */
async function sleepUnless(
  changed: Promise<void>,
  { broker, clock, signal, intervalMs }: HealthService,
): Promise<void> {
  const waking = linkedAbort(signal);
  const slept = clock.sleep(Math.max(0, intervalMs - pauseMs), waking.signal);
  const connected = broker.state === 'connected' ? [] : [broker.connected(waking.signal).catch(() => undefined)];
  await Promise.race([changed, slept, ...connected]);
  waking.abort();
  await slept.catch(() => undefined);
}

export function healthNow(service: HealthService, sequence: bigint, uptimeMs: number): Health {
  const { unit, softwareVersion, sources } = service;
  const framePool = sources.framePool?.();
  const mainThreadLag = sources.mainThreadLag?.();
  const sequencer = sources.sequencer?.();
  const warmth = sources.warmth?.();
  const misreads = sources.misreads?.();
  return {
    unit,
    sequence,
    at: sources.now(),
    uptimeMs,
    softwareVersion,
    stages: sources.stages(),
    memory: sources.memory(),
    backlog: sources.backlog(),
    fix: sources.fix(),
    cameras: sources.cameras(),
    faults: sources.faults(),
    ...(framePool && { framePool }),
    ...(mainThreadLag && { mainThreadLag }),
    ...(sequencer && { sequencer }),
    ...(warmth && { warmth }),
    ...(misreads && { misreads }),
  };
}

/** Sends it, and counts what came of it. */
async function send({ unit, broker, tally, signal, encode, told }: HealthService, health: Health): Promise<void> {
  try {
    await broker.publish({ topic: topicOf(unit, 'health'), payload: encode(health), retain: false }, signal);
    tally.out();
    told?.(health);
  } catch (error) {
    if (!signal.aborted && faultOf(error) === undefined) throw error;
    tally.drop('broker.unreachable');
  }
}
