/**
 * An evidence package (POLICY.md R3): what a unit read and how, in open formats, sealed by one signature. Each file stands with its
 * SHA-256 in the manifest, as sha256sum writes it; the unit's key signs the manifest (Ed25519); an extract of the audit log shows the
 * export itself and leads to a signed checkpoint. openssl and sha256sum are enough to check all of it; the README says how.
 */
import { hash, type KeyObject, sign, verify } from 'node:crypto';
import type { EvidenceDetection, EvidenceOrder } from '../domain/evidence.ts';
import type { WallInstant } from '../domain/instant.ts';
import type { AuditAction } from '../ports/audit.ts';
import { type AuditRecord, linesOf, partsOf, recordOf, verifyLog } from './audit-chain.ts';
import type { Extract } from './audit-extract.ts';
import { type Checkpoint, claimOf } from './checkpoint.ts';
import { readme } from './evidence-readme.ts';

export interface EvidenceContents {
  /** Names this package for ever. */
  readonly id: string;
  readonly order: EvidenceOrder;
  readonly exportedAt: WallInstant;
  readonly detections: readonly EvidenceDetection[];
  /** The unit, its program and models, at the time of the export. */
  readonly unit: unknown;
  /** The profile with its clauses. */
  readonly profile: unknown;
  readonly extract: Extract;
  readonly checkpoint: Checkpoint;
  /** PEM. */
  readonly publicKey: string;
}

export type PackageFiles = ReadonlyMap<string, Uint8Array>;

export const MANIFEST = 'manifest.sha256';
export const SIGNATURE = 'manifest.sha256.sig';
/** The unit's public key, PEM. */
export const KEY = 'unit-key.pem';

/** Path to bytes, of every file. */
export function packageOf(contents: EvidenceContents, key: KeyObject): PackageFiles {
  const { order, detections, extract, checkpoint } = contents;
  const files = new Map<string, Uint8Array>();
  for (const { id, message, readable, plateImage, frame } of detections) {
    files.set(`detections/${id}/detection.pb`, message);
    files.set(`detections/${id}/detection.json`, json(readable));
    if (plateImage) files.set(`detections/${id}/plate.jpg`, plateImage);
    if (frame) files.set(`detections/${id}/frame.jpg`, frame);
  }
  files.set('unit.json', json(contents.unit));
  files.set('profile.json', json(contents.profile));
  files.set('custody.json', json(custodyOf(contents)));
  files.set('audit/before.txt', Buffer.from(`${extract.before.hash}\n`));
  files.set('audit/extract.log', Buffer.from(extract.text));
  files.set('audit/checkpoint.txt', Buffer.from(checkpoint.statement));
  files.set('audit/checkpoint.sig', checkpoint.signature);
  files.set(KEY, Buffer.from(contents.publicKey));
  files.set('README.md', Buffer.from(readme({ id: contents.id, order, detections })));
  const manifest = Buffer.from([...files].map(([path, bytes]) => `${hash('sha256', bytes)}  ${path}\n`).join(''));
  return files.set(MANIFEST, manifest).set(SIGNATURE, sign(null, manifest, key));
}

/** What does not hold of a package, file by file; empty: all holds. @param key the unit's, from elsewhere; absent: the package's own. */
export function flawsOf(files: PackageFiles, key: KeyObject): readonly string[] {
  const manifest = files.get(MANIFEST);
  const signature = files.get(SIGNATURE);
  if (!manifest || !signature) return [`${manifest ? SIGNATURE : MANIFEST}: is not there`];
  if (signature.length !== 64 || !verify(null, manifest, key, signature))
    return [`${MANIFEST}: is not signed by the key of the unit`];
  const flaws: string[] = [];
  const listed = new Set<string>([MANIFEST, SIGNATURE]);
  for (const line of Buffer.from(manifest).toString('utf8').split('\n').slice(0, -1)) {
    const [, digest, path = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    const bytes = files.get(path);
    listed.add(path);
    if (bytes === undefined) flaws.push(`${path}: is not there`);
    else if (hash('sha256', bytes) !== digest) flaws.push(`${path}: was changed`);
  }
  for (const path of files.keys()) if (!listed.has(path)) flaws.push(`${path}: is not of the package`);
  return flaws.length > 0 ? flaws : auditFlaws(files, key);
}

/** Where the export's own record, and each of the detections, stands in the audit log. */
function auditFlaws(files: PackageFiles, key: KeyObject): readonly string[] {
  const bytes = (path: string) => files.get(path) ?? new Uint8Array();
  const text = (path: string) => Buffer.from(bytes(path)).toString('utf8');
  const checkpoint = { statement: text('audit/checkpoint.txt'), signature: bytes('audit/checkpoint.sig') };
  const log = bytes('audit/extract.log');
  const records = recordsIn(log);
  const first = records.at(0);
  if (first === undefined) return ['audit/extract.log: shows no record'];
  const part = { record: first.record - 1, hash: text('audit/before.txt').trim() };
  const { flaw, end } = verifyLog(log, { key, checkpoint, part });
  if (flaw) return [`audit/extract.log, line ${flaw.line}: ${flaw.what}`];
  if (claimOf(checkpoint.statement)?.last !== end.record) return ['audit/extract.log: does not end at the checkpoint'];
  const ids = [...files.keys()].flatMap((path) => /^detections\/([^/]+)\/detection\.pb$/.exec(path)?.[1] ?? []);
  const exported = new Set(
    records.filter(({ action }) => action === 'evidence.exported').map(({ subject }) => subject),
  );
  return ids.filter((id) => !exported.has(id)).map((id) => `detections/${id}: its export is not in the audit log`);
}

function recordsIn(log: Uint8Array): readonly AuditRecord[] {
  return Array.from(linesOf(log), ({ line }) => partsOf(line)?.json)
    .map((each) => each && recordOf(each))
    .filter((each) => each !== undefined);
}

/** From the reading to the export, with the holds as the extract shows them; who has the package after that adds to it outside, by the manifest's hash. */
function custodyOf({ id, order, exportedAt, detections, extract }: EvidenceContents): unknown {
  const { caseNumber, by, reason } = order;
  return {
    package: id,
    case: caseNumber,
    events: [
      ...detections.map((each) => ({ event: 'read by the unit', detection: each.id, at: told(each.exposedAt) })),
      ...recordsIn(Buffer.from(extract.text)).flatMap(heldIn),
      { event: 'exported', by, reason, at: told(exportedAt) },
    ],
  };
}

const holdEvents: Readonly<Partial<Record<AuditAction, string>>> = { 'hold.placed': 'held', 'hold.released': 'let go' };

function heldIn({ action, subject: detection, by, detail = {}, wall }: AuditRecord): readonly unknown[] {
  const { [action]: event } = holdEvents;
  const { caseNumber, why, reason = why, until } = detail;
  return event === undefined ? [] : [{ event, detection, by, case: caseNumber, reason, until, at: told(wall) }];
}

function told({ epochMs, quality }: WallInstant): unknown {
  return { time: new Date(epochMs).toISOString(), clock: quality.source, uncertaintyMs: quality.uncertaintyMs };
}

function json(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);
}
