/** Searches by their rules: what is refused is on record as refused, and as nothing else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { platePattern } from '../../firmware/devices/store/plate-pattern.ts';
import { Fault } from '../../firmware/domain/fault.ts';
import { searchReads } from '../../firmware/governance/search.ts';
import type { AuditEntry } from '../../firmware/ports/audit.ts';
import type { DetectionQuery } from '../../firmware/ports/detection-search.ts';

const rules = {
  ...{ case_number: 'required', reason: true, purposes: ['stolen vehicle'], purposes_by_written_approval: [] },
  ...{ past_reads_hours: 24, roles: ['detective'], rows_max: 200 },
} as const;

/** What is on record, was kept and was looked for when somebody asked for that. */
function searched(query: DetectionQuery) {
  const records: AuditEntry[] = [];
  const kept: string[] = [];
  const asked: DetectionQuery[] = [];
  const request = { by: { name: 'D. Lee', role: 'detective' }, caseNumber: '26-1', reason: 'theft' } as const;
  const tools = {
    profile: { search: rules as never },
    search: {
      find: (each: DetectionQuery) => {
        asked.push(each);
        return { found: [], more: false };
      },
    } as never,
    records: { keep: (kind: string) => BigInt(kept.push(kind)), after: () => [] },
    audit: { record: (entry: AuditEntry) => void records.push(entry) },
    nowMs: () => 0,
  };
  let fault: unknown;
  try {
    searchReads({ ...request, purpose: 'stolen vehicle', query }, tools);
  } catch (error) {
    fault = error;
  }
  return { actions: records.map(({ action }) => action), records, kept, asked, fault };
}

const pattern = fc.oneof(
  fc.string({ unit: fc.constantFrom('A', '7', '?', '*'), maxLength: 40 }),
  fc.string({ maxLength: 40 }),
);

test('S4 whatever pattern is asked for, it is either one that the store takes, or refused before all else', () => {
  fc.assert(
    fc.property(pattern, (text) => {
      const { actions, kept, asked, fault } = searched({ pattern: text });
      if (isTaken(text))
        expect([actions, kept, asked, fault]).toEqual([['search.done'], ['search'], [{ pattern: text }], undefined]);
      else {
        expect([actions, kept, asked]).toEqual([['search.refused'], [], []]);
        expect(fault).toMatchObject({ code: 'search.refused' });
      }
    }),
  );
});

test('S4 the refusal of a pattern says what one is, and not what was asked for', () => {
  const { records, fault } = searched({ pattern: 'WYX 739' });
  expect(records).toMatchObject([{ detail: { reason: 'a pattern is 1 to 32 of 0-9, A-Z, ? and *' } }]);
  expect(fault).toBeInstanceOf(Fault);
  expect(JSON.stringify(records) + String(fault)).not.toContain('WYX');
});

function isTaken(text: string): boolean {
  try {
    platePattern(text);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return false;
  }
}
