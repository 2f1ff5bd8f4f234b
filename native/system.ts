/** What a unit asks of the system that Node has no door to: systemd's socket, the hardware watchdog, a thread's exact time. */
import { wholeNumber } from './arguments.ts';
import { addon, type RawWatchdog } from './load.ts';

/**
 * One message for the supervisor that started this process (sd_notify(3)), such as `READY=1`.
 * @param socket what NOTIFY_SOCKET holds. Throws an Error whose `code` is the system call's.
 */
export function notifySupervisor(socket: string, state: string): void {
  addon().system.notify(socket, state);
}

/** From now on no crash of this process writes its memory to a disk. Throws an Error whose `code` is the system call's. */
export function forbidCoreDumps(): void {
  addon().system.forbidCoreDumps();
}

/** CPU time of the calling thread so far, milliseconds, exact: Node's own (process.threadCpuUsage) advances by ticks of 4 ms here. */
export function threadCpuMs(): number {
  return addon().system.threadCpuMs();
}

/**
 * The hardware watchdog: armed from now on, it resets the machine unless it is petted within its timeout; also when this process ends
 * without `disarm`. Throws an Error whose `code` is EBUSY, ENOENT, EACCES … where it can not be had.
 */
export function armWatchdog(path: string, timeoutSeconds: number): RawWatchdog {
  wholeNumber('timeoutSeconds', timeoutSeconds, { least: 1, most: 3600 });
  return new (addon().system.Watchdog)(path, timeoutSeconds);
}
