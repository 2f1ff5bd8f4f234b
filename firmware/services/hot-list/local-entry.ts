/**
 * A local entry and its life (POLICY.md H3 to H9): proposed by one person, approved by another of a role that the profile names, and
 * only then active; extended by a person who may; ended when its time is up, or at once when it is withdrawn. What is ended stays so.
 *
 * Pure: each step is a function of the entry, who asks, the profile and the time, and answers with the entry after it or with why not.
 * Reasons name no plate.
 */
import type { Profile } from '../../config/profile.ts';
import type { Act } from '../../domain/alert.ts';
import type { AlertClass } from '../../domain/alert-class.ts';
import type { HotListEntry, ListedVehicle } from '../../domain/hot-list.ts';
import type { WallInstant } from '../../domain/instant.ts';
import type { Person, Role } from '../../domain/role.ts';
import { isFalsePlate, plainOf, plateOf } from './listed-text.ts';
import { purposes } from './own-format.ts';
import { isWatch, unfitWatch } from './watch.ts';

export const localStates = ['proposed', 'active', 'expired', 'withdrawn'] as const;
export type LocalState = (typeof localStates)[number];

/** What a person asks to be listed. */
export interface Proposal {
  /** As it is written; with `?` and `*` a watch for a partial plate. */
  readonly plate: string;
  readonly region?: string;
  readonly alertClass: AlertClass;
  readonly note: string;
  readonly vehicle?: ListedVehicle;
  readonly caseNumber: string;
  readonly synopsis: string;
  /** The case is a major crime, for which a partial plate may be watched for. */
  readonly majorCrime?: boolean;
  /** One that is barred or that nobody knows is refused (POLICY.md H9). */
  readonly purpose?: string;
  /** How long it shall stand, from the day of entry. */
  readonly days: number;
}

export interface LocalEntry extends Omit<Proposal, 'plate' | 'purpose'> {
  readonly id: string;
  /** Normalised. */
  readonly text: string;
  readonly state: LocalState;
  readonly entered: Act;
  readonly approved?: Act;
  readonly extended: readonly Act[];
  /** From proposal on: an approval that comes late shortens nothing and lengthens nothing. */
  readonly expiresAt: WallInstant;
  /** It was run over what had been read before it. */
  readonly recalled?: true;
  /** When it was withdrawn or expired, and by whom. */
  readonly ended?: { readonly at: WallInstant; readonly by: Person | 'unit' };
}

/** Who asks for a step, and when. */
export interface Asked extends Act {
  readonly rules: Profile;
}

export type Step =
  | { readonly kind: 'done'; readonly entry: LocalEntry }
  | { readonly kind: 'refused'; readonly reason: string };

const DAY_MS = 86_400_000;
/** A case's number goes into the audit log; the other texts are for a screen. */
const CASE_MAX = 64;
const TEXT_MAX = 2000;

export function propose(proposal: Proposal, id: string, { by, at, rules }: Asked): Step {
  const { plate, purpose, ...rest } = proposal;
  const reason = refusalOf(proposal, by, rules);
  if (reason !== undefined) return refused(reason);
  const entry = { ...rest, id, text: plainOf(plate), state: 'proposed', entered: { by, at }, extended: [] } as const;
  return { kind: 'done', entry: { ...entry, expiresAt: later(at, proposal.days) } };
}

function refusalOf(
  { plate, days, caseNumber, synopsis, note, purpose, alertClass, majorCrime }: Proposal,
  by: Person,
  rules: Profile,
): string | undefined {
  const { enter_roles, days_max, required } = rules.local_entries;
  const given = { 'entering-member': by.name, 'case-number': caseNumber, synopsis };
  const missing = required.find((fact) => given[fact].trim() === '');
  if (!enter_roles.includes(by.role)) return mayNot(by.role, 'enter');
  if (missing !== undefined) return `the ${missing} is missing`;
  if (purpose !== undefined && !(purposes as readonly string[]).includes(purpose)) {
    const barred = rules.hot_list.barred_purposes.find((each) => each === purpose);
    return barred === undefined ? `the purpose is none of ${purposes.join(', ')}` : `the purpose ${barred} is barred`;
  }
  if (caseNumber.length > CASE_MAX) return `the case number has more than ${CASE_MAX} characters`;
  if (synopsis.length + note.length > TEXT_MAX) return `synopsis and note have more than ${TEXT_MAX} characters`;
  if (!rules.alerts.classes.includes(alertClass)) return 'the profile has no such class';
  if (!(Number.isInteger(days) && days >= 1 && days <= days_max)) return `an entry stands 1 to ${days_max} days`;
  return unfitPlate(plainOf(plate), majorCrime === true, rules.local_entries);
}

