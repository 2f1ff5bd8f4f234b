import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WallInstant } from '../../../firmware/domain/instant.ts';
import { type Person, type Role, roles } from '../../../firmware/domain/role.ts';
import { LocalEntries } from '../../../firmware/services/hot-list/local-entries.ts';
import type { Proposal } from '../../../firmware/services/hot-list/local-entry.ts';
import { libraryRig, MADE_MS, type RigOptions } from './rig.ts';

const DAY_MS = 86_400_000;
const at = (days: number): WallInstant => ({ epochMs: MADE_MS + days * DAY_MS, quality: { source: 'ntp' } });
const person = (role: Role, name = `a ${role}`): Person => ({ name, role });
const [detective, lieutenant, administrator] = [person('detective'), person('supervisor'), person('administrator')];

const proposal: Proposal = {
  plate: 'zq 12-345',
  region: 'us-il',
  alertClass: 'local-bolo',
  note: 'as the test has it',
  caseNumber: '26-0001',
  synopsis: 'left the scene',
  days: 30,
};

async function rigged(options: RigOptions = {}) {
  const rig = await libraryRig({ profile: 'bloomington', ...options });
  let next = 0;
  const local = new LocalEntries({
    folder: rig.folder,
    profile: rig.profile,
    unitKind: options.unitKind ?? 'stationary',
    audit: { record: (entry) => void rig.records.push(entry) },
    entropy: { bytes: (count) => new Uint8Array(count).fill(next++) },
  });
  const proposed = (more: Partial<Proposal> = {}, by = detective, days = 0) => {
    const answer = local.propose({ ...proposal, ...more }, { by, now: at(days) });
    if (answer.kind === 'refused') throw new Error(answer.reason);
    return answer.id;
  };
  const approved = (more: Partial<Proposal> = {}) => {
    const id = proposed(more);
    expect(local.approve(id, { by: lieutenant, now: at(0) })).toEqual({ kind: 'done', id });
    return id;
  };
  const texts = (days: number) => local.active(at(days)).indexed.map(({ text }) => text);
  return { ...rig, local, proposed, approved, texts };
}

describe('H3 a local entry', () => {
  test.each([
    ['entering-member', { by: person('detective', '  ') }, {}],
    ['case-number', {}, { caseNumber: '' }],
    ['synopsis', {}, { synopsis: ' ' }],
  ])('is refused without its %s', async (fact, request, more) => {
    const { local, texts } = await rigged();
    expect(local.propose({ ...proposal, ...more }, { by: detective, now: at(0), ...request })).toEqual({
      kind: 'refused',
      reason: `the ${fact} is missing`,
    });
    expect(texts(0)).toEqual([]);
  });

  test.each([
    ['case number', { caseNumber: '2'.repeat(65) }],
    ['synopsis and note', { synopsis: 's'.repeat(1000), note: 'n'.repeat(1001) }],
  ])('is refused with a document for its %s', async (what, more) => {
    const { local } = await rigged();
    const answer = local.propose({ ...proposal, ...more }, { by: detective, now: at(0) });
    expect(answer).toMatchObject({ kind: 'refused', reason: expect.stringContaining(`${what} ha`) });
  });

  test('shows with its hit who entered and approved it, its case and its synopsis', async () => {
    const { local, approved } = await rigged();
    const id = approved();
    expect(local.active(at(1)).entries.entry(0)).toMatchObject({
      list: 'local-entries',
      entryId: id,
      text: 'ZQ12345',
      local: {
        enteredBy: 'a detective',
        approvedBy: 'a supervisor',
        caseNumber: '26-0001',
        synopsis: 'left the scene',
        expiresAt: at(30),
      },
    });
  });
});

describe('H4 a partial plate', () => {
  test.each(['bloomington', 'isp', 'oakpark'])('is refused at %s', async (profile) => {
    const { local } = await rigged({ profile });
    const answer = local.propose({ ...proposal, plate: 'ZQ1*', majorCrime: true }, { by: detective, now: at(0) });
    expect(answer).toEqual({ kind: 'refused', reason: 'partial plates are not entered under this profile' });
  });

  test.each(['leroy', 'schaumburg'])('is watched for at %s during a major crime, and only then', async (profile) => {
    const { local } = await rigged({ profile });
    const propose = (majorCrime: boolean) =>
      local.propose({ ...proposal, plate: 'zq1?*', majorCrime }, { by: detective, now: at(0) });
    expect(propose(false)).toEqual({ kind: 'refused', reason: 'partial plates are entered for major crimes only' });
    const answer = propose(true);
    if (answer.kind === 'refused') throw new Error(answer.reason);
    local.approve(answer.id, { by: administrator, now: at(0) });
    expect(local.active(at(0)).indexed).toMatchObject([{ text: 'ZQ1?*', region: 'us-il' }]);
  });
});

