/**
 * The disk's budget: where the store comes near its limit, what the profile names first is given up, oldest first, until there is room
 * again. An alert is never given up, sent or not; where nothing that may be given up is left, the store is full, and says so.
 */
import type { GivenUp, StoreRoom } from '../ports/retained.ts';

const CROWDED = 0.9;
const ROOMY = 0.85;

/** Of the store's limit, what holds may take: nothing makes room of them, and what is read has to have its place. */
const HELD = 0.5;

/** Whether so much more can be held without others being given up for it. */
export function roomToHold({ usedBytes, heldBytes, limitBytes }: StoreRoom, bytes: number): boolean {
  return usedBytes + bytes <= CROWDED * limitBytes && heldBytes + bytes <= HELD * limitBytes;
}

/** Whether it was crowded. */
export function withinRoom(room: StoreRoom, dropFirst: readonly GivenUp[]): boolean {
  const limitBytes = room.limitBytes;
  if (room.usedBytes <= CROWDED * limitBytes) return false;
  for (const kind of dropFirst) while (room.usedBytes > ROOMY * limitBytes && room.giveUp(kind) > 0);
  return true;
}
