/** The state machine of an alert, against a model that counts nothing but what persons did. */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadProfile } from '../../firmware/config/profile.ts';
import {
  type Act,
  type Alert,
  alertStates,
  confirmables,
  dispositions,
  isOpen,
  noticeOf,
  notVerified,
  outcomes,
} from '../../firmware/domain/alert.ts';
import type { Role } from '../../firmware/domain/role.ts';
import { type AlertAct, type AlertRules, advance, expire, isRefused } from '../../firmware/governance/alert.ts';
import { alertOn, hitDetectionOf } from '../proto/detections.ts';

/** What was read is ZQX4817. */
const raised = alertOn(hitDetectionOf(1));
const at = raised.raisedAt;
const strict: AlertRules = {
  confirm: ['characters', 'state', 'vehicle'],
  dispatch_confirmation: true,
  act_roles: ['dispatcher', 'officer'],
};
const by = (role: Role, name = 'officer-1'): Act => ({ by: { name, role }, at });
const dispatch: AlertAct = { kind: 'confirm-dispatch', confirmedBy: 'dispatcher-4', confirmedAt: at };

const dismissals = fc
  .record({
    disposition: fc.constantFrom('misread', 'wrong-state', 'listing-not-valid', 'wrong-vehicle'),
    misreadPositions: fc.option(fc.array(fc.integer({ min: -1, max: 8 }), { maxLength: 3 }), { nil: undefined }),
  })
  .map(
    ({ disposition, misreadPositions }): AlertAct => ({
      kind: 'dismiss',
      disposition,
      ...(misreadPositions && { misreadPositions }),
    }),
  );
const acts: fc.Arbitrary<AlertAct> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<AlertAct>({ kind: 'see' }) },
  { weight: 9, arbitrary: fc.constantFrom(...confirmables).map((what): AlertAct => ({ kind: 'confirm', what })) },
  { weight: 3, arbitrary: fc.constantFrom<AlertAct>(dispatch, { ...dispatch, confirmedBy: ' ' }) },
  { weight: 1, arbitrary: fc.constantFrom(...outcomes).map((outcome): AlertAct => ({ kind: 'close', outcome })) },
  { weight: 1, arbitrary: dismissals },
);
const rules: fc.Arbitrary<AlertRules> = fc.record({
  confirm: fc.uniqueArray(fc.constantFrom(...confirmables), { minLength: 1 }),
  dispatch_confirmation: fc.boolean(),
  act_roles: fc.constantFrom<Role[][]>(['officer'], ['officer', 'dispatcher'], ['detective', 'dispatcher']),
});
const steps = fc.array(
  fc.oneof(
    {
      weight: 25,
      arbitrary: fc.record({ act: acts, role: fc.constantFrom<Role[]>('officer', 'dispatcher', 'auditor') }),
    },
    { weight: 1, arbitrary: fc.constant('expire' as const) },
  ),
  { minLength: 1, maxLength: 40, size: 'max' },
);

test('V1 V2 no path reaches actionable without each confirmation by a person who may, and by dispatch; until then the notice stands', () => {
  const reached = new Set<string>(['raised']);
  fc.assert(
    fc.property(steps, rules, (path, given) => {
      let alert: Alert = raised;
      const did = new Set<string>();
      for (const step of path) {
        const before = alert;
        const next = step === 'expire' ? expire(alert) : advance(alert, step.act, by(step.role), given);
        if (isRefused(next)) {
          expect(next.refused).not.toBe('');
          continue;
        }
        alert = next;
        reached.add(alert.state);
        expect(isOpen(before), 'nothing moves an alert that has ended').toBe(true);
        if (step !== 'expire') {
          expect(given.act_roles).toContain(step.role);
          did.add(step.act.kind === 'confirm' ? step.act.what : step.act.kind);
        }
        expect(alert.detection).toBe(raised.detection);
        expect(alert.hits).toBe(raised.hits);
        const verified = given.confirm.every((each) => did.has(each));
        const dispatched = !given.dispatch_confirmation || did.has('confirm-dispatch');
        if (alert.state === 'verified') expect([verified, did.has('see')]).toEqual([true, true]);
        if (alert.state === 'actionable' || alert.state === 'closed') {
          expect([did.has('see'), verified, dispatched]).toEqual([true, true, true]);
          expect(given.confirm.every((each) => alert.confirmed[each] !== undefined)).toBe(true);
          if (given.dispatch_confirmation) expect(alert.dispatch?.confirmedBy).toBe('dispatcher-4');
          expect(noticeOf(alert)).toBe('verified');
        } else {
          expect(noticeOf(alert)).toBe('not verified: no enforcement action');
        }
        if (alert.state === 'closed') expect(alert.ended).toMatchObject({ disposition: 'confirmed' });
        if (alert.state === 'dismissed') expect(alert.ended?.disposition).not.toBe('confirmed');
      }
    }),
    { numRuns: 3000 },
  );
  expect([...reached].sort(), 'no state is a word only').toEqual([...alertStates].sort());
});

