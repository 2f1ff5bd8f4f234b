/** What is taken from a unit as evidence, by whom and for what (POLICY.md R3). */
import type { WallInstant } from './instant.ts';
import type { Person } from './role.ts';

export interface EvidenceOrder {
  readonly caseNumber: string;
  readonly by: Person;
  readonly reason: string;
}

/** One detection, as its message on the wire holds it. */
export interface EvidenceDetection {
  readonly id: string;
  readonly exposedAt: WallInstant;
  /** The message as it was stored. */
  readonly message: Uint8Array;
  /** The same for persons, without the pictures. */
  readonly readable: unknown;
  readonly plateImage: Uint8Array;
  /** The frame that was read. */
  readonly frame: Uint8Array;
}
