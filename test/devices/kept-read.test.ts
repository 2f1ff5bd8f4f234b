/** What is known again of a detection from its message: what it is matched by is as it was read. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectionMessage } from '../../firmware/devices/alpr-codec.ts';
import { keptReadOf } from '../../firmware/devices/kept-read.ts';
import type { CharacterReading } from '../../firmware/domain/reading.ts';
import { matchedDetections } from '../proto/detections.ts';

test('a read comes back with its characters, its place and time, its plate picture, and what it met', () => {
  fc.assert(
    fc.property(matchedDetections, fc.bigInt({ min: 1n, max: 1n << 62n }), (matched, sequence) => {
      const { detection, hits } = keptReadOf(detectionMessage(matched, sequence));
      const { id, unit, camera, plate, region, fix, wall, plateImage } = matched.detection;
      expect(detection).toMatchObject({ id, unit, camera, region, fix, wall, plateImage });
      expect(detection.plate.reveal()).toBe(plate.reveal());
      expect(detection.characters.map(bare)).toEqual(matched.detection.characters.map(bare));
      expect(hits.map(({ entry, kind }) => [entry.list, entry.entryId, kind])).toEqual(
        matched.hits.map(({ entry, kind }) => [entry.list, entry.entryId, kind]),
      );
    }),
  );
});

function bare({ character, confidence, settled, unknown }: CharacterReading) {
  return { character, confidence: Math.fround(confidence), settled, unknown };
}
