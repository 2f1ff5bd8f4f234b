/**
 * What must hold of a folder after a cut, given what had happened before it: it opens; nothing that was stored is missing from
 * what a consumer has and what still comes; nothing comes twice to a consumer that drops repeats by unit, boot and sequence.
 */
import { detectionOf } from '../proto/detections.ts';
import { inBoot, type Key, keyOf, type Mark, openFolder, tellsDetection } from './kept.ts';

const NEXT = 999_999;

/** The first thing that does not hold, or undefined. Changes the folder. */
export function broken(folder: string, before: readonly Mark[]): string | undefined {
  const consumer = new Map<string, Key>();
  const homes = new Map<string, string>();
  const take = (each: Key): string | undefined => {
    const known = consumer.get(each.key);
    if (known !== undefined && known.digest !== each.digest) return `${each.key} names two different messages`;
    consumer.set(each.key, each);
    const other = homes.get(each.tells) ?? each.key;
    if (other !== each.key) return `${each.tells} came as ${other} and as ${each.key}`;
    homes.set(each.tells, each.key);
    return undefined;
  };
  for (const mark of before) {
    const wrong = mark.kind === 'received' ? take(mark) : undefined;
    if (wrong !== undefined) return wrong;
  }
  using store = openFolder(folder);
  store.append(inBoot(NEXT, detectionOf(NEXT)));
  for (const kind of ['detection', 'alert'] as const) {
    let last = 0n;
    for (let rows = store.outbox(kind, 64); rows.length > 0; rows = store.outbox(kind, 64)) {
      for (const row of rows) {
        if (last !== 0n && row.sequence !== last + 1n) return `${kind} ${last} is followed by ${row.sequence}`;
        last = row.sequence;
        const wrong = take(keyOf(row));
        if (wrong !== undefined) return wrong;
      }
      store.acknowledge(kind, last);
    }
  }
  for (const mark of before) {
    if (mark.kind === 'stored' && !homes.has(tellsDetection(mark.id)))
      return `detection ${mark.id} was stored and is lost`;
    if (mark.kind === 'seen' && store.openAlerts().some(({ id, state }) => id === mark.alert && state !== 'seen'))
      return `alert ${mark.alert} is unseen again`;
  }
  return undefined;
}
