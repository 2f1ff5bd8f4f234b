/**
 * The export of evidence, in its order: is the person permitted, is there what was asked for; then it is recorded, each detection by
 * itself; then the log is signed, and only then is anything given out. What is refused is recorded too.
 */
import type { KeyObject } from 'node:crypto';
import type { Profile } from '../config/profile.ts';
import type { EvidenceDetection, EvidenceOrder } from '../domain/evidence.ts';
import { Fault } from '../domain/fault.ts';
import type { WallInstant } from '../domain/instant.ts';
import type { AuditRecord } from './audit-chain.ts';
import { extractOf } from './audit-extract.ts';
import type { AuditLog } from './audit-log.ts';
import { claimOf } from './checkpoint.ts';
import { type EvidenceContents, type PackageFiles, packageOf } from './evidence.ts';

export interface EvidenceRequest extends EvidenceOrder {
  /** Ids of detections; empty: all that are held for the case. */
  readonly detections: readonly string[];
}

export interface EvidenceParts extends Pick<EvidenceContents, 'id' | 'unit' | 'profile' | 'publicKey'> {
  readonly rules: Profile;
  readonly log: AuditLog;
  readonly key: KeyObject;
  readonly now: () => WallInstant;
  readonly find: (id: string) => EvidenceDetection | undefined;
  readonly held: (caseNumber: string) => readonly EvidenceDetection[];
}

/** Ids in the log that tell nothing but how the unit ran. */
const always = /^(?:log\.|unit\.|configuration\.)/;

/** Throws Fault `evidence.refused`, or that of a log that can not be written; then nothing is given out. */
export function exportEvidence(request: EvidenceRequest, parts: EvidenceParts): PackageFiles {
  const { log, rules, key, now, id } = parts;
  const { caseNumber, by, reason } = request;
  const asked = { case: caseNumber, package: id, reason };
  const refuse = (why: string) => {
    log.record({ action: 'evidence.refused', by, detail: { ...asked, why } });
    return new Fault('evidence.refused', `${why}.`);
  };
  if (!/^\S.{1,62}\S$/.test(caseNumber)) throw refuse('it has no case number of 3 to 64 characters');
  if (!/^.{3,500}$/.test(reason.trim())) throw refuse('it has no reason of 3 to 500 characters');
  if (by.name.trim() === '' || by.name.length > 100) throw refuse('it names no person');
  if (!rules.access.evidence_roles.includes(by.role)) throw refuse('the role may not take evidence');
  const detections = wanted(request, parts);
  if (typeof detections === 'string') throw refuse(detections);
  if (detections.length > rules.search.rows_max) throw refuse(`more than ${rules.search.rows_max} detections at once`);

  for (const { id: subject } of detections) log.record({ action: 'evidence.exported', by, subject, detail: asked });
  const exportedAt = now();
  const checkpoint = log.checkpoint();
  const last = claimOf(checkpoint.statement)!.last;
  const ids = new Set(detections.map((each) => each.id));
  const shows = (record: AuditRecord) => always.test(record.action) || ids.has(record.subject ?? '');
  // What the unit ran when it read the first of them.
  const epochMs = Math.min(...detections.map(({ exposedAt }) => exposedAt.epochMs));
  const extract = extractOf(log.bytes(), { shows, since: { action: 'configuration.changed', epochMs }, last });
  return packageOf({ ...parts, order: request, exportedAt, detections, extract, checkpoint }, key);
}

function wanted(
  { detections, caseNumber }: EvidenceRequest,
  { find, held }: EvidenceParts,
): readonly EvidenceDetection[] | string {
  if (detections.length === 0) {
    const all = held(caseNumber);
    return all.length === 0 ? 'nothing is held for the case' : all;
  }
  const found = [...new Set(detections)].map(find);
  const there = found.filter((each) => each !== undefined);
  return there.length < found.length ? 'a detection that it names is not kept' : there;
}
