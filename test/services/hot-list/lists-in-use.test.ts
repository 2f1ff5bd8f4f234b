/** Lists from their delivery to a hit, and the commands that reach them. */

import { sign } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { instant } from '../../../firmware/devices/alpr-codec.ts';
import { carriedList, entryIdOf, listNameOf, proposalOf } from '../../../firmware/devices/hot-list-codec.ts';
import type { Fault } from '../../../firmware/domain/fault.ts';
import type { Person } from '../../../firmware/domain/role.ts';
import { hotListActions } from '../../../firmware/services/hot-list/hot-list-commands.ts';
import { indexOf } from '../../../firmware/services/hot-list/indexing.ts';
import { ListsInUse } from '../../../firmware/services/hot-list/lists-in-use.ts';
import { LocalEntries } from '../../../firmware/services/hot-list/local-entries.ts';
import { Matcher } from '../../../firmware/services/hot-list/matcher.ts';
import { alpr } from '../../../proto/generated/alpr.js';
import { SimClock } from '../../../sim/clock.ts';
import { recordingLog } from '../../broker/recording-log.ts';
import { readOf } from './lists.ts';
import { agency, csvOf, delivery, libraryRig, MADE_MS, type RigOptions } from './rig.ts';

const { v1 } = alpr;
const HOUR_MS = 3_600_000;

async function rigged(options: RigOptions = {}) {
  const rig = await libraryRig(options);
  const clock = new SimClock({ startEpochMs: MADE_MS });
  const pass = (ms: number) => clock.advanceTo(clock.monotonic() + ms);
  const log = recordingLog();
  const faults: (Fault | undefined)[] = [];
  /** While it is pending no list can be taken into use. */
  const indexing: { held: Promise<void> } = { held: Promise.resolve() };
  const localFaults: (Fault | undefined)[] = [];
  let next = 0;
  const local = new LocalEntries({
    folder: rig.folder,
    profile: rig.profile,
    unitKind: options.unitKind ?? 'stationary',
    audit: { record: (entry) => void rig.records.push(entry) },
    entropy: { bytes: (count) => new Uint8Array(count).fill(next++) },
  });
  const inUse = new ListsInUse({
    library: rig.library,
    local,
    matcher: new Matcher({ now: () => clock.wall(), log, isPrintedBy: () => true }),
    indexOf: async (_name, opened) => {
      await indexing.held;
      return indexOf(opened);
    },
    clock,
    now: () => clock.wall(),
    log,
    onFault: (of, fault) => void (of === 'lists' ? faults : localFaults).push(fault),
  });
  const actions = hotListActions({
    library: rig.library,
    local,
    profile: rig.profile,
    codec: {
      delivery: (body) => carriedList(body, 'test-pd'),
      proposal: proposalOf,
      entryId: entryIdOf,
      listName: listNameOf,
    },
    now: () => clock.wall(),
    refresh: () => inUse.refresh(),
    refreshLocal: () => inUse.refreshLocal(),
  });
  const take = async (text: string, about = {}) => {
    await rig.library.take(delivery(text, about), 'unit');
    await inUse.refresh();
  };
  const notes = (plate: string) => inUse.hitsOf(readOf(plate)).map(({ entry }) => entry.note);
  return {
    ...rig,
    pass,
    log,
    faults,
    localFaults,
    indexing,
    local,
    inUse,
    take,
    notes,
    command: (name: string, body: unknown, by: Person) => actions.get(name)!.handler(body, by),
    actions,
  };
}

const proposal = (more = {}) =>
  v1.ProposeEntry.decode(
    v1.ProposeEntry.encode({
      plate: 'ZQ 12345',
      alertClass: v1.AlertClass.ALERT_CLASS_LOCAL_BOLO,
      note: 'seen',
      caseNumber: '26-1',
      synopsis: 'fled',
      days: 3,
      ...more,
    }).finish(),
  );

