/**
 * Search over what the unit has read and still keeps (POLICY.md S4, S5): bounded, newest first. Whoever searches asks for leave and
 * writes it into the audit log; nothing here does. Adapter: an index in memory over the sealed store.
 */
import type { Plate } from '../domain/plate.ts';

/** Each condition that is given must hold. */
export interface DetectionQuery {
  /** Capital letters and digits; `?` stands for one character, `*` for any run of them. */
  readonly pattern?: string;
  /** When the frame was exposed, milliseconds since 1970 UTC; the end is not included. */
  readonly fromMs?: number;
  readonly toMs?: number;
  /** Degrees WGS 84; what was read without a position is not within. */
  readonly within?: { readonly south: number; readonly west: number; readonly north: number; readonly east: number };
  readonly region?: string;
  readonly unit?: string;
}

/** A detection as it is found by. */
export interface PlateRead {
  readonly sequence: bigint;
  readonly detectionId: string;
  readonly plate: Plate;
  readonly exposedMs: number;
  readonly region: string;
  readonly unit: string;
  readonly position?: { readonly latitude: number; readonly longitude: number };
}

export interface FoundRead extends Omit<PlateRead, 'detectionId'> {}

export interface DetectionSearch {
  /** @param limit the most that are given. `more`: older ones fit too. Throws RangeError for a pattern of other characters. */
  find(query: DetectionQuery, limit: number): { readonly found: readonly FoundRead[]; readonly more: boolean };
  /**
   * Every read exposed since then, oldest first, for a new entry to be run over; of sequences after that one alone. What is purged before
   * its turn is left out.
   */
  since(fromMs: number, after?: bigint): IterableIterator<FoundRead>;
  /** The sequence of a detection's message; undefined: not kept. Also of what is kept only under a hold. */
  sequenceOf(detectionId: string): bigint | undefined;
  /**
   * The message as it was or will be sent; undefined: not kept. Also what is kept only under a hold, and the picture that was given up but
   * is still held.
   */
  message(sequence: bigint): Uint8Array | undefined;
}
