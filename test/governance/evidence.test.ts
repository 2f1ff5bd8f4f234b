/** R3: evidence that a court's own expert can check with openssl and sha256sum alone, given to whom the profile lets, and recorded first. */
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, hash, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { loadProfile } from '../../firmware/config/profile.ts';
import { detectionMessage, detectionParts } from '../../firmware/devices/alpr-codec.ts';
import { evidenceOf } from '../../firmware/devices/evidence-codec.ts';
import { readPackage, writePackage } from '../../firmware/devices/package-folder.ts';
import { publicPem } from '../../firmware/devices/signing-key.ts';
import type { EvidenceDetection } from '../../firmware/domain/evidence.ts';
import type { Role } from '../../firmware/domain/role.ts';
import { flawsOf, MANIFEST, type PackageFiles, SIGNATURE } from '../../firmware/governance/evidence.ts';
import { type EvidenceRequest, exportEvidence } from '../../firmware/governance/evidence-export.ts';
import { detectionOf, hitDetectionOf } from '../proto/detections.ts';
import { entryOf, publicKey, recordsOf, testLog, unitKey } from './audit-logs.ts';

const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rules = await loadProfile('schaumburg');
const stored: readonly EvidenceDetection[] = [detectionOf(1), hitDetectionOf(2)].map((each, index) =>
  evidenceOf(detectionMessage(each, BigInt(index + 1))),
);
const [first, second] = stored as [EvidenceDetection, EvidenceDetection];

/** Its context picture was given up for room. */
const pictureless = evidenceOf(detectionParts(detectionOf(3), 3n).body);

function exported(more: Partial<EvidenceRequest> = {}, held: readonly EvidenceDetection[] = []) {
  // The detections were read between the second change of the configuration and the third.
  const { log, time } = testLog();
  time.epochMs = first.exposedAt.epochMs - 10_000;
  for (const subject of ['oldest', 'read-under', 'later']) {
    for (let number = 0; number < 2; number += 1) log.record(entryOf(number));
    log.record({ action: 'configuration.changed', by: 'unit', subject });
    if (subject === 'read-under') time.epochMs += 60_000;
  }
  log.record({ action: 'search.done', by: { name: 'S. Else', role: 'detective' }, subject: 'search-1' });
  const take = () =>
    exportEvidence(
      {
        ...{ caseNumber: '2026-004711', by: { name: 'D. Lee', role: 'detective' } },
        ...{ reason: 'stolen vehicle, Main Street', detections: [first.id], ...more },
      },
      {
        ...{ id: 'package-1', unit: { program: '0.1.0' }, profile: { id: rules.id }, publicKey: publicPem(unitKey) },
        ...{
          rules,
          log,
          key: unitKey,
          now: () => ({ epochMs: 1_790_000_500_000, quality: { source: 'ntp' } as const }),
        },
        find: (id) => [...stored, pictureless].find((each) => each.id === id),
        held: () => held,
      },
    );
  return { take, log, records: () => recordsOf(log) };
}

function commandsIn(files: PackageFiles): readonly string[] {
  const text = Buffer.from(files.get('README.md')!).toString('utf8');
  return [...text.matchAll(/```sh\n(.*?)```/gs)].map((each) => each[1]!);
}

/** Runs the README's own commands there, and nothing of ours. */
function expert(place: string, commands: readonly string[]): string {
  return execFileSync('sh', ['-e', '-c', commands.join('\n')], { cwd: place, encoding: 'utf8', stdio: 'pipe' });
}

