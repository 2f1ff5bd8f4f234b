/** Where a unit is: its receiver, heard for as long as the unit runs, and the place at which a fixed one was put up. */
import type { Config } from './config/schema.ts';
import { type Fix, noFix, type Position } from './domain/fix.ts';
import type { WallInstant } from './domain/instant.ts';
import { solarElevation } from './domain/sun.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { SerialLine } from './ports/serial-line.ts';
import type { CurrentFaults } from './services/current-faults.ts';
import { faultSources, Gps } from './services/gps/gps.ts';
import { madeMs } from './version.ts';

export interface PlaceParts {
  readonly config: Pick<Config, 'gps' | 'unit'>;
  /** Undefined: the unit has no receiver. */
  readonly gpsLine: SerialLine | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly faults: CurrentFaults;
  readonly signal: AbortSignal;
}

export interface PlaceServices {
  readonly gps: Gps | undefined;
  /** The best that is known. */
  fix(): Fix;
  /** What the receiver says, not the surveyed place. */
  received(): Fix;
  /** Resolves after the signal. */
  readonly running: Promise<unknown>;
}

export function placeServices(parts: PlaceParts): PlaceServices {
  const surveyed = surveyedPlace(parts.config);
  const gps = gpsOf(parts, surveyed);
  const standing: Fix = surveyed === undefined ? noFix : { quality: 'surveyed', position: surveyed };
  return {
    gps,
    fix: () => gps?.fix() ?? standing,
    received: () => gps?.received() ?? noFix,
    running: gps?.run(parts.signal) ?? Promise.resolve(),
  };
}

/** The sun's height where the unit is, degrees, if it knows where and when. */
export function elevationAt({ position }: Fix, { epochMs, quality }: WallInstant): number | undefined {
  const known = position !== undefined && quality.source !== 'free-running';
  return known ? solarElevation(position, epochMs) : undefined;
}

/** Where a fixed unit was put up, as its configuration says. */
function surveyedPlace({ unit }: PlaceParts['config']): Position | undefined {
  const { latitude, longitude } = unit.surveyed;
  return unit.kind === 'mobile' || (latitude === 0 && longitude === 0) ? undefined : { latitude, longitude };
}

const REOPEN_MS = 1000;
const REOPEN_MS_MAX = 30_000;
/** What receivers come with, most common first; 4800 is the standard's own. */
const BAUD_RATES = [9600, 115_200, 38_400, 4800, 57_600, 19_200];

function gpsOf({ config, gpsLine, clock, log, faults }: PlaceParts, surveyed: Position | undefined): Gps | undefined {
  if (gpsLine === undefined) return undefined;
  const { baud_rate, stale_ms, silent_ms, slow_ms, speed_mps_max } = config.gps;
  return new Gps({
    line: gpsLine,
    clock,
    log,
    baudRates: baud_rate === 0 ? BAUD_RATES : [baud_rate],
    survey: surveyed && { place: surveyed, limitM: config.unit.surveyed.moved_m },
    madeMs,
    speedMpsMax: speed_mps_max,
    staleAfterMs: stale_ms,
    silentAfterMs: silent_ms,
    slowAfterMs: slow_ms,
    onFaults: (present) => {
      for (const source of faultSources) faults.set(`gps.${source}`, present[source]);
    },
    reopenMs: REOPEN_MS,
    reopenMsMax: REOPEN_MS_MAX,
  });
}