describe('H5 its time', () => {
  test('is at most 30 days from its entry, however late it is approved', async () => {
    const { local, proposed, texts } = await rigged();
    expect(local.propose({ ...proposal, days: 31 }, { by: detective, now: at(0) })).toMatchObject({ kind: 'refused' });
    const id = proposed();
    local.approve(id, { by: lieutenant, now: at(20) });
    expect([texts(29.999), texts(30)]).toEqual([['ZQ12345'], []]);
  });

  test('is extended by 30 days from the extension by a lieutenant other than who entered it', async () => {
    const { local, approved, texts } = await rigged();
    const id = approved();
    expect(local.extend(id, { by: detective, now: at(10) })).toMatchObject({
      reason: 'the role detective may not extend local entries',
    });
    expect(local.extend(id, { by: person('supervisor', 'A  Detective'), now: at(10) })).toMatchObject({
      reason: 'who entered it can not extend it',
    });
    expect(local.extend(id, { by: lieutenant, now: at(10) })).toEqual({ kind: 'done', id });
    expect([texts(39.9), texts(40)]).toEqual([['ZQ12345'], []]);
    expect(local.extend(id, { by: lieutenant, now: at(41) })).toEqual({ kind: 'refused', reason: 'it is expired' });
  });

  test('that is up is on record once, and a clock that is set back does not bring it again', async () => {
    const { local, approved, texts, records } = await rigged();
    const id = approved();
    local.expire(at(29));
    local.expire(at(31));
    local.expire(at(32));
    expect(records.filter(({ action }) => action === 'local-entry.expired')).toEqual([
      { action: 'local-entry.expired', by: 'unit', subject: id },
    ]);
    expect(texts(5)).toEqual([]);
  });

  test('is not up for good by a clock that nobody vouches for', async () => {
    const { local, approved, texts, records } = await rigged();
    approved();
    local.expire({ ...at(4000), quality: { source: 'free-running' } });
    expect(records.filter(({ action }) => action === 'local-entry.expired')).toEqual([]);
    expect(texts(1)).toEqual(['ZQ12345']);
  });
});

describe('H6 approval', () => {
  test('is by the role that the profile names, and never by who entered it', async () => {
    const { local, proposed, texts } = await rigged();
    const id = proposed();
    expect(texts(0)).toEqual([]);
    for (const role of ['dispatcher', 'officer', 'detective', 'auditor', 'administrator'] as const)
      expect(local.approve(id, { by: person(role), now: at(0) })).toMatchObject({ kind: 'refused' });
    expect(local.approve(id, { by: person('supervisor', 'A Detective'), now: at(0) })).toEqual({
      kind: 'refused',
      reason: 'who entered it can not approve it',
    });
    expect(texts(0)).toEqual([]);
    expect(local.approve(id, { by: lieutenant, now: at(0) })).toEqual({ kind: 'done', id });
    expect(texts(0)).toEqual(['ZQ12345']);
    expect(local.approve(id, { by: lieutenant, now: at(0) })).toEqual({ kind: 'refused', reason: 'it is active' });
  });

  test.each(['leroy', 'schaumburg', 'isp', 'oakpark'])('is by the administrator at %s', async (profile) => {
    const { local, proposed } = await rigged({ profile });
    const id = proposed();
    expect(local.approve(id, { by: lieutenant, now: at(0) })).toMatchObject({ kind: 'refused' });
    expect(local.approve(id, { by: administrator, now: at(0) })).toMatchObject({ kind: 'done' });
  });
});