describe('R3 an evidence package', () => {
  test('R3 holds the message as it was stored, the frame that was read, readings, place, clock, profile, program and custody', () => {
    const files = exported({ detections: [first.id, second.id] }).take();
    const at = (path: string) => Buffer.from(files.get(path)!);
    expect(at(`detections/${first.id}/detection.pb`).equals(first.message)).toBe(true);
    expect(at(`detections/${second.id}/frame.jpg`).equals(detectionOf(2).detection.contextImage.bytes)).toBe(true);
    expect(at(`detections/${second.id}/plate.jpg`).length).toBe(detectionOf(2).detection.plateImage.bytes.length);
    expect(JSON.parse(at(`detections/${first.id}/detection.json`).toString())).toMatchObject({
      plate: 'ZQX4817',
      exposedAt: { source: 'CLOCK_SOURCE_GPS', uncertaintyMs: 0.25 },
      place: { quality: 'FIX_QUALITY_3D', position: { latitudeDeg: 39.781721 } },
      looks: [{ plate: 'ZQX4817' }, { plate: 'ZQX4817' }],
      frameWidthPx: 1456,
      contextImage: { file: 'frame.jpg', mediaType: 'image/jpeg', widthPx: 1456, heightPx: 1088 },
      plateImage: { file: 'plate.jpg', widthPx: 96, heightPx: 32 },
      origin: { sequence: '1', unitKind: 'UNIT_KIND_MOBILE' },
    });
    expect(JSON.parse(at('custody.json').toString())).toMatchObject({
      case: '2026-004711',
      events: [
        { event: 'read by the unit' },
        { event: 'read by the unit' },
        { event: 'exported', by: { name: 'D. Lee' } },
      ],
    });
  });

  test('R3 its custody and its audit extract tell who held the detections and let them go, and nothing of what else is held', () => {
    const { take, log } = exported();
    const by = { name: 'S. Held', role: 'supervisor' } as const;
    const detail = { caseNumber: '26-9', why: 'robbery', until: '2027-01-01T00:00:00.000Z' };
    for (const subject of [first.id, second.id]) log.record({ action: 'hold.placed', by, subject, detail });
    log.record({ action: 'hold.released', by: 'unit', subject: first.id, detail: { hold: 3, caseNumber: '26-9' } });
    const files = take();
    const custody = JSON.parse(Buffer.from(files.get('custody.json')!).toString());
    expect(custody.events).toMatchObject([
      { event: 'read by the unit', detection: first.id },
      { event: 'held', detection: first.id, by, case: '26-9', reason: 'robbery', until: detail.until },
      { event: 'let go', detection: first.id, by: 'unit', case: '26-9', at: { clock: 'ntp' } },
      { event: 'exported', by: { name: 'D. Lee' } },
    ]);
    const extract = Buffer.from(files.get('audit/extract.log')!).toString('utf8');
    expect(extract.match(/hold\.placed/g)).toHaveLength(1);
    expect(extract).not.toContain(second.id);
  });

  test('R3 holds no file for a frame that the unit had given up, and says of which detection', () => {
    const files = exported({ detections: [first.id, pictureless.id] }).take();
    expect([...files.keys()].filter((path) => path.endsWith('.jpg'))).toEqual([
      `detections/${first.id}/plate.jpg`,
      `detections/${first.id}/frame.jpg`,
      `detections/${pictureless.id}/plate.jpg`,
    ]);
    for (const [path, bytes] of files) expect(bytes.length, path).toBeGreaterThan(0);
    const at = (path: string) => Buffer.from(files.get(path)!).toString('utf8');
    expect(JSON.parse(at(`detections/${pictureless.id}/detection.json`)).contextImage).toBeNull();
    expect(at('README.md')).toMatch(new RegExp(`no \`frame\\.jpg\` .*: ${pictureless.id}$`, 'm'));
    expect(Buffer.from(exported().take().get('README.md')!).toString('utf8')).not.toMatch(/no `frame\.jpg`/);
    const place = join(folder, 'pictureless');
    writePackage(place, files);
    expert(place, commandsIn(files));
    expect(flawsOf(readPackage(place), publicKey)).toEqual([]);
  });

  test('R3 the commands of its README, run as they stand, find it whole, and find every file that was changed', () => {
    const files = exported({ detections: [first.id, second.id] }).take();
    const place = join(folder, 'whole');
    writePackage(place, files);
    const commands = commandsIn(files);
    expect(commands).toHaveLength(3);
    expect(expert(place, commands)).toMatch(
      /^[0-9a-f]{64} .*\nSignature Verified Successfully\n.*\nhash: [0-9a-f]{64}\n2\n$/s,
    );
    expect(flawsOf(readPackage(place), publicKey)).toEqual([]);
    for (const [path, bytes] of files) {
      const changed = Buffer.from(bytes);
      changed[changed.length >> 1] = changed[changed.length >> 1]! ^ 1;
      writeFileSync(join(place, path), changed);
      expect(() => expert(place, commands), path).toThrow();
      writeFileSync(join(place, path), bytes);
    }
    expert(place, commands);
  });

  test('R3 its audit extract shows the export and hides what others did, and the expert’s loop finds a changed line', () => {
    const files = exported().take();
    const extract = Buffer.from(files.get('audit/extract.log')!).toString('utf8');
    expect(extract).toContain('evidence.exported');
    expect(extract.split('\n')[0]).toContain('"read-under"');
    expect(extract).toContain('"later"');
    expect(extract).not.toContain('"oldest"');
    for (const hidden of ['S. Else', 'search.done', 'J. Muñoz']) expect(extract).not.toContain(hidden);
    const place = join(folder, 'extract');
    writePackage(place, files);
    const [, , audit] = commandsIn(files) as [string, string, string];
    writeFileSync(join(place, 'audit/extract.log'), extract.replace('D. Lee', 'D. Lea'));
    expect(() => expert(place, [audit])).toThrow();
    writeFileSync(join(place, 'audit/extract.log'), extract.split('\n').toSpliced(2, 1).join('\n'));
    expect(() => expert(place, [audit])).toThrow();
  });

  test('R3 `flawsOf` finds any change, any file too many or too few, and any other key', () => {
    const files = exported().take();
    expect(flawsOf(files, publicKey)).toEqual([]);
    const paths = [...files.keys()];
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (which, at, by) => {
        const path = paths[which % paths.length]!;
        const changed = Buffer.from(files.get(path)!);
        changed[at % changed.length] = changed[at % changed.length]! ^ by;
        expect(flawsOf(new Map(files).set(path, changed), publicKey)).not.toEqual([]);
        expect(flawsOf(new Map([...files].filter(([each]) => each !== path)), publicKey)).not.toEqual([]);
      }),
    );
    expect(flawsOf(new Map(files).set('note.txt', Buffer.of(1)), publicKey)).toEqual([
      'note.txt: is not of the package',
    ]);
    expect(flawsOf(files, generateKeyPairSync('ed25519').publicKey)).toEqual([
      `${MANIFEST}: is not signed by the key of the unit`,
    ]);
    expect(flawsOf(new Map([...files].filter(([each]) => each !== SIGNATURE)), publicKey)).toHaveLength(1);
  });

  test('R3 `flawsOf` finds what is missing of the audit log, whoever signed the rest', () => {
    const files = exported().take();
    for (const path of [...files.keys()].filter((each) => each.startsWith('audit/'))) {
      const rest = [...files].filter(([each]) => ![path, MANIFEST, SIGNATURE].includes(each));
      const manifest = Buffer.from(rest.map(([each, bytes]) => `${hash('sha256', bytes)}  ${each}\n`).join(''));
      const signed = new Map(rest).set(MANIFEST, manifest).set(SIGNATURE, sign(null, manifest, unitKey));
      expect(flawsOf(signed, publicKey), path).toEqual([expect.stringMatching(/^audit\/extract\.log/)]);
    }
  });

  test('R3 all that is held for a case is taken by its hold', () => {
    const { take } = exported({ detections: [] }, stored);
    expect([...take().keys()].filter((path) => path.endsWith('.pb'))).toHaveLength(2);
  });
});

