/**
 * A detection: one vehicle passing. It is what is kept and published (POLICY.md U1), and it is complete in itself: the
 * frame that was read, the plate's crop, text and ranking, place and time with their quality. Nothing rewrites it.
 */
import type { Box, Quad } from './candidate.ts';
import type { Fix } from './fix.ts';
import type { Exposure } from './frame.ts';
import type { WallInstant } from './instant.ts';
import type { Plate } from './plate.ts';
import type { PlateText } from './reading.ts';
import type { SeenVehicle } from './vehicle.ts';

export const unitKinds = ['stationary', 'mobile', 'motor-carrier'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** An encoded picture (JPEG) that belongs to a detection. */
export interface Picture {
  readonly mediaType: 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** One of the readings a detection was voted from, without its distributions. */
export interface Look {
  readonly frameSequence: number;
  readonly wall: WallInstant;
  readonly plate: Plate;
  readonly confidence: number;
  readonly box: Box;
}

/** The unit as every message and record names it. */
export interface UnitIdentity {
  readonly agency: string;
  readonly unit: string;
  readonly kind: UnitKind;
  /** Random per start of the runtime, so that sequences of two boots are never confused. */
  readonly bootId: string;
}

export interface Detection extends PlateText {
  /** Unique within the unit for ever: UUID version 7 of the moment of storing. */
  readonly id: string;
  readonly unit: UnitIdentity;
  readonly camera: string;
  /** Calibrated probability that the whole text is right, 0 told from O and 1 from I too (`exactConfidence`); 0 to 1. */
  readonly confidence: number;
  /** The evidence frame's exposure instant. */
  readonly wall: WallInstant;
  readonly firstSeen: WallInstant;
  readonly lastSeen: WallInstant;
  readonly fix: Fix;
  readonly frameSequence: number;
  readonly frameWidth: number;
  readonly frameHeight: number;
  readonly exposure: Exposure;
  readonly box: Box;
  readonly quad: Quad;
  readonly looks: readonly Look[];
  readonly plateImage: Picture;
  /** The whole frame that was read, scaled down where the configuration says so. */
  readonly contextImage: Picture;
  readonly vehicle?: SeenVehicle;
  /** The photograph this came from, when it came from one. */
  readonly source?: string;
}
