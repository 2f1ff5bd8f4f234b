/**
 * Nothing of a running unit is to be had through its process: a crash leaves no core file, which would hold plates and keys, and
 * SIGUSR1, at which Node opens a port for a debugger (nodejs.org/api/process.html#signal-events), is told of and nothing else.
 */
import { forbidCoreDumps } from '../../native/index.ts';
import type { Log } from '../ports/log.ts';

export function keepToItself(log: Log): void {
  forbidCoreDumps();
  process.on('SIGUSR1', () => log.event('warning', 'unit.debugger-refused'));
}
