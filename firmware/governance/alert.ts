/**
 * How an alert moves (POLICY.md V1 to V3), as one function of values: raised, seen, verified once a person has confirmed each
 * thing that the profile asks for, actionable once dispatch has confirmed the listing, and then closed with its outcome. A
 * person who finds it wrong dismisses it at any time after seeing it; the unit lets it expire. Nothing else moves it, nothing
 * moves an alert that has ended, and what was read is never touched.
 *
 * What it refuses it refuses with a reason for the person, which holds no plate.
 */
import type { Profile } from '../config/profile.ts';
import {
  type Act,
  type Alert,
  type Confirmable,
  type Disposition,
  type Ending,
  isOpen,
  type Outcome,
} from '../domain/alert.ts';
import type { WallInstant } from '../domain/instant.ts';

/** What the profile asks of those who act on alerts. */
export type AlertRules = Pick<Profile['alerts'], 'confirm' | 'dispatch_confirmation' | 'act_roles'>;

/** What a person does with an alert. */
export type AlertAct =
  | { readonly kind: 'see' }
  | { readonly kind: 'confirm'; readonly what: Confirmable }
  | { readonly kind: 'confirm-dispatch'; readonly confirmedBy: string; readonly confirmedAt: WallInstant }
  | { readonly kind: 'close'; readonly outcome: Outcome }
  | {
      readonly kind: 'dismiss';
      readonly disposition: Exclude<Disposition, 'confirmed'>;
      readonly misreadPositions?: readonly number[];
      readonly misreadAs?: string;
    };

/** A name, not a document: it goes into the audit log. */
const NAME_MAX = 100;

export interface Refusal {
  /** Why, for the person. */
  readonly refused: string;
}

/** The alert after the act, or why it does not move. */
export function advance(alert: Alert, act: AlertAct, who: Act, rules: AlertRules): Alert | Refusal {
  if (!rules.act_roles.includes(who.by.role))
    return refused(`a person acts on alerts as ${rules.act_roles.join(', ')}`);
  if (!isOpen(alert)) return refused(`the alert has ended: ${alert.state}`);
  if (act.kind === 'see')
    return alert.state === 'raised' ? { ...alert, state: 'seen', seen: who } : refused('seen already');
  if (alert.state === 'raised') return refused('nobody has seen it yet');
  switch (act.kind) {
    case 'confirm':
      return confirm(alert, act.what, who, rules);
    case 'confirm-dispatch':
      if (alert.state === 'seen') return refused(`not confirmed yet: ${missing(alert, rules).join(', ')}`);
      if (alert.state === 'actionable') return refused('nothing is left to be confirmed');
      if (act.confirmedBy.trim() === '') return refused('a confirmation by dispatch says who');
      if (act.confirmedBy.length > NAME_MAX) return refused(`who confirmed has at most ${NAME_MAX} characters`);
      return {
        ...alert,
        state: 'actionable',
        dispatch: { ...who, confirmedBy: act.confirmedBy, confirmedAt: act.confirmedAt },
      };
    case 'close':
      return alert.state === 'actionable'
        ? { ...alert, state: 'closed', ended: { ...who, disposition: 'confirmed', outcome: act.outcome } }
        : refused('an outcome is of an alert that was actionable');
    case 'dismiss':
      return dismiss(alert, act, who);
  }
}

/** The unit's own act: nobody came, or nobody ended it. */
export function expire(alert: Alert): Alert | Refusal {
  return isOpen(alert) ? { ...alert, state: 'expired' } : refused(`the alert has ended: ${alert.state}`);
}

export function isRefused(result: Alert | Refusal): result is Refusal {
  return 'refused' in result;
}

function confirm(alert: Alert, what: Confirmable, who: Act, rules: AlertRules): Alert | Refusal {
  if (alert.confirmed[what]) return refused(`confirmed already: ${what}`);
  const next: Alert = { ...alert, confirmed: { ...alert.confirmed, [what]: who } };
  if (alert.state !== 'seen' || missing(next, rules).length > 0) return next;
  return { ...next, state: rules.dispatch_confirmation ? 'verified' : 'actionable' };
}

function missing(alert: Alert, rules: AlertRules): Confirmable[] {
  return rules.confirm.filter((each) => alert.confirmed[each] === undefined);
}

function dismiss(alert: Alert, act: Extract<AlertAct, { kind: 'dismiss' }>, who: Act): Alert | Refusal {
  const { disposition, misreadPositions, misreadAs } = act;
  const wrong =
    disposition === 'misread' ? wrongMisread(alert, act) : misreadPositions && 'only a misread has wrong places';
  if (wrong) return refused(wrong);
  const ended: Ending = {
    ...who,
    disposition,
    ...(misreadPositions && { misreadPositions }),
    ...(misreadAs !== undefined && { misreadAs }),
  };
  return { ...alert, state: 'dismissed', ended };
}

/** What is wrong with what is said of a misread (POLICY.md V3: which characters). */
function wrongMisread(
  { detection: { plate } }: Alert,
  { misreadPositions = [], misreadAs }: Extract<AlertAct, { kind: 'dismiss' }>,
): string | undefined {
  if (misreadPositions.length === 0) return 'a misread says which characters are wrong';
  if (misreadPositions.some((each) => !Number.isInteger(each) || each < 0 || each >= plate.length))
    return 'a wrong character has a place in the plate, from 0';
  if (new Set(misreadPositions).size < misreadPositions.length) return 'each wrong place is named once';
  if (misreadAs === undefined) return undefined;
  if (misreadAs.length !== misreadPositions.length || !/^[0-9A-Z?]+$/.test(misreadAs))
    return 'what truly stands there is one capital letter, digit or ? for each wrong place';
  const read = plate.reveal();
  if (misreadPositions.some((place, index) => read[place] === misreadAs[index]))
    return 'a wrong character was read as another';
  return undefined;
}

function refused(reason: string): Refusal {
  return { refused: reason };
}
