/**
 * A search over what the unit keeps, by the profile's rules (POLICY.md S1, S3, S5): who may, under which case, why, and how much. The audit
 * log has it before anything is found, the refused one too, without what was asked for; what was asked for is kept sealed, by the term of
 * searches (R2).
 */
import type { Profile } from '../config/profile.ts';
import { Fault } from '../domain/fault.ts';
import { patternFlaw } from '../domain/plate.ts';
import type { Person } from '../domain/role.ts';
import type { Audit } from '../ports/audit.ts';
import type { DetectionQuery, DetectionSearch, FoundRead } from '../ports/detection-search.ts';
import type { KeptRecords } from '../ports/kept-records.ts';

export interface SearchRequest {
  readonly by: Person;
  /** Case or CAD number; `Investigation` where the profile takes that while there is none. */
  readonly caseNumber: string;
  readonly reason: string;
  readonly purpose: string;
  /** Who approved it in writing, for purposes that need it. */
  readonly approvedBy?: string;
  readonly query: DetectionQuery;
}

export interface SearchTools {
  readonly profile: Pick<Profile, 'search'>;
  readonly search: DetectionSearch;
  readonly records: KeptRecords;
  readonly audit: Audit;
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: () => number;
}

/** Throws Fault `search.refused`, which is on record by then. */
export function searchReads(
  request: SearchRequest,
  { profile, search, records, audit, nowMs }: SearchTools,
): { readonly found: readonly FoundRead[]; readonly more: boolean } {
  const { by, caseNumber, purpose, query } = request;
  const refusal = refusalOf(request, profile.search);
  const detail = { caseNumber, purpose };
  if (refusal !== undefined) {
    audit.record({ action: 'search.refused', by, detail: { ...detail, reason: refusal } });
    throw new Fault('search.refused', `${refusal}.`);
  }
  const { query: asked, ...grounds } = request;
  const record = records.keep('search', Buffer.from(JSON.stringify({ ...grounds, ...asked, atMs: nowMs() })));
  audit.record({
    action: 'search.done',
    by,
    subject: String(record),
    detail: { ...detail, conditions: conditionsOf(query) },
  });
  return search.find(query, profile.search.rows_max);
}

function refusalOf(
  { by, caseNumber, reason, purpose, approvedBy = '', query: { pattern } }: SearchRequest,
  rules: Profile['search'],
): string | undefined {
  if (by.name.trim() === '') return 'a search has a name';
  if (!rules.roles.includes(by.role)) return `the role ${by.role} may not search`;
  if (!/\d/.test(caseNumber) && !(rules.case_number === 'or-investigation' && caseNumber === 'Investigation'))
    return 'no case number';
  if (rules.reason && reason.trim() === '') return 'no reason';
  if (!rules.purposes.includes(purpose)) {
    if (!rules.purposes_by_written_approval.includes(purpose)) return 'not a purpose that the policy allows';
    if (approvedBy.trim() === '') return 'this purpose needs a written approval';
  }
  return pattern === undefined ? undefined : patternFlaw(pattern);
}

/** Which conditions were set; not to what. */
function conditionsOf(query: DetectionQuery): string {
  return Object.keys(query).toSorted().join(' ');
}
