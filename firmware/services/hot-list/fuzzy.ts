/**
 * When a plate that was not read letter by letter as it is listed may be the listed one after all: one character differs, by a shape that
 * is easily confused, where the reader was not sure, and the listed text is one that its state prints. Never two characters, never a text
 * of another length, never where no state is known. A text has five such neighbours and hardly one in two of it fits the syntax
 * (docs/measured.md), so a hit of this kind is a question and says so.
 */
import type { RegionReading } from '../../domain/region.ts';
import { confusableWith } from './confusable.ts';
import { agrees, STATE_NAMED } from './state.ts';

/** A character that is read with less may be another. */
export const CHARACTER_SURE = 0.9;

/** Whether a region prints a text; false where its series are not known. */
export type IsPrintedBy = (region: string, text: string) => boolean;

/** What may be read instead of a text, wherever the reader may not be sure. */
export function misreadingsOf(text: string): string[] {
  return Array.from(text).flatMap((character, place) =>
    Array.from(confusableWith(character), (other) => exchanged(text, place, other)),
  );
}

/** The text with another character at a place, counted from 0. */
export function exchanged(text: string, place: number, other: string): string {
  return text.slice(0, place) + other + text.slice(place + 1);
}

/** Whether a listed text may stand for what was read, where it differs from that by one exchange. */
export function mayStandFor(
  listed: { readonly text: string; readonly region?: string },
  read: RegionReading,
  isPrintedBy: IsPrintedBy,
): boolean {
  const state = listed.region ?? (read.confidence >= STATE_NAMED ? read.code : undefined);
  return state !== undefined && agrees(listed.region, read, STATE_NAMED) && isPrintedBy(state, listed.text);
}
