/** Where evidence is taken from: the messages of the unit's store, as they were stored, and what is held for a case. It only reads. */
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
  readonly holds: Pick<Holds, 'list' | 'messages'>;
}): EvidenceSource {
  const messagesOf = (id: number) =>
    holds.messages(id).flatMap(({ kind, payload }) => (kind === 'detection' ? [payload] : []));
  return {
    detection(id) {
      const sequence = search.sequenceOf(id);
      return sequence === undefined ? undefined : search.message(sequence);
    },
    held: (caseNumber) => holds.list().flatMap((each) => (each.caseNumber === caseNumber ? messagesOf(each.id) : [])),
  };
}
