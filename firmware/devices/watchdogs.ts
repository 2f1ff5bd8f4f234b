/** The watchdogs that a unit may have: systemd's, where it started the unit with WatchdogSec, and the machine's own. */
import { armWatchdog, notifySupervisor } from '../../native/index.ts';
import { Fault } from '../domain/fault.ts';

export interface Supervisor {
  /** The unit works: services that wait for it may begin. */
  ready(): void;
  stopping(): void;
  alive(): void;
  /** Silence, milliseconds, after which it restarts the unit; undefined: it does not watch. */
  readonly watchdogMs: number | undefined;
}

/** systemd, when it started this process with Type=notify (sd_notify(3), sd_watchdog_enabled(3)). */
export function systemdSupervisor(environment: NodeJS.ProcessEnv): Supervisor | undefined {
  const { NOTIFY_SOCKET: socket, WATCHDOG_USEC: watchdogUs } = environment;
  if (socket === undefined || socket === '') return undefined;
  const say = (state: string) => () => notifySupervisor(socket, state);
  return {
    ready: say('READY=1'),
    stopping: say('STOPPING=1'),
    alive: say('WATCHDOG=1'),
    watchdogMs: watchdogUs === undefined ? undefined : Number(watchdogUs) / 1000,
  };
}

export interface HardwareWatchdog {
  readonly timeoutMs: number;
  pet(): void;
  disarm(): void;
}

/** @param path such as /dev/watchdog0. Throws Fault `watchdog.unavailable`, and so does `pet`. */
export function hardwareWatchdog(path: string, timeoutSeconds: number): HardwareWatchdog {
  const had = <Value>(ask: () => Value): Value => {
    try {
      return ask();
    } catch (cause) {
      throw new Fault('watchdog.unavailable', `${path}: ${cause instanceof Error ? cause.message : cause}.`, cause);
    }
  };
  const armed = had(() => armWatchdog(path, timeoutSeconds));
  return {
    timeoutMs: armed.timeoutSeconds * 1000,
    pet: () => had(() => armed.pet()),
    disarm: () => armed.disarm(),
  };
}
