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
  /** The plate, cut from the frame that was read; undefined: not kept. */
  readonly plateImage: Uint8Array | undefined;
  /** The frame that was read, as the unit kept it: scaled and coded. Undefined: given up for room. */
  readonly frame: Uint8Array | undefined;
}
