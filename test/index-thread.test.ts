/** An index that is put in order on a thread of its own finds what it was given, and the main thread goes on meanwhile. */
import { expect, test } from 'vitest';
import { orderedIndex } from '../firmware/index-thread.ts';
import { PlateIndexBuilder } from '../firmware/services/hot-list/plate-index-builder.ts';
import { keyInto, plateKey } from '../firmware/services/hot-list/plate-key.ts';

const plateOf = (ref: number) => ref.toString(36).toUpperCase().padStart(7, '0');

test.each([10, 200_000])(
  'an index of %i entries comes back in order, while the main thread has its turns',
  async (entries) => {
    const builder = new PlateIndexBuilder();
    for (let ref = 0; ref < entries; ref++)
      builder.add({ text: plateOf(ref), region: 'us-il', alertClass: 'amber', ref });
    builder.add({ text: 'AB?12', alertClass: 'local-bolo', ref: entries });
    let turns = 0;
    const ticking = setInterval(() => turns++, 1);
    const index = await orderedIndex(builder.unsorted());
    clearInterval(ticking);
    if (entries > 50_000) expect(turns).toBeGreaterThan(0);
    const key = plateKey();
    const found = (plate: string) => {
      keyInto(key, plate);
      return index.entriesOf(key);
    };
    for (let ref = 0; ref < entries; ref += 1 + (entries >> 6))
      expect(found(plateOf(ref))).toEqual([{ alertClass: 'amber', region: 'us-il', ref }]);
    expect(found(plateOf(entries))).toEqual([]);
    expect(index.parts.watches).toEqual([{ text: 'AB?12', alertClass: 'local-bolo', ref: entries }]);
  },
);