/** Every profile that lies there. */
const profiles = readdirSync(new URL('../../firmware/config/profiles', import.meta.url)).map((file) =>
  file.replace('.toml', ''),
);

test('V1 V2 under every shipped profile an officer or dispatcher comes from raised to an outcome, one act at a time', async () => {
  for (const id of profiles) {
    const { alerts } = await loadProfile(id);
    const role = alerts.act_roles[0]!;
    let alert: Alert = raised;
    const path: AlertAct[] = [
      { kind: 'see' },
      ...alerts.confirm.map((what) => ({ kind: 'confirm', what }) as const),
      ...(alerts.dispatch_confirmation ? [dispatch] : []),
      { kind: 'close', outcome: 'arrest' },
    ];
    for (const act of path) {
      expect(noticeOf(alert) === notVerified, `${id} before ${act.kind}`).toBe(act.kind !== 'close');
      const next = advance(alert, act, by(role), alerts);
      if (isRefused(next)) throw new Error(`${id}: ${next.refused}`);
      alert = next;
    }
    expect(alert).toMatchObject({ state: 'closed', ended: { disposition: 'confirmed', outcome: 'arrest' } });
  }
});

test('V2 dispatch may confirm only what a person has verified, and its confirmation says who', () => {
  const seen = after(raised, { kind: 'see' });
  expect(advance(seen, dispatch, by('officer'), strict)).toEqual({
    refused: 'not confirmed yet: characters, state, vehicle',
  });
  const verified = after(seen, ...confirmables.map((what) => ({ kind: 'confirm', what }) as const));
  expect(verified.state).toBe('verified');
  for (const confirmedBy of ['', 'd'.repeat(101)])
    expect(advance(verified, { ...dispatch, confirmedBy }, by('officer'), strict)).toHaveProperty('refused');
  const actionable = after(verified, dispatch);
  expect(actionable).toMatchObject({
    state: 'actionable',
    dispatch: { confirmedBy: 'dispatcher-4', by: { name: 'officer-1' } },
  });
});

test('V3 a dismissal has one of four dispositions, a misread names its wrong places, and an alert found wrong says again that it is not verified', () => {
  const seen = after(raised, { kind: 'see' });
  const dismissed = (act: Partial<Extract<AlertAct, { kind: 'dismiss' }>>, from = seen) =>
    advance(from, { kind: 'dismiss', disposition: 'misread', ...act }, by('officer'), strict);
  for (const disposition of dispositions.filter((each) => each !== 'confirmed' && each !== 'misread'))
    expect(dismissed({ disposition })).toMatchObject({ state: 'dismissed', ended: { disposition } });
  expect(dismissed({})).toHaveProperty('refused');
  expect(dismissed({ misreadPositions: [7] })).toHaveProperty('refused');
  expect(dismissed({ misreadPositions: [1, 1] })).toHaveProperty('refused');
  expect(dismissed({ misreadPositions: [1, 2], misreadAs: 'O' })).toHaveProperty('refused');
  expect(dismissed({ misreadPositions: [1], misreadAs: 'Q' })).toHaveProperty('refused');
  expect(dismissed({ disposition: 'wrong-vehicle', misreadPositions: [1] })).toHaveProperty('refused');
  expect(dismissed({ misreadPositions: [1], misreadAs: 'O' })).toMatchObject({
    state: 'dismissed',
    detection: raised.detection,
    ended: { disposition: 'misread', misreadPositions: [1], misreadAs: 'O' },
  });
  const actionable = after(seen, ...confirmables.map((what) => ({ kind: 'confirm', what }) as const), dispatch);
  const wrong = dismissed({ disposition: 'wrong-vehicle' }, actionable);
  expect(!isRefused(wrong) && noticeOf(wrong)).toBe(notVerified);
});

function after(alert: Alert, ...path: readonly AlertAct[]): Alert {
  return path.reduce((each, act) => {
    const next = advance(each, act, by('officer'), strict);
    if (isRefused(next)) throw new Error(next.refused);
    return next;
  }, alert);
}