describe('H7 a withdrawal', () => {
  test.each([
    ['its author', detective],
    ['an administrator', administrator],
  ])('by %s ends it at once, for good', async (_who, by) => {
    const { local, approved, texts } = await rigged();
    const id = approved();
    expect(local.withdraw(id, { by, now: at(1) })).toEqual({ kind: 'done', id });
    expect(texts(1)).toEqual([]);
    for (const step of ['approve', 'extend', 'withdraw'] as const)
      expect(local[step](id, { by: step === 'withdraw' ? by : lieutenant, now: at(1) })).toEqual({
        kind: 'refused',
        reason: 'it is withdrawn',
      });
  });

  test('by another is refused, and of what is only proposed it is not needed to be approved first', async () => {
    const { local, proposed } = await rigged();
    const id = proposed();
    expect(local.withdraw(id, { by: person('detective', 'another'), now: at(0) })).toMatchObject({ kind: 'refused' });
    expect(local.withdraw(id, { by: detective, now: at(0) })).toEqual({ kind: 'done', id });
  });
});

test('H7 a file of a lock that a cut left behind holds off no withdrawal', async () => {
  const { local, approved, texts, path } = await rigged();
  writeFileSync(join(path, 'local-entries.lock'), '');
  const id = approved();
  expect(local.withdraw(id, { by: administrator, now: at(1) })).toEqual({ kind: 'done', id });
  expect(texts(1)).toEqual([]);
});

describe('H8 the internal list', () => {
  test('is seen by the roles that are named, which is on record, and so is a refusal', async () => {
    const { local, approved, records } = await rigged({ profile: 'bloomington' });
    approved();
    const seers = roles.filter((role) => local.seenBy({ by: person(role), now: at(0) }) !== undefined);
    expect(seers).toEqual(['detective', 'supervisor', 'administrator']);
    expect(records.at(-1)).toMatchObject({ action: 'local-entry.refused', by: person('auditor') });
    const seen = records.filter(({ action }) => action === 'local-entry.seen');
    expect(seen).toEqual(
      seers.map((role) => ({ action: 'local-entry.seen', by: person(role), detail: { entries: 1 } })),
    );
  });

  test('is written by the roles that are named', async () => {
    const { local } = await rigged();
    const writers = roles.filter((role) => local.propose(proposal, { by: person(role), now: at(0) }).kind === 'done');
    expect(writers).toEqual(['detective']);
  });

  test('lies sealed: nothing of it can be found in any byte of the folder', async () => {
    const { approved, path } = await rigged();
    approved();
    const all = readdirSync(path).map((name) => readFileSync(join(path, name)));
    expect(readdirSync(path)).toContain('local-entries.sealed');
    for (const word of ['ZQ12345', '26-0001', 'left the scene', 'a detective'])
      for (const bytes of all) expect(bytes.includes(word)).toBe(false);
  });
});

test('H9 an entry that serves a barred purpose is refused', async () => {
  const { local } = await rigged();
  for (const purpose of ['immigration', 'traffic-fines', 'towing', 'health-care'] as const)
    expect(local.propose({ ...proposal, purpose }, { by: detective, now: at(0) })).toEqual({
      kind: 'refused',
      reason: `the purpose ${purpose} is barred`,
    });
});

test('H9 a purpose that nobody knows is no permission', async () => {
  const { local } = await rigged();
  expect(local.propose({ ...proposal, purpose: 'curiosity' }, { by: detective, now: at(0) })).toMatchObject({
    kind: 'refused',
  });
  expect(local.propose({ ...proposal, purpose: 'stolen-property' }, { by: detective, now: at(0) })).toMatchObject({
    kind: 'done',
  });
});

test('U7 a motor-carrier unit has no local entries', async () => {
  const { local } = await rigged({ unitKind: 'motor-carrier' });
  expect(local.propose(proposal, { by: detective, now: at(0) })).toMatchObject({ kind: 'refused' });
});

test('U7 local entries of a unit that became a motor-carrier unit are not matched', async () => {
  const { path, approved, texts } = await rigged();
  approved();
  expect(texts(1)).toEqual(['ZQ12345']);
  expect((await rigged({ path, unitKind: 'motor-carrier' })).texts(1)).toEqual([]);
});

