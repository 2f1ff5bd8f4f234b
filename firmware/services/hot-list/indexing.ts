/** The index of one opened list, entry by entry, with what it could not hold. */
import type { OpenedList } from './library.ts';
import type { PlateIndex } from './plate-index.ts';
import { PlateIndexBuilder } from './plate-index-builder.ts';

export interface Indexed {
  readonly index: PlateIndex;
  /** Entries that the index can not hold; they are never matched. */
  readonly leftOut: number;
  /** Why the first of them was left out, in words that name no plate. */
  readonly reason?: string;
}

/** Rejects with Fault `vault.damaged`. */
export async function indexOf({ indexed }: Pick<OpenedList, 'indexed'>): Promise<Indexed> {
  const builder = new PlateIndexBuilder();
  const reasons: string[] = [];
  for await (const entries of indexed())
    for (const entry of entries) {
      const why = builder.add(entry);
      if (why !== undefined) reasons.push(why);
    }
  const [reason] = reasons;
  return { index: builder.build(), leftOut: reasons.length, ...(reason === undefined ? {} : { reason }) };
}
