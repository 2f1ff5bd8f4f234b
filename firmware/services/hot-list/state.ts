/** The state that a list names against the state that was read. */
import type { RegionShare } from '../../domain/region.ts';

/** How certain a state must be read before it can contradict a list: below that a hit is shown and a person decides. */
export const STATE_SURE = 0.9;
/** For a hit that is a question already: a state that is likelier than not. */
export const STATE_NAMED = 0.5;

/** False only where both are states of the union, they differ, and the reading is as certain as `sure` asks. */
export function agrees(listed: string | undefined, read: RegionShare, sure: number): boolean {
  if (listed === undefined || listed === read.code || read.confidence < sure) return true;
  return !(isState(listed) && isState(read.code));
}

function isState(code: string): boolean {
  return code.length === 5 && code.startsWith('us-');
}
