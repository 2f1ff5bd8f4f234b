/** Refused system calls on GPIO lines as faults, whichever interface was asked. */
import { Fault } from '../domain/fault.ts';

/** @param name of the line, for the message. */
export function guarded<T>(name: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof Error ? faultOfCall(name, error) : error;
  }
}

export function faultOfCall(name: string, error: Error): Error {
  const { code } = error as { code?: string };
  const detail = `"${name}": ${error.message}.`;
  switch (code) {
    case 'EBUSY':
      return new Fault('gpio.busy', detail, error);
    case 'EACCES':
    case 'EPERM':
      return new Fault('gpio.refused', detail, error);
    case 'EINVAL':
      return new Fault(
        'gpio.missing',
        `${detail} The chip has no such line, or can not do what its entry asks.`,
        error,
      );
    default:
      // ENODEV and ENOENT, and what a driver says whose bus the chip answers no more: EIO, ENXIO, ETIMEDOUT and others.
      return code !== undefined && /^E[A-Z0-9]+$/.test(code) ? new Fault('gpio.lost', detail, error) : error;
  }
}
