/** New entries over past reads: the same rule as for what passes now, bounded, labelled, on record. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../firmware/domain/fault.ts';
import type { HotLists, ReadPlate } from '../../firmware/domain/matched.ts';
import { type PastReads, type PastSearch, pastHits } from '../../firmware/governance/past-reads.ts';
import type { AuditEntry } from '../../firmware/ports/audit.ts';
import { entryOf, listOf, madeAt, matcherOf, readOf } from '../services/hot-list/lists.ts';

const HOUR_MS = 3_600_000;
const now = { ...madeAt, epochMs: madeAt.epochMs + 1000 * HOUR_MS };

interface PastRead {
  readonly read: ReadPlate;
  readonly hoursAgo: number;
}

function storeOf(kept: readonly PastRead[]): PastReads {
  return {
    *since(fromMs) {
      for (const [index, { read, hoursAgo }] of kept.entries())
        if (now.epochMs - hoursAgo * HOUR_MS >= fromMs) yield { sequence: BigInt(index), plate: read.plate };
    },
    read: (sequence) => kept[Number(sequence)]?.read,
  };
}

async function searched(
  kept: readonly PastRead[],
  {
    lists,
    before,
    ...own
  }: Pick<PastSearch, 'lists'> & { before?: HotLists; hours?: number; rows?: number; fault?: Fault },
) {
  const records: AuditEntry[] = [];
  const audit = {
    record: (entry: AuditEntry) => {
      if (own.fault !== undefined) throw own.fault;
      records.push(entry);
    },
  };
  const clock = { wall: () => now, monotonic: () => 0 as never, sleep: () => Promise.resolve() };
  const search = { past_reads_hours: own.hours ?? 24, rows_max: own.rows ?? 100 };
  const found = await pastHits(
    {
      lists,
      subject: 'entry-1',
      by: { name: 'a', role: 'supervisor' },
      now,
      ...(before === undefined ? {} : { before }),
    },
    { reads: storeOf(kept), audit, clock, profile: { search: search as never } },
  );
  return { ...found, records };
}

const text = fc.string({ unit: fc.constantFrom('0', 'O', '8', 'B', 'A'), minLength: 3, maxLength: 5 });
const past = fc.record({
  read: fc
    .tuple(text, fc.array(fc.constantFrom(0.5, 1), { minLength: 5, maxLength: 5 }), fc.constantFrom('us-il', 'us-wi'))
    .map(([plate, confidences, code]) =>
      readOf(plate, { confidences, region: { code, confidence: 0.95, others: [] } }),
    ),
  hoursAgo: fc.integer({ min: 0, max: 48 }),
});
const entries = fc.array(
  fc
    .tuple(fc.oneof(text, fc.constantFrom('0?O8*', '*8BA')), fc.constantFrom('us-il', 'us-wi', undefined))
    .map(([listed, region]) => entryOf({ text: listed, ...(region === undefined ? {} : { region }) })),
  { maxLength: 10 },
);

describe('past reads', () => {
  test('meet a new entry exactly where a read of now would, and each hit says that it is past', async () => {
    await fc.assert(
      fc.asyncProperty(entries, fc.array(past, { maxLength: 30 }), async (listed, kept) => {
        const lists = matcherOf([listOf(listed)]);
        const { reads, more } = await searched(kept, { lists });
        const expected = kept.flatMap(({ read, hoursAgo }, index) => {
          const hits = hoursAgo > 24 ? [] : lists.hitsOf(read);
          return hits.length === 0
            ? []
            : [{ sequence: BigInt(index), hits: hits.map((hit) => ({ ...hit, past: true })) }];
        });
        expect(reads).toEqual(expected);
        expect(more).toBe(false);
      }),
    );
  });

  test('are as many as a search may give, the newest, and say that there are more', async () => {
    const kept = Array.from({ length: 5 }, (_, index) => ({ read: readOf('AB12345'), hoursAgo: 5 - index }));
    const lists = matcherOf([listOf([entryOf({ text: 'AB12345' })])]);
    const { reads, more, records } = await searched(kept, { lists, rows: 2 });
    expect(reads.map(({ sequence }) => sequence)).toEqual([3n, 4n]);
    expect(more).toBe(true);
    expect(records).toMatchObject([{ detail: { found: 2, more: true, compared: 5 } }]);
  });

  test('are no news where the lists of before had the entry', async () => {
    const known = entryOf({ text: 'AB12345', entryId: '1' });
    const fresh = entryOf({ text: 'AB12345', entryId: '2' });
    const kept = [{ read: readOf('AB12345'), hoursAgo: 1 }];
    const before = matcherOf([listOf([known])]);
    const { reads } = await searched(kept, { lists: matcherOf([listOf([known, fresh])]), before });
    expect(reads[0]!.hits.map(({ entry }) => entry.entryId)).toEqual(['2']);
    expect((await searched(kept, { lists: before, before })).reads).toEqual([]);
  });

  test('O1 a search over them is on record, also where nothing was found, and without a record nothing is told', async () => {
    const lists = matcherOf([listOf([entryOf({ text: 'AB12345' })])]);
    const kept = [{ read: readOf('AB12345'), hoursAgo: 1 }];
    const { records } = await searched([], { lists });
    expect(records).toMatchObject([
      { action: 'search.done', subject: 'entry-1', by: { name: 'a' }, detail: { found: 0, hours: 24 } },
    ]);
    expect(JSON.stringify((await searched(kept, { lists })).records)).not.toContain('AB12345');
    await expect(searched(kept, { lists, fault: new Fault('store.full', 'test') })).rejects.toThrow('test');
  });
});
