/**
 * Subscriptions (POLICY.md U6): who wants to be told of which classes in which zones, from one TOML file. What the profile
 * lets nobody mute goes to everyone, whatever anyone subscribed to. Where there is no file, everything goes to everyone.
 *
 *     [[subscription]]
 *     name = "car-12"                                # an account, a car, a desk
 *     classes = ["stolen-plate", "wanted-person"]
 *     zones = ["downtown"]                           # empty: everywhere
 *
 * A vehicle whose place is not known may be anywhere, so it counts as inside every zone.
 */
import { z } from 'zod';
import { checkedBy, readTable } from '../config/toml.ts';
import type { Audience } from '../domain/alert.ts';
import { type AlertClass, alertClasses } from '../domain/alert-class.ts';
import { Fault } from '../domain/fault.ts';
import type { Position } from '../domain/fix.ts';
import type { Zone } from './alert-zones.ts';

const schema = z.strictObject({
  subscription: z.array(
    z.strictObject({
      name: z.string().min(1).max(64),
      classes: z.array(z.enum(alertClasses)).min(1),
      zones: z.array(z.string()),
    }),
  ),
});

export type Subscription = z.infer<typeof schema>['subscription'][number];

/** Throws the faults of a configuration, also when a zone is named that is not there. */
export async function loadSubscriptions(path: string, zones: readonly Zone[]): Promise<readonly Subscription[]> {
  const { subscription } = checkedBy(schema, await readTable(path), path);
  for (const { name, zones: wanted } of subscription) {
    const missing = wanted.find((each) => !zones.some((zone) => zone.name === each));
    if (missing !== undefined)
      throw new Fault('config.invalid-value', `${path}, subscription ${name}: there is no zone "${missing}".`);
  }
  return subscription;
}

export interface AudienceRules {
  readonly zones: readonly Zone[];
  /** Undefined: nobody has subscribed to anything. */
  readonly subscriptions: readonly Subscription[] | undefined;
  readonly unmutable: readonly AlertClass[];
}

/** For whom an alert of these classes at this place is; undefined: nobody asks for it. */
export function audienceOf(
  classes: readonly AlertClass[],
  place: Position | undefined,
  { zones, subscriptions, unmutable }: AudienceRules,
): Audience | undefined {
  const here = place === undefined ? [] : zones.filter((zone) => zone.contains(place)).map(({ name }) => name);
  const asks = (each: Subscription) =>
    each.classes.some((wanted) => classes.includes(wanted)) &&
    (each.zones.length === 0 || place === undefined || each.zones.some((zone) => here.includes(zone)));
  const everyone = subscriptions === undefined || classes.some((each) => unmutable.includes(each));
  const subscribers = [...new Set(subscriptions?.filter(asks).map(({ name }) => name))];
  return everyone || subscribers.length > 0 ? { everyone, subscribers, zones: here } : undefined;
}
