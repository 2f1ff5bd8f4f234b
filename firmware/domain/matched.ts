/** A detection with what it met on the hot lists, as it goes to the store. */
import type { Alert } from './alert.ts';
import type { Detection } from './detection.ts';
import type { Hit } from './hit.ts';

export interface MatchedDetection {
  readonly detection: Detection;
  readonly hits: readonly Hit[];
  /** What is put before a person for it; absent: nothing new, as the vehicle's alert stands already or its class is not asked for. */
  readonly alert?: Alert;
}

/** What is held against the hot lists: of a detection, or of a single look at a plate. */
export type ReadPlate = Pick<Detection, 'plate' | 'characters' | 'region' | 'vehicle'>;

/** What is known again of a detection from its stored message: enough to match it anew and to put it before a person. */
export type KeptRead = ReadPlate &
  Pick<Detection, 'id' | 'unit' | 'camera' | 'confidence' | 'wall' | 'fix' | 'plateImage'>;

/** What the pipeline asks of the hot lists, wherever they are kept. */
export interface HotLists {
  hitsOf(read: ReadPlate): readonly Hit[];
}
