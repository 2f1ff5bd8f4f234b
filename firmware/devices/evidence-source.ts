/** Where evidence is taken from: the messages of the unit's store, as they were stored, and what is held for a case, once each. It only reads. */
import type { DetectionSearch } from '../ports/detection-search.ts';
import type { Holds } from '../ports/holds.ts';

export interface EvidenceSource {
  /** The stored message of a detection; undefined: there is none of that id. */
  detection(id: string): Uint8Array | undefined;
  /** Those that are held for a case. */
  held(caseNumber: string): readonly Uint8Array[];
}

export function evidenceSource({
  search,
  holds,
}: {
  readonly search: DetectionSearch;
  readonly holds: Pick<Holds, 'list'>;
}): EvidenceSource {
  const detection = (id: string) => {
    const sequence = search.sequenceOf(id);
    return sequence === undefined ? undefined : search.message(sequence);
  };
  return {
    detection,
    held(caseNumber) {
      const ofCase = holds.list().filter((each) => each.caseNumber === caseNumber);
      const ids = new Set(ofCase.flatMap(({ detections }) => detections));
      return [...ids].flatMap((id) => detection(id) ?? []);
    },
  };
}