describe('R3 evidence is not given out', () => {
  const refusals: readonly [string, Partial<EvidenceRequest>][] = [
    ['without a case number', { caseNumber: '' }],
    ['with a case number of blanks', { caseNumber: '   ' }],
    ['without a reason', { reason: ' ' }],
    ['without a name', { by: { name: ' ', role: 'detective' } }],
    ...(['dispatcher', 'officer', 'auditor'] satisfies Role[]).map((role): [string, Partial<EvidenceRequest>] => [
      `to a role such as ${role}`,
      { by: { name: 'D. Lee', role } },
    ]),
    ['of what is not kept', { detections: ['0199c0de-0000-7000-8000-000000000999'] }],
    ['for a case that nothing is held for', { detections: [] }],
  ];

  test.each(refusals)('R3 O1 %s, and the refusal is recorded', (_, more) => {
    const { take, records } = exported(more);
    expect(take).toThrow(expect.objectContaining({ code: 'evidence.refused' }));
    expect(records().at(-1)).toMatchObject({ action: 'evidence.refused' });
    expect(records().some(({ action }) => action === 'evidence.exported')).toBe(false);
  });

  test('S5 more at once than the profile gives out', () => {
    const many = Array.from({ length: rules.search.rows_max + 1 }, () => first);
    expect(exported({ detections: [] }, many).take).toThrow(expect.objectContaining({ code: 'evidence.refused' }));
  });

  test('R3 over anything that is there already', () => {
    const place = join(folder, 'taken');
    writePackage(place, new Map([['note.txt', Buffer.of(1)]]));
    expect(() => writePackage(place, exported().take())).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});
