/** New entries over past reads: the same rule as for what passes now, bounded, labelled, on record. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../firmware/domain/fault.ts';
import type { Hit } from '../../firmware/domain/hit.ts';
import type { ReadPlate } from '../../firmware/domain/matched.ts';
import { type PastReads, type PastSearch, pastHits, sightingsIn } from '../../firmware/governance/past-reads.ts';
import type { AuditEntry } from '../../firmware/ports/audit.ts';
import { detectionOf } from '../proto/detections.ts';
import { entryOf, listOf, madeAt, matcherOf, readOf } from '../services/hot-list/lists.ts';

const HOUR_MS = 3_600_000;
const now = { ...madeAt, epochMs: madeAt.epochMs + 1000 * HOUR_MS };

interface PastRead {
  readonly read: ReadPlate;
  readonly hoursAgo: number;
  /** What it met when it was read. */
  readonly met?: readonly Hit[];
}

function storeOf(kept: readonly PastRead[]): PastReads {
  return {
    *since(fromMs, after) {
      for (const [index, { read, hoursAgo }] of kept.entries())
        if (now.epochMs - hoursAgo * HOUR_MS >= fromMs && BigInt(index + 1) > after)
          yield { sequence: BigInt(index + 1), plate: read.plate };
    },
    read(sequence) {
      const { read, hoursAgo, met = [] } = kept[Number(sequence) - 1]!;
      const wall = { ...now, epochMs: now.epochMs - hoursAgo * HOUR_MS };
      return { detection: { ...detectionOf(Number(sequence)).detection, wall, ...read }, hits: met };
    },
  };
}

async function searched(
  kept: readonly PastRead[],
  {
    hours = 24,
    rows = 100,
    fault,
    ...asked
  }: Omit<PastSearch, 'subject' | 'now'> & { hours?: number; rows?: number; fault?: Fault },
) {
  const records: AuditEntry[] = [];
  const audit = {
    record: (entry: AuditEntry) => {
      if (fault !== undefined) throw fault;
      records.push(entry);
    },
  };
  const clock = { wall: () => now, monotonic: () => 0 as never, sleep: () => Promise.resolve() };
  const search = { past_reads_hours: hours, rows_max: rows };
  const found = await pastHits(
    { subject: 'entry-1', now, ...asked },
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
            : [{ sequence: BigInt(index + 1), hits: hits.map((hit) => ({ ...hit, past: true })) }];
        });
        expect(reads.map(({ sequence, hits }) => ({ sequence, hits }))).toEqual(expected);
        expect(more).toBe(false);
      }),
    );
  });

  test('are as many as a search may give, the newest, and say that there are more', async () => {
    const kept = Array.from({ length: 5 }, (_, index) => ({ read: readOf('AB12345'), hoursAgo: 5 - index }));
    const lists = matcherOf([listOf([entryOf({ text: 'AB12345' })])]);
    const { reads, more, records } = await searched(kept, { lists, rows: 2 });
    expect(reads.map(({ sequence }) => sequence)).toEqual([4n, 5n]);
    expect(more).toBe(true);
    expect(records).toMatchObject([{ detail: { found: 2, more: true, compared: 5 } }]);
  });

  test('are no news where they met the entry when they were read', async () => {
    const known = entryOf({ text: 'AB12345', entryId: '1' });
    const fresh = entryOf({ text: 'AB12345', entryId: '2' });
    const read = readOf('AB12345');
    const before = matcherOf([listOf([known])]);
    const kept = [{ read, hoursAgo: 1, met: before.hitsOf(read) }];
    const { reads } = await searched(kept, { lists: matcherOf([listOf([known, fresh])]) });
    expect(reads[0]!.hits.map(({ entry }) => entry.entryId)).toEqual(['2']);
    expect((await searched(kept, { lists: before })).reads).toEqual([]);
  });

  test('after a sequence are taken however long ago, and labelled as past only where they are', async () => {
    const lists = matcherOf([listOf([entryOf({ text: 'AB12345' })])]);
    const kept = [5000, 400, 1].map((hoursAgo) => ({ read: readOf('AB12345'), hoursAgo }));
    const { reads } = await searched(kept, { lists, after: 1n, pastBeforeMs: now.epochMs - 2 * HOUR_MS });
    expect(reads.map(({ sequence, hits }) => [sequence, hits[0]!.past])).toEqual([
      [2n, true],
      [3n, undefined],
    ]);
  });

  test('of one plate are one vehicle, by its newest read, with the sequences of the others', async () => {
    const lists = matcherOf([listOf([entryOf({ text: 'AB12345' }), entryOf({ text: 'ZZ99999', entryId: '2' })])]);
    const plates = ['AB12345', 'ZZ99999', 'AB12345', 'AB12345', 'QQ11111'];
    const { reads } = await searched(
      plates.map((plate, index) => ({ read: readOf(plate), hoursAgo: 9 - index })),
      { lists },
    );
    expect(sightingsIn(reads).map(({ sequence, earlier }) => ({ sequence, earlier }))).toEqual([
      { sequence: 2n, earlier: [] },
      { sequence: 4n, earlier: [1n, 3n] },
    ]);
  });

  test('O1 a search over them is on record, also where nothing was found, and without a record nothing is told', async () => {
    const lists = matcherOf([listOf([entryOf({ text: 'AB12345' })])]);
    const kept = [{ read: readOf('AB12345'), hoursAgo: 1 }];
    const { records } = await searched([], { lists });
    expect(records).toMatchObject([
      { action: 'search.done', subject: 'entry-1', by: 'unit', detail: { found: 0, hours: 24 } },
    ]);
    expect(JSON.stringify((await searched(kept, { lists })).records)).not.toContain('AB12345');
    await expect(searched(kept, { lists, fault: new Fault('store.full', 'test') })).rejects.toThrow('test');
  });
});