function unfitPlate(text: string, majorCrime: boolean, rules: Profile['local_entries']): string | undefined {
  if (!isWatch(text)) {
    const known = plateOf(text);
    return known === undefined || isFalsePlate(known) ? 'the plate is not 1 to 15 letters and digits' : undefined;
  }
  if (!rules.partial_plates) return 'partial plates are not entered under this profile';
  if (rules.partial_major_crimes_only && !majorCrime) return 'partial plates are entered for major crimes only';
  return unfitWatch(text);
}

export function approve(entry: LocalEntry, { by, at, rules }: Asked): Step {
  if (entry.state !== 'proposed') return refused(`it is ${entry.state}`);
  if (isPast(entry, at)) return refused('its time is up');
  const reason = notAnother(entry, by, rules.local_entries.approve_roles, 'approve');
  return reason === undefined
    ? { kind: 'done', entry: { ...entry, state: 'active', approved: { by, at } } }
    : refused(reason);
}

/** From now on, not from when it would have ended: nobody can lay up years. */
export function extend(entry: LocalEntry, { by, at, rules }: Asked): Step {
  if (!isActive(entry, at)) return refused(`it is ${entry.state === 'active' ? 'expired' : entry.state}`);
  const reason = notAnother(entry, by, rules.local_entries.extend_roles, 'extend');
  if (reason !== undefined) return refused(reason);
  const expiresAt = later(at, rules.local_entries.extension_days);
  return { kind: 'done', entry: { ...entry, extended: [...entry.extended, { by, at }], expiresAt } };
}

/** By its author whatever the role, or by a role that the profile names. */
export function withdraw(entry: LocalEntry, { by, at, rules }: Asked): Step {
  if (entry.ended !== undefined) return refused(`it is ${entry.state}`);
  if (!isSame(entry.entered.by, by) && !rules.local_entries.withdraw_roles.includes(by.role))
    return refused(mayNot(by.role, 'withdraw'));
  return { kind: 'done', entry: { ...entry, state: 'withdrawn', ended: { at, by } } };
}

/** The entry as time has left it: the same, or expired. */
export function aged(entry: LocalEntry, now: WallInstant): LocalEntry {
  return entry.ended === undefined && isPast(entry, now)
    ? { ...entry, state: 'expired', ended: { at: now, by: 'unit' } }
    : entry;
}

/** Whether it is matched. */
export function isActive(entry: LocalEntry, now: WallInstant): boolean {
  return entry.state === 'active' && !isPast(entry, now);
}

/** Who may see local entries: the roles that are named, and those that decide on them. */
export function maySee({ role }: Person, { local_entries: rules }: Profile): boolean {
  const { see_roles, approve_roles, extend_roles, withdraw_roles } = rules;
  return [see_roles, approve_roles, extend_roles, withdraw_roles].some((each) => each.includes(role));
}

/** The entry as a hit shows it. */
export function listedOf(entry: LocalEntry, list: string): HotListEntry {
  const { id, text, region, alertClass, note, vehicle, entered, approved, caseNumber, synopsis, expiresAt } = entry;
  return {
    list,
    entryId: id,
    text,
    alertClass,
    note,
    ...(region === undefined ? {} : { region }),
    ...(vehicle === undefined ? {} : { vehicle }),
    local: { enteredBy: entered.by.name, caseNumber, synopsis, approvedBy: approved?.by.name ?? '', expiresAt },
  };
}

function isPast({ expiresAt }: LocalEntry, now: WallInstant): boolean {
  return now.epochMs >= expiresAt.epochMs;
}

function later({ epochMs, quality }: WallInstant, days: number): WallInstant {
  return { epochMs: epochMs + days * DAY_MS, quality };
}

function notAnother(entry: LocalEntry, by: Person, roles: readonly Role[], what: string): string | undefined {
  if (!roles.includes(by.role)) return mayNot(by.role, what);
  return isSame(entry.entered.by, by) ? `who entered it can not ${what} it` : undefined;
}

/** Accounts are persons (POLICY.md A1); a name is one whatever its capitals and spaces. */
function isSame(one: Person, other: Person): boolean {
  const name = (person: Person) => person.name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return name(one) === name(other);
}

function mayNot(role: Role, what: string): string {
  return `the role ${role} may not ${what} local entries`;
}

function refused(reason: string): Step {
  return { kind: 'refused', reason };
}