describe('a list in use', () => {
  test('U3 H2 meets a read, with its age, and says when it is past its limit', async () => {
    const { inUse, take, pass } = await rigged();
    await take(csvOf(['ZQ12345']));
    await pass(23 * HOUR_MS);
    expect(inUse.hitsOf(readOf('ZQ12345'))).toMatchObject([
      { kind: 'exact', entry: { list: 'ncic', note: 'as the test has it' }, listAgeMs: 23 * HOUR_MS, listStale: false },
    ]);
    await pass(2 * HOUR_MS);
    expect(inUse.hitsOf(readOf('ZQ12345'))).toMatchObject([{ listAgeMs: 25 * HOUR_MS, listStale: true }]);
  });

  test('H2 is a fault from its limit on, until the next one is there', async () => {
    const { inUse, take, pass } = await rigged();
    expect(inUse.stale()).toBe(undefined);
    await take(csvOf(['ZQ12345']));
    await pass(24 * HOUR_MS);
    expect(inUse.stale()).toBe(undefined);
    await pass(1);
    expect(inUse.stale()).toBe('hotlist.stale');
    await take(csvOf(['ZQ12345']), { madeAtMs: MADE_MS + 24 * HOUR_MS });
    expect(inUse.stale()).toBe(undefined);
  });

  test('H2 is what was delivered last: fresh data replaces the old, and takes the flag away', async () => {
    const { inUse, take, pass, notes } = await rigged();
    await take(csvOf(['ZQ12345', 'ZQ54321']));
    await pass(25 * HOUR_MS);
    await take(csvOf(['ZQ54321']), { madeAtMs: MADE_MS + 24 * HOUR_MS });
    expect(notes('ZQ12345')).toEqual([]);
    expect(inUse.hitsOf(readOf('ZQ54321'))).toMatchObject([{ listStale: false }]);
  });

  test('that is removed meets nothing; one that another program has replaced by damage stays as it was', async () => {
    const { take, notes, inUse, path, folder, faults } = await rigged();
    await take(csvOf(['ZQ12345']));
    const file = join(path, readdirSync(path)[0]!);
    writeFileSync(`${file}.new`, readFileSync(file).fill(0, 100, 110));
    renameSync(`${file}.new`, file);
    await inUse.refresh();
    expect([notes('ZQ12345'), faults.at(-1)?.code]).toEqual([['as the test has it'], 'vault.damaged']);
    folder.remove('ncic');
    await inUse.refresh();
    expect([notes('ZQ12345'), faults.at(-1)]).toEqual([[], undefined]);
  });

  test('that is removed while another is being indexed ends nothing', async () => {
    const { inUse, library, indexing, notes, faults } = await rigged();
    const done = Promise.withResolvers<void>();
    await library.take(delivery(csvOf(['ZQ54321']), { list: 'b' }), 'unit');
    await inUse.refresh();
    indexing.held = done.promise;
    await library.take(delivery(csvOf(['ZQ12345']), { list: 'a' }), 'unit');
    const looking = inUse.refresh();
    await new Promise(setImmediate);
    library.remove('b', 'unit');
    done.resolve();
    await looking;
    await inUse.refresh();
    expect([notes('ZQ12345').length, notes('ZQ54321'), faults.at(-1)]).toEqual([1, [], undefined]);
  });

  test('is taken into use also while the local entries are damaged, which is said until they are whole again', async () => {
    const { command, take, notes, inUse, path, localFaults } = await rigged({ profile: 'bloomington' });
    await command('propose_entry', proposal(), { name: 'a detective', role: 'detective' });
    const file = join(path, 'local-entries.sealed');
    const whole = readFileSync(file);
    writeFileSync(file, whole.toReversed());
    inUse.refreshLocal();
    await take(csvOf(['ZQ54321']));
    expect([notes('ZQ54321').length, localFaults.at(-1)?.code]).toEqual([1, 'vault.damaged']);
    writeFileSync(file, whole);
    inUse.refreshLocal();
    expect(localFaults.at(-1)).toBeUndefined();
  });

  test('U7 that the unit may not hold any more is not used', async () => {
    const { path } = await rigged().then(async (rig) => {
      await rig.take(csvOf(['ZQ12345']));
      return rig;
    });
    const { inUse, notes, faults } = await rigged({ path, unitKind: 'motor-carrier' });
    await inUse.refresh();
    expect([notes('ZQ12345'), faults.at(-1)?.code]).toEqual([[], 'hotlist.refused']);
  });

  test('is looked for on a schedule, until the signal', async () => {
    const { inUse, library, pass, notes, log } = await rigged();
    const stopping = new AbortController();
    const running = inUse.run(5000, stopping.signal);
    await library.take(delivery(csvOf(['ZQ12345'])), 'unit');
    await pass(5000);
    await log.until('hotlist.open');
    await inUse.refresh();
    expect(notes('ZQ12345')).toHaveLength(1);
    stopping.abort();
    await running;
  });
});