test('O1 every step and every refusal is on record, and none holds the plate', async () => {
  const { local, proposed, records } = await rigged();
  const id = proposed();
  local.approve(id, { by: detective, now: at(0) });
  local.approve(id, { by: lieutenant, now: at(0) });
  local.extend(id, { by: lieutenant, now: at(1) });
  local.withdraw('no such', { by: detective, now: at(1) });
  local.withdraw(id, { by: detective, now: at(1) });
  expect(records.map(({ action }) => action)).toEqual([
    'local-entry.proposed',
    'local-entry.refused',
    'local-entry.approved',
    'local-entry.extended',
    'local-entry.refused',
    'local-entry.withdrawn',
  ]);
  expect(JSON.stringify(records)).not.toContain('ZQ12345');
});

test('O1 what is asked for by the plate, and not by its id, is on record without it', async () => {
  const { local, records } = await rigged();
  for (const step of ['approve', 'extend', 'withdraw'] as const)
    expect(local[step]('ZQ 12345', { by: lieutenant, now: at(0) })).toMatchObject({ kind: 'refused' });
  expect(records).toHaveLength(3);
  expect(JSON.stringify(records)).not.toContain('12345');
});

test('O1 what can not be put on record is not done', async () => {
  const rig = await libraryRig({ profile: 'bloomington' });
  const local = new LocalEntries({
    folder: rig.folder,
    profile: rig.profile,
    unitKind: 'mobile',
    audit: {
      record: () => {
        throw new Error('the disk is full');
      },
    },
    entropy: { bytes: (count) => new Uint8Array(count) },
  });
  expect(() => local.propose(proposal, { by: detective, now: at(0) })).toThrow('the disk is full');
  expect(rig.folder.document('local-entries')).toBeUndefined();
  expect(() => local.seenBy({ by: detective, now: at(0) })).toThrow('the disk is full');
});

describe('the law of local entries', () => {
  const who = fc.record({ role: fc.constantFrom(...roles), name: fc.constantFrom('one', 'two', 'three') });
  const step = fc.record({
    by: who,
    days: fc.double({ min: 0, max: 12, noNaN: true }),
    what: fc.constantFrom(
      'propose' as const,
      'approve' as const,
      'approve' as const,
      'extend' as const,
      'withdraw' as const,
      'expire' as const,
    ),
    which: fc.nat(5),
    stands: fc.integer({ min: 1, max: 30 }),
  });

  test.each(['bloomington', 'leroy'])(
    'whatever anybody asks at %s: nothing is active but what another person of an approving role approved, within its days, and never what was withdrawn',
    async (profile) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
          const {
            local,
            profile: { local_entries: rules },
          } = await rigged({ profile });
          const model: { id: string; enteredBy: string; until: number; approved: boolean; ended: boolean }[] = [];
          let days = 0;
          for (const { by, days: later, what, which, stands } of steps) {
            days += later;
            const now = at(days);
            const one = model[which % Math.max(1, model.length)];
            const isOther = one !== undefined && one.enteredBy !== by.name;
            const isLive = one !== undefined && !one.ended && days < one.until;
            if (what === 'expire') local.expire(now);
            else if (what === 'propose') {
              const answer = local.propose({ ...proposal, days: stands }, { by, now });
              expect(answer.kind).toBe(rules.enter_roles.includes(by.role) ? 'done' : 'refused');
              if (answer.kind === 'done')
                model.push({ id: answer.id, enteredBy: by.name, until: days + stands, approved: false, ended: false });
            } else if (one !== undefined) {
              const answer = local[what](one.id, { by, now });
              const may = {
                approve: isLive && !one.approved && isOther && rules.approve_roles.includes(by.role),
                extend: isLive && one.approved && isOther && rules.extend_roles.includes(by.role),
                withdraw: isLive && (!isOther || rules.withdraw_roles.includes(by.role)),
              }[what];
              expect(answer.kind).toBe(may ? 'done' : 'refused');
              if (may && what === 'approve') one.approved = true;
              if (may && what === 'extend') one.until = days + rules.extension_days;
              if (may && what === 'withdraw') one.ended = true;
            }
            const expected = model.filter(({ approved, ended, until }) => approved && !ended && days < until);
            const { indexed, entries } = local.active(now);
            expect(indexed.map(({ ref }) => entries.entry(ref).entryId).sort()).toEqual(
              expected.map(({ id }) => id).sort(),
            );
          }
        }),
        { numRuns: 60 },
      );
    },
  );
});
