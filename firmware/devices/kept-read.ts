/**
 * A detection that is kept, from its stored message, as far as it can be matched and alerted on anew. A character's distribution comes back
 * as what the message tells of it; the context picture stays where it is.
 */

import type { alpr } from '../../proto/generated/alpr.js';
import type { Hit } from '../domain/hit.ts';
import type { KeptRead } from '../domain/matched.ts';
import { Plate } from '../domain/plate.ts';
import { alphabet, type CharacterReading } from '../domain/reading.ts';
import { fixOf, hitOf, instantOf, pictureOf, regionOf, unitOf } from './alert-codec.ts';
import { v1 } from './alpr-codec.ts';

/** @param message an encoded alpr.v1.Detection of this program's own. `hits`: what it met when it was read. */
export function keptReadOf(message: Uint8Array): { readonly detection: KeptRead; readonly hits: readonly Hit[] } {
  const each = v1.Detection.decode(message);
  return {
    detection: {
      id: each.detectionId,
      unit: unitOf(each.origin),
      camera: each.camera,
      plate: new Plate(each.plate),
      characters: each.characters.map(characterOf),
      confidence: each.confidence,
      region: regionOf(each.region),
      wall: instantOf(each.exposedAt),
      fix: fixOf(each.place),
      plateImage: pictureOf(each.plateImage),
    },
    hits: each.hits.map(hitOf),
  };
}

function characterOf({
  character,
  confidence,
  alternatives,
  settledByGrammar,
  unknown,
}: alpr.v1.Character): CharacterReading {
  const distribution = new Float32Array(alphabet.length);
  for (const share of [{ character, confidence }, ...alternatives])
    distribution[alphabet.indexOf(share.character)] = share.confidence;
  return {
    character,
    confidence,
    distribution,
    ...(settledByGrammar && { settled: true }),
    ...(unknown && { unknown: true }),
  };
}
