/** A1, A2: commands are carried out for whom they are signed by, once, in time, and by nobody else. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type CommandToSign, commandOf, signCommand, signedOf } from '../../firmware/devices/command-codec.ts';
import { openCommandMemory } from '../../firmware/devices/command-memory.ts';
import { Fault } from '../../firmware/domain/fault.ts';
import type { ClockQuality } from '../../firmware/domain/instant.ts';
import type { Person } from '../../firmware/domain/role.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import { CommandDesk, type Permitted } from '../../firmware/governance/commands.ts';
import { type Keyring, noKeys } from '../../firmware/governance/keyring.ts';
import type { AuditEntry } from '../../firmware/ports/audit.ts';
import type { CommandMemory } from '../../firmware/ports/command-memory.ts';
import { alpr } from '../../proto/generated/alpr.js';
import { keyringOf, newKey, type TestKey } from './keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'commands-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true }));

const unit = { agency: 'springfield', unit: 'pole-12' };
const [chief, officer, lists] = [newKey('chief-1'), newKey('officer-9'), newKey('lists')];
const administrator: Person = { name: 'C. Ortega', role: 'administrator' };
const patrol: Person = { name: 'A. Officer', role: 'officer' };
const keyring = await keyringOf([
  { key: chief, person: administrator.name, role: administrator.role },
  { key: officer, person: patrol.name, role: patrol.role },
  { key: lists, signs: 'hot-lists' },
]);
const NOON = 1_790_000_000_000;
const ntp: ClockQuality = { source: 'ntp', uncertaintyMs: 20 };

interface Setting {
  readonly keyring?: Keyring;
  readonly memory?: CommandMemory;
  readonly refuse?: boolean;
  readonly full?: boolean;
}

function desk({ keyring: keys = keyring, memory = openCommandMemory(':memory:'), refuse, full }: Setting = {}) {
  const done: { action: string; by: Person; body: unknown }[] = [];
  const records: AuditEntry[] = [];
  const time: { epochMs: number; quality: ClockQuality } = { epochMs: NOON, quality: ntp };
  const handler =
    (action: string): Permitted['handler'] =>
    async (body, by) => {
      if (refuse) throw new Fault('hotlist.unreadable', 'not this one.');
      done.push({ action, by, body });
      return { status: 'done' };
    };
  const actions = new Map<string, Permitted>([
    ['send_health', { roles: ['administrator', 'officer'], atAnyTime: true, handler: handler('send_health') }],
    ['withdraw_entry', { roles: ['administrator'], handler: handler('withdraw_entry') }],
  ]);
  const tally = new Tally('commands');
  const commands = new CommandDesk({
    unit,
    keyring: keys,
    codec: { signed: signedOf, command: commandOf },
    actions,
    memory,
    audit: {
      record: (entry) => {
        if (full) throw new Fault('store.full', 'no room.');
        records.push(entry);
      },
    },
    tally,
    now: () => time,
    bytesMax: 4096,
  });
  return { commands, done, records, time, tally, memory };
}

const withdrawal = alpr.v1.WithdrawEntry.encode({ list: 'local', entryId: 'e-1' }).finish();

function command(more: Partial<CommandToSign> = {}, key: TestKey = chief): Uint8Array {
  return signCommand(
    {
      ...{ id: 'cmd-0001', ...unit, by: administrator, action: 'withdraw_entry', body: withdrawal },
      ...{ issued: { epochMs: NOON - 1000, quality: ntp }, expires: { epochMs: NOON + 60_000, quality: ntp } },
      ...more,
    },
    key,
  );
}

const at = (epochMs: number) => ({ epochMs, quality: ntp });

describe('A1 A2 a command', () => {
  test('A1 is carried out for its person, and recorded before and after', async () => {
    const { commands, done, records, tally } = desk();
    const result = await commands.receive(command());
    expect(result).toEqual({ id: 'cmd-0001', status: 'done', detail: '' });
    expect(done).toMatchObject([
      { action: 'withdraw_entry', by: administrator, body: { list: 'local', entryId: 'e-1' } },
    ]);
    expect(records.map(({ action, by, subject }) => ({ action, by, subject }))).toEqual([
      { action: 'command.accepted', by: administrator, subject: 'cmd-0001' },
      { action: 'command.done', by: administrator, subject: 'cmd-0001' },
    ]);
    expect(tally.snapshot()).toMatchObject({ in: 1, out: 1, held: 0 });
  });

  const refusals: readonly [string, Uint8Array, string, string?][] = [
    ['for another unit', command({ unit: 'pole-13' }), 'addressee'],
    ['for another agency', command({ agency: 'shelbyville' }), 'addressee'],
    ['in another’s name', command({ by: { name: 'S. Body', role: 'administrator' } }), 'person'],
    ['in a role that the key has not', command({ by: { ...patrol, role: 'administrator' } }, officer), 'person'],
    ['that the role does not permit', command({ by: patrol }, officer), 'role'],
    ['signed by a key for lists', command({}, lists), 'not-signed'],
    ['signed by an unknown key', command({}, newKey('nobody')), 'not-signed'],
    ['signed by another key under a known id', command({}, { ...newKey('x'), id: 'chief-1' }), 'not-signed'],
    ['that has expired', command({ expires: at(NOON - 1) }), 'expired'],
    ['that may have expired by the uncertainty of the clock', command({ expires: at(NOON + 20) }), 'expired'],
    ['issued in the future', command({ issued: at(NOON + 61_000), expires: at(NOON + 90_000) }), 'not-yet'],
    ['that lives too long', command({ expires: at(NOON + 8 * 86_400_000) }), 'lifetime'],
    ['that ends before it begins', command({ issued: at(NOON + 70_000) }), 'lifetime'],
    [
      'for an action that the unit does not know',
      command({ action: 'replace_hot_list', body: new Uint8Array() }),
      'unknown-action',
    ],
    ['too large', Buffer.alloc(4097), 'too-large'],
    ['of no meaning', Buffer.from('shut down'), 'garbage'],
    ['empty', new Uint8Array(), 'not-signed'],
    ['on the topic of another action', command(), 'wrong-topic', 'acknowledge_alert'],
  ];

  test.each(refusals)(
    'A2 %s is refused, counted and recorded, and nothing is done',
    async (_, payload, reason, only) => {
      const { commands, done, records, tally } = desk();
      const result = await commands.receive(payload, only);
      expect(result?.status ?? 'refused').toBe(reason === 'expired' ? 'expired' : 'refused');
      expect(done).toEqual([]);
      expect(tally.snapshot().drops).toEqual({ [reason]: 1 });
      expect(records).toMatchObject([{ action: 'command.refused', detail: { reason } }]);
      const known = !['not-signed', 'garbage', 'too-large'].includes(reason);
      expect(records[0]?.subject).toBe(known ? 'cmd-0001' : undefined);
      expect(result !== undefined).toBe(known);
    },
  );

  test('A2 without a keyring the unit listens to nobody', async () => {
    const { commands, done } = desk({ keyring: noKeys });
    expect(await commands.receive(command())).toBeUndefined();
    expect(done).toEqual([]);
  });

  test('A2 where the time is not known only what does no harm late is carried out', async () => {
    const { commands, done, time } = desk();
    time.quality = { source: 'free-running' };
    expect(await commands.receive(command())).toMatchObject({
      status: 'refused',
      detail: 'the unit does not know the time',
    });
    await commands.receive(command({ id: 'cmd-0002', action: 'send_health', body: new Uint8Array() }));
    expect(done.map(({ action }) => action)).toEqual(['send_health']);
    time.quality = { source: 'free-running', uncertaintyMs: 500 };
    await commands.receive(command());
    expect(done).toHaveLength(2);
  });

  test('O1 a command that can not be recorded is not carried out', async () => {
    const { commands, done, memory } = desk({ full: true });
    await expect(commands.receive(command())).rejects.toMatchObject({ code: 'store.full' });
    expect(done).toEqual([]);
    expect(memory.seen('cmd-0001')).toBe(false);
  });

  test('a handler’s fault is the result, by its code', async () => {
    const { commands, records } = desk({ refuse: true });
    expect(await commands.receive(command())).toEqual({
      id: 'cmd-0001',
      status: 'failed',
      detail: 'hotlist.unreadable',
    });
    expect(records.at(-1)?.action).toBe('command.failed');
  });

  test('O1 a flood of one refusal is one record a minute, with how many they were', async () => {
    const { commands, records, time } = desk();
    for (let number = 0; number < 500; number += 1) await commands.receive(Buffer.from(`flood ${number}`));
    expect(records).toHaveLength(1);
    time.epochMs += 60_000;
    await commands.receive(Buffer.from('flood'));
    expect(records.map(({ detail }) => detail)).toEqual([{ reason: 'garbage' }, { reason: 'garbage', more: 499 }]);
    expect(JSON.stringify(records)).not.toContain('flood');
    await commands.receive(Buffer.from('flood'));
    commands.flush();
    expect(records.at(-1)?.detail).toEqual({ reason: 'garbage', more: 1 });
  });
});

describe('A2 no command is carried out', () => {
  const whole = command();

  test('A2 changed: whatever is changed in its bytes, it is another’s or nobody’s', async () => {
    const edit = fc.record({
      at: fc.nat(whole.length - 1),
      remove: fc.nat(8),
      insert: fc.uint8Array({ maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        let changed: Uint8Array = whole;
        for (const { at: place, remove, insert } of edits)
          changed = Buffer.concat([changed.subarray(0, place), insert, changed.subarray(place + remove)]);
        if (Buffer.compare(changed, whole) === 0) return;
        const { commands, done } = desk();
        await commands.receive(changed);
        expect(done).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('A2 with a field more around it that no signature covers', async () => {
    const { commands, done } = desk();
    await commands.receive(Buffer.concat([whole, Buffer.of(0x22, 0x00)]));
    await commands.receive(Buffer.concat([whole, whole]));
    expect(done).toEqual([]);
  });

  test('A2 twice, in whatever order and at whatever times its copies come, over new starts, with a clock that jumps', async () => {
    const step = fc.record({
      which: fc.nat(5),
      clockMs: fc.integer({ min: -10 * 86_400_000, max: 10 * 86_400_000 }),
      restart: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const path = join(folder, `${files++}.sqlite`);
        const payloads = [0, 1, 2, 3, 4, 5].map((number) =>
          command({ id: `cmd-000${number}`, expires: at(NOON + 30_000 + number * 86_400_000) }),
        );
        let memory = openCommandMemory(path);
        let current = desk({ memory });
        const done: unknown[] = [];
        for (const { which, clockMs, restart } of steps) {
          if (restart) {
            memory[Symbol.dispose]();
            memory = openCommandMemory(path);
            current = desk({ memory });
          }
          current.time.epochMs = NOON + clockMs;
          const result = await current.commands.receive(payloads[which]!);
          if (result?.status === 'done') {
            done.push(which);
            expect(current.time.epochMs).toBeLessThan(NOON + 30_000 + which * 86_400_000);
          }
        }
        memory[Symbol.dispose]();
        expect(new Set(done).size).toBe(done.length);
      }),
      { numRuns: 60 },
    );
  });

  test('A2 after its time, whatever its times and the clock’s uncertainty are', async () => {
    const ms = fc.integer({ min: 0, max: 100_000 });
    await fc.assert(
      fc.asyncProperty(ms, ms, ms, async (lives, now, uncertaintyMs) => {
        const { commands, done, time } = desk();
        time.epochMs = NOON + now;
        time.quality = { source: 'ntp', uncertaintyMs };
        await commands.receive(command({ issued: at(NOON), expires: at(NOON + lives) }));
        if (now + uncertaintyMs >= lives) expect(done).toEqual([]);
        else expect(done).toHaveLength(1);
      }),
    );
  });

  test('A2 when too many are remembered that have not expired', async () => {
    const { commands, done } = desk({ memory: openCommandMemory(':memory:', 2) });
    for (const id of ['cmd-0001', 'cmd-0002', 'cmd-0003']) await commands.receive(command({ id }));
    expect(done).toHaveLength(2);
  });
});
