/**
 * A profile: what one agency's policy asks of its units, as data. Every value stands beside the clause that asks for it; one that
 * the policy leaves open is the strictest of the five agencies' and says so (`open = true`). A unit runs under exactly one. A
 * rule that no key here expresses is a rule that nothing enforces.
 *
 * A clause is written as the policy numbers it (`IV.I.4`), behind the id of its profile where it is another's (`leroy IV.I.4`);
 * several are parted by semicolons, and a colon begins a remark.
 *
 * The profiles that come with the program are in `profiles/`; another agency copies one and edits it.
 */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { alertClasses } from '../domain/alert-class.ts';
import { Fault } from '../domain/fault.ts';
import { barredPurposes, listSources } from '../domain/hot-list.ts';
import { roles } from '../domain/role.ts';
import { checkedBy, isTable, readTable, type Table } from './toml.ts';

/** A value with the clause that it comes from. */
function cited<S extends z.ZodType>(value: S) {
  return z
    .strictObject({
      value,
      clause: z.string().min(1),
      // The policy leaves it open, in whole or beyond what it does state; `clause` then names whose value this is.
      open: z.boolean().optional(),
      stated: value.optional(),
    })
    .transform((each) => (each as { readonly value: z.output<S> }).value);
}

const hours = z.number().int().min(1).max(87_600);
const days = z.number().int().min(1).max(365);
const roleList = z.array(z.enum(roles)).min(1);
/** What a local entry must say beside the plate (POLICY.md H3). */
export const entryFacts = ['entering-member', 'case-number', 'synopsis'] as const;
/** What isp V.B and leroy III.H let nobody mute; no profile may (POLICY.md U5). */
const neverMuted = ['felony-vehicle', 'stolen-vehicle', 'amber', 'silver'] as const;
/** How long a record is kept: hours, or for as long as the unit lives. */
const term = z.union([hours, z.literal('permanent')]);

export const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
  agency: z.string().min(1),
  policy: z.string().min(1), // title, number and date of the text
  retention: z.strictObject({
    detections_hours: cited(hours), // R1
    hits: cited(term), // R2: hit and alert records, without pictures
    searches: cited(term), // R2
    audit: cited(term), // O1
  }),
  delivery: z.strictObject({ limit_hours: cited(hours.max(720)) }), // U8
  disk: z.strictObject({
    // What is given up first when the disk fills, in order; an alert that was not sent is never given up.
    drop_first: cited(
      z.array(z.enum(['delivered-context-images', 'delivered-detections', 'waiting-context-images'])).min(1),
    ),
  }),
  hot_list: z.strictObject({
    sources: cited(z.array(z.enum(listSources)).min(1)), // H1
    motor_carrier_sources: cited(z.array(z.enum(listSources)).min(1)), // U7
    refresh_hours: cited(hours), // H2
    barred_purposes: cited(z.array(z.enum(barredPurposes)).min(1)), // H9
  }),
  local_entries: z.strictObject({
    required: cited(z.array(z.enum(entryFacts)).min(1)), // H3
    partial_plates: cited(z.boolean()), // H4: as watch entries
    partial_major_crimes_only: cited(z.boolean()), // H4
    days_max: cited(days), // H5
    extension_days: cited(days), // H5
    enter_roles: cited(roleList), // H8
    approve_roles: cited(roleList), // H6
    extend_roles: cited(roleList), // H5
    withdraw_roles: cited(roleList), // H7: beside the entry's author
    see_roles: cited(roleList), // H8
  }),
  alerts: z
    .strictObject({
      classes: cited(z.array(z.enum(alertClasses)).min(1)), // U5
      unmutable: cited(z.array(z.enum(alertClasses))), // U5
      confirm: cited(z.array(z.enum(['characters', 'state', 'vehicle'])).min(1)), // V1
      dispatch_confirmation: cited(z.boolean()), // V2
      act_roles: cited(roleList), // who may see, confirm and end an alert
    })
    .refine(({ unmutable }) => neverMuted.every((each) => unmutable.includes(each)), {
      path: ['unmutable'],
      message: `holds at least ${neverMuted.join(', ')}`,
    })
    .refine(({ classes, unmutable }) => unmutable.every((each) => classes.includes(each)), {
      path: ['classes'],
      message: 'what nobody may mute is alerted on',
    }),
  access: z.strictObject({
    list_roles: cited(roleList), // A2: who may send a unit its hot lists
    health_roles: cited(roleList), // A2: who may ask a unit how it is
    evidence_roles: cited(roleList), // R3: who may take evidence from a unit
    audit_roles: cited(roleList), // O2: who may see what it has kept of hits and searches
    key_roles: cited(roleList), // A2: who may change its key
  }),
  search: z.strictObject({
    case_number: cited(z.enum(['required', 'or-investigation'])), // S1
    reason: cited(z.boolean()), // S1
    purposes: cited(z.array(z.string().min(1)).min(1)), // S3
    purposes_by_written_approval: cited(z.array(z.string().min(1))), // S3: the chief's, for each search
    past_reads_hours: cited(hours), // a new entry is run over what was read so far back
    roles: cited(roleList), // A2
    rows_max: cited(z.number().int().min(1).max(10_000)), // S5
  }),
});

export type Profile = z.infer<typeof profileSchema>;

/** Ids of the profiles that come with the program. */
export const shippedProfiles = ['bloomington', 'isp', 'leroy', 'oakpark', 'schaumburg'] as const;

/** One value of a profile as its file has it. */
export interface Cited {
  /** Dotted: `retention.detections_hours`. */
  readonly key: string;
  readonly value: unknown;
  readonly clause: string;
  readonly open: boolean;
  /** What the policy itself says of it: undefined where it says nothing. */
  readonly stated: unknown;
}

const folder = fileURLToPath(new URL('./profiles', import.meta.url));

/** @param profile path of a profile, or the id of a shipped one. Throws the faults of a configuration, also when it names none. */
export async function loadProfile(profile: string): Promise<Profile> {
  return (await loadCited(profile)).profile;
}

/** As `loadProfile`, with the clause of every value, in the file's order. */
export async function loadCited(
  profile: string,
): Promise<{ readonly profile: Profile; readonly values: readonly Cited[] }> {
  if (profile === '')
    throw new Fault(
      'config.invalid-value',
      `profile: a unit runs under one policy: ${shippedProfiles.join(', ')}, or a file.`,
    );
  const path = isShipped(profile) ? `${folder}/${profile}.toml` : profile;
  const table = await readTable(path);
  return { profile: checkedBy(profileSchema, table, path), values: citedIn(table) };
}

function citedIn(table: Table): Cited[] {
  return Object.entries(table).flatMap(([name, section]) =>
    isTable(section)
      ? Object.entries(section as Record<string, Omit<Cited, 'key' | 'open'> & { readonly open?: boolean }>).map(
          ([key, { value, clause, open = false, stated }]) => ({
            key: `${name}.${key}`,
            value,
            clause,
            open,
            stated: open ? stated : value,
          }),
        )
      : [],
  );
}

/** Whether it is the id of a shipped profile, and no path. */
export function isShipped(profile: string): boolean {
  return (shippedProfiles as readonly string[]).includes(profile);
}