describe('a command', () => {
  const [detective, lieutenant, administrator] = (['detective', 'supervisor', 'administrator'] as const).map(
    (role) => ({ name: `a ${role}`, role }),
  );
  test('H3 H6 H7 proposes, approves and withdraws a local entry, each at once', async () => {
    const { command, notes } = await rigged({ profile: 'bloomington' });
    const { status, detail: entryId } = await command('propose_entry', proposal(), detective!);
    expect([status, notes('ZQ12345')]).toEqual(['done', []]);
    expect(await command('approve_entry', { entryId }, detective!)).toMatchObject({ status: 'refused' });
    expect(await command('approve_entry', { entryId }, lieutenant!)).toEqual({ status: 'done', detail: entryId });
    expect(notes('ZQ12345')).toEqual(['seen']);
    expect(await command('withdraw_entry', { entryId, list: 'ncic' }, detective!)).toMatchObject({ status: 'refused' });
    expect(await command('withdraw_entry', { entryId, list: 'local-entries' }, detective!)).toMatchObject({
      status: 'done',
    });
    expect(notes('ZQ12345')).toEqual([]);
  });

  test('H5 an entry makes no hit from the moment that its time is up, before anything looks; an extension keeps it', async () => {
    const { command, notes, pass } = await rigged({ profile: 'bloomington' });
    const { detail: entryId } = await command('propose_entry', proposal(), detective!);
    await command('approve_entry', { entryId }, lieutenant!);
    await pass(2 * 24 * HOUR_MS);
    expect(await command('extend_entry', { entryId }, lieutenant!)).toMatchObject({ status: 'done' });
    await pass(30 * 24 * HOUR_MS - 1);
    expect(notes('ZQ12345')).toEqual(['seen']);
    await pass(1);
    expect(notes('ZQ12345')).toEqual([]);
  });

  test('H7 withdraws an entry at once, also while a list of millions is being indexed', async () => {
    const { command, notes, inUse, library, indexing } = await rigged({ profile: 'bloomington' });
    const { detail: entryId } = await command('propose_entry', proposal(), detective!);
    await command('approve_entry', { entryId }, lieutenant!);
    const done = Promise.withResolvers<void>();
    indexing.held = done.promise;
    await library.take(delivery(csvOf(['ZQ54321'])), 'unit');
    const refreshed = inUse.refresh();
    await command('withdraw_entry', { entryId, list: 'local-entries' }, detective!);
    expect([notes('ZQ12345'), notes('ZQ54321')]).toEqual([[], []]);
    done.resolve();
    await refreshed;
    expect([notes('ZQ12345'), notes('ZQ54321')]).toEqual([[], ['as the test has it']]);
  });

  test('H8 may be given by the roles that the profile names', async () => {
    const { actions } = await rigged({ profile: 'bloomington' });
    expect(Object.fromEntries([...actions].map(([name, { roles }]) => [name, roles]))).toEqual({
      replace_hot_list: ['administrator'],
      propose_entry: ['detective'],
      approve_entry: ['supervisor'],
      extend_entry: ['supervisor'],
      withdraw_entry: ['detective', 'administrator'],
    });
  });

  const undated: alpr.v1.IHotList = {};
  const beyond = { epochUs: { low: 0, high: 0x7fff_ffff, unsigned: false } };
  const local = { plate: 'ZQ1', enteredBy: 'a', caseNumber: '1', synopsis: 's', approvedBy: 'b', alertClass: 1 };
  const listOf = (more: alpr.v1.IHotList = {}, key = agency.privateKey) => {
    const body = v1.HotList.encode({
      list: 'amber',
      source: 'AMBER',
      agency: 'test-pd',
      ...(more === undated ? {} : { madeAt: instant({ epochMs: MADE_MS, quality: { source: 'gps' } }) }),
      limitHours: 2,
      entries: [
        {
          entryId: '7',
          plate: 'zq-12345',
          region: 'us-il',
          alertClass: v1.AlertClass.ALERT_CLASS_AMBER,
          note: 'a child',
          make: 'DODG',
          year: 2005,
        },
        { entryId: '8', plate: 'ZQ54321', alertClass: v1.AlertClass.ALERT_CLASS_AMBER, purpose: 'immigration' },
      ],
      ...more,
    }).finish();
    return v1.SignedHotList.decode(
      v1.SignedHotList.encode({ body, signature: sign(null, body, key), keyId: 'lists' }).finish(),
    );
  };

  test('H2 H9 replaces a list that the agency signed, which has a limit of its own; what is barred in it is dropped', async () => {
    const { command, inUse, pass } = await rigged();
    expect(await command('replace_hot_list', listOf(), administrator!)).toEqual({
      status: 'done',
      detail: 'records 2, kept 1, bad 0, barred 1, falsePlates 0',
    });
    await pass(3 * HOUR_MS);
    expect(inUse.hitsOf(readOf('ZQ12345'))).toMatchObject([
      {
        entry: { list: 'amber', entryId: '7', note: 'a child', vehicle: { make: 'DODG', year: 2005 } },
        listStale: true,
      },
    ]);
    expect(inUse.hitsOf(readOf('ZQ54321'))).toEqual([]);
  });

  test.each([
    ['for another agency', () => listOf({ agency: 'other-pd' }), /another agency/],
    ['of no source', () => listOf({ source: 'hearsay' }), /no source/],
    ['that was changed', () => ({ ...listOf(), body: listOf({ list: 'ncic' }).body }), /no key of this unit/],
    ['that is garbage', () => ({ ...listOf(), body: Buffer.from([0x0a, 0xff, 0x01]) }), /no hot list/],
    ['without a time', () => listOf(undated), /not when it was made/],
    ['of a time that no calendar has', () => listOf({ madeAt: beyond }), /not when it was made/],
    ['of entries that end at such a time', () => listOf({ entries: [{ ...local, expiresAt: beyond }] }), /expires_at/],
  ])('does not replace a list %s', async (_name, body, reason) => {
    const { command, library } = await rigged();
    expect(await command('replace_hot_list', body(), administrator!)).toMatchObject({
      status: 'refused',
      detail: expect.stringMatching(reason),
    });
    expect(library.lists()).toEqual([]);
  });

  test('that is garbage is refused by each action', async () => {
    const { command } = await rigged({ profile: 'bloomington' });
    expect(await command('propose_entry', proposal({ alertClass: 99 }), detective!)).toMatchObject({
      status: 'refused',
    });
    expect(await command('propose_entry', proposal({ plate: '', days: 0 }), detective!)).toMatchObject({
      status: 'refused',
    });
    expect(await command('approve_entry', { entryId: '' }, lieutenant!)).toMatchObject({ status: 'refused' });
  });
});
