/**
 * What crosses between the main thread and the vision thread. Pixels never do: a frame goes as its lease. Plates go as
 * bare strings, since a class does not survive structured cloning, and are wrapped again on arrival.
 */
import type { FaultCode } from '../domain/fault.ts';
import type { PlacedFrame } from '../domain/frame.ts';
import { Plate } from '../domain/plate.ts';
import type { FrameReadings, RankedText, Reading } from '../domain/reading.ts';
import type { TallySnapshot } from '../domain/tally.ts';
import type { BackendName } from '../ports/inference.ts';
import type { VisionOptions } from '../ports/vision.ts';

export interface VisionSetup extends VisionOptions {
  /** The frame pool's own handle, as the native addon gives it. */
  readonly pool: unknown;
}

export interface VisionReady {
  readonly kind: 'ready';
  readonly backend: BackendName;
}

export interface VisionResult {
  readonly kind: 'result';
  readonly readings: WireFrameReadings;
  readonly tallies: readonly TallySnapshot[];
}

export interface VisionFault {
  readonly kind: 'fault';
  readonly code: FaultCode;
  readonly detail: string;
}

export type FromVision = VisionReady | VisionResult | VisionFault;
export type ToVision = { readonly kind: 'frame'; readonly frame: PlacedFrame } | { readonly kind: 'end' };

type WireText = Omit<RankedText, 'plate'> & { readonly plate: string };
type WireReading = Omit<Reading, 'plate' | 'candidates'> & {
  readonly plate: string;
  readonly candidates: readonly WireText[];
};
type WireFrameReadings = Omit<FrameReadings, 'readings' | 'known'> & {
  readonly readings: readonly WireReading[];
  readonly known: readonly string[];
};

export function toWire(seen: FrameReadings): WireFrameReadings {
  const bare = (text: RankedText): WireText => ({ ...text, plate: text.plate.reveal() });
  const readings = seen.readings.map((each) => ({
    ...each,
    plate: each.plate.reveal(),
    candidates: each.candidates.map(bare),
  }));
  return { ...seen, readings, known: seen.known.map((plate) => plate.reveal()) };
}

export function fromWire(seen: WireFrameReadings): FrameReadings {
  const wrapped = (text: WireText): RankedText => ({ ...text, plate: new Plate(text.plate) });
  const readings = seen.readings.map((each) => ({
    ...each,
    plate: new Plate(each.plate),
    candidates: each.candidates.map(wrapped),
  }));
  return { ...seen, readings, known: seen.known.map((text) => new Plate(text)) };
}
