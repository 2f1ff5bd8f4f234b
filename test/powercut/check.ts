/**
 * What must hold of a folder after a cut, given what had happened before it: it opens; nothing that was stored is missing from
 * what a consumer has and what still comes; nothing comes twice to a consumer that drops repeats by unit, boot and sequence.
 */
import { detectionOf } from '../proto/detections.ts';
import { inBoot, type Key, keyOf, type Mark, openFolder } from './kept.ts';

const NEXT = 999_999;

/** The first thing that does not hold, or undefined. Changes the folder. */
export function broken(folder: string, before: readonly Mark[]): string | undefined {
  const consumer = new Map<string, Key>();
  const homes = new Map<string, string>();
  const take = (each: Key): string | undefined => {
    const known = consumer.get(each.key);
    if (known !== undefined && known.digest !== each.digest) return `${each.key} names two different messages`;
    consumer.set(each.key, each);
    const home = `${each.message} ${each.id}`;
    if ((homes.get(home) ?? each.key) !== each.key) return `${home} came as ${homes.get(home)} and as ${each.key}`;
    homes.set(home, each.key);
    return undefined;
  };
  for (const mark of before) {
    const wrong = mark.kind === 'received' ? take(mark) : undefined;
    if (wrong !== undefined) return wrong;
  }
  using store = openFolder(folder);
  store.append(inBoot(NEXT, detectionOf(NEXT)));
  let last = 0n;
  for (let rows = store.outbox(64); rows.length > 0; rows = store.outbox(64)) {
    for (const row of rows) {
      if (last !== 0n && row.sequence !== last + 1n) return `sequence ${last} is followed by ${row.sequence}`;
      last = row.sequence;
      const wrong = take(keyOf(row));
      if (wrong !== undefined) return wrong;
    }
    store.acknowledge(last);
  }
  const lost = before.find((mark) => mark.kind === 'stored' && !homes.has(`detection ${mark.id}`));
  return lost === undefined ? undefined : `detection ${lost.id} was stored and is lost`;
}
