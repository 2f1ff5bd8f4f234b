/** What a unit does with its board, for as long as it runs: power, illuminator, lamps and buzzer, each where the board has the line for it. */
import type { Config } from './config/schema.ts';
import type { AlertCall } from './domain/alert.ts';
import type { Fault } from './domain/fault.ts';
import { Tally } from './domain/tally.ts';
import type { Clock } from './ports/clock.ts';
import type { Engine } from './ports/engine.ts';
import type { FramePool } from './ports/frame-pool.ts';
import type { Gpio } from './ports/gpio.ts';
import type { Log } from './ports/log.ts';
import type { Pwm } from './ports/pwm.ts';
import type { CurrentFaults } from './services/current-faults.ts';
import { EXPOSURE_LINE, ExposureLine } from './services/exposure-line.ts';
import { faultOfSight, ILLUMINATOR_LINE, Illumination } from './services/illumination.ts';
import { lightLamps } from './services/lamps.ts';
import { type EndReason, powerEnds } from './services/power.ts';

export interface BoardDevices {
  readonly gpio: Gpio;
  /** Names of the lines that the board has. */
  readonly lines: ReadonlySet<string>;
  readonly pwm: Pwm | undefined;
}

export interface BoardParts {
  readonly config: Config;
  readonly devices: {
    readonly clock: Clock;
    readonly log: Log;
    readonly engine: Engine;
    readonly pool: FramePool;
    readonly board?: BoardDevices | undefined;
  };
  readonly signal: AbortSignal;
  readonly faults: CurrentFaults;
  /** The sun's height, degrees. */
  readonly elevation: () => number | undefined;
  /** The alerts that nobody has seen. */
  readonly calls: () => readonly AlertCall[];
}

export interface BoardServices {
  /** To be shown frames, and closed. */
  readonly illumination: Illumination;
  /** To be told of arriving frames, and asked; undefined: the board has no such line. */
  readonly exposureLine: ExposureLine | undefined;
  /** Of the edges of its inputs; undefined: there is no board. */
  readonly edges: Tally | undefined;
  /** Undefined when the signal came first. */
  readonly powerEnds: Promise<EndReason | undefined>;
  /** Resolves after the signal, when all is given back. */
  readonly running: Promise<unknown>;
}

export function boardServices({ config, devices, signal, faults, elevation, calls }: BoardParts): BoardServices {
  const { clock, log, engine, pool, board } = devices;
  const has = (line: string) => board?.lines.has(line) ?? false;
  const illumination = new Illumination({
    engine,
    pool,
    gpio: has(ILLUMINATOR_LINE) ? board?.gpio : undefined,
    pwm: board?.pwm,
    settleMs: config.illumination.settle_ms,
    dusk: config.illumination.dusk,
    night: config.illumination.night,
    elevation,
    onSight: (sight) => faults.set('sight', faultOfSight(sight)),
    onFault: (fault) => faults.set('illuminator', fault?.code),
  });
  if (board === undefined)
    return {
      illumination,
      exposureLine: undefined,
      edges: undefined,
      powerEnds: aborted(signal),
      running: Promise.resolve(),
    };
  const { gpio } = board;
  const told = (source: string, fault: Fault | undefined) => faults.set(source, fault?.code);
  const edges = new Tally('edges');
  const line = { gpio, clock, log, tally: edges, signal, reopenMs: config.camera.reopen_ms };
  const exposureLine = has(EXPOSURE_LINE) ? new ExposureLine(line) : undefined;
  const listening = exposureLine?.listen({ ...line, onFault: (fault) => told(`line ${EXPOSURE_LINE}`, fault) });
  const lighting = lightLamps({
    gpio,
    clock,
    signal,
    lines: { status: has('status-lamp'), alert: has('alert-lamp'), buzzer: has('alert-buzzer') },
    troubled: () => faults.list().length > 0,
    calls,
    onFault: told,
  });
  const ends = powerEnds({
    ...line,
    lines: { ignition: has('ignition'), supplyLow: has('supply-low'), tamper: has('tamper') },
    debounceMs: config.power.debounce_ms,
    holdOffMs: config.power.hold_off_ms,
    onFault: told,
  });
  return { illumination, exposureLine, edges, powerEnds: ends, running: Promise.all([lighting, listening]) };
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true }));
}
