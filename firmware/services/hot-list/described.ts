/**
 * The vehicle that an entry describes against the one that was seen: a further condition beside the plate. What either leaves out says
 * nothing; nothing is guessed. Compared in the lists' own codes, with 0 for the letter O, as some lists write it; of several colours one
 * in common is enough.
 */
import type { ListedVehicle } from '../../domain/hot-list.ts';
import type { SeenVehicle } from '../../domain/vehicle.ts';
import { comparisonKey } from './listed-text.ts';

const compared = ['make', 'model', 'colour'] as const;

/** `agrees`: something is known of both, and nothing contradicts. Undefined: nothing is known of both. */
export function agreementOf(
  listed: ListedVehicle | undefined,
  seen: SeenVehicle | undefined,
): 'agrees' | 'contradicts' | undefined {
  const told = compared.flatMap((what) => {
    const [one, other] = [listed?.[what], seen?.[what]];
    return one === undefined || other === undefined ? [] : [isSame(one, other)];
  });
  if (told.length === 0) return undefined;
  return told.every(Boolean) ? 'agrees' : 'contradicts';
}

/** Two colours are written as `RED/BLK`. */
function isSame(one: string, other: string): boolean {
  const others = other.split('/').map(comparisonKey);
  return one.split('/').some((code) => others.includes(comparisonKey(code)));
}
