/** The limit of delivery (POLICY.md U8): a unit that has not delivered says so at half of the time that it has, and loudly at nine tenths. */
import type { FaultCode } from '../domain/fault.ts';

/** @param waitingMs the age of the oldest message that waits; undefined: none waits. */
export function deliveryFault(waitingMs: number | undefined, limitMs: number): FaultCode | undefined {
  if (waitingMs === undefined || waitingMs < limitMs / 2) return undefined;
  return waitingMs < 0.9 * limitMs ? 'delivery.late' : 'delivery.overdue';
}
