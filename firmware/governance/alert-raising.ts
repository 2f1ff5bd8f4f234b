/**
 * From hits to an alert (POLICY.md U4 to U6). A vehicle is one alert, however many frames saw it and however many entries it
 * met: the hits of the profile's classes, the most urgent first, an exact one before a fuzzy or partial one, a fresh list
 * before a stale one; each keeps its labels.
 *
 * One alert a vehicle, not one a passing: for `againMs` after an alert nothing new is told of the same entry and the same
 * text, nor of the same entry under another text once it was met exactly. A further entry, or an exact meeting after a fuzzy
 * one, is news, and raises an alert with all hits. The time runs from the raising, so a vehicle that stays is told again.
 *
 * Where all hits are past, what is told is where the vehicle was: the lowest priority, whatever the class.
 *
 * A hit that nobody asks for (alert-subscriptions.ts) or of a class that the profile does not alert on gives none.
 */
import { type Alert, type AlertedRead, isPast } from '../domain/alert.ts';
import { type AlertClass, priorityOf, rankOf } from '../domain/alert-class.ts';
import type { UnitIdentity } from '../domain/detection.ts';
import type { Hit } from '../domain/hit.ts';
import type { MonotonicMs, WallInstant } from '../domain/instant.ts';
import type { KeptRead } from '../domain/matched.ts';
import { type AudienceRules, audienceOf } from './alert-subscriptions.ts';

export interface RaisingRules extends AudienceRules {
  /** What the profile alerts on. */
  readonly classes: readonly AlertClass[];
  /** An alert that nobody has seen for so long expires. */
  readonly expireMs: number;
}

/** The alert for it, whatever was told before; undefined: none. */
export function alertFor(
  { detection, hits }: { readonly detection: KeptRead; readonly hits: readonly Hit[] },
  { unit, now, rules }: { unit: UnitIdentity; now: WallInstant; rules: RaisingRules },
): Alert | undefined {
  const told = hits.filter(({ entry }) => rules.classes.includes(entry.alertClass)).sort(byUrgency);
  const [first] = told;
  const audience = audienceOf(
    told.map(({ entry }) => entry.alertClass),
    detection.fix.position,
    rules,
  );
  if (first === undefined || audience === undefined) return undefined;
  return {
    id: detection.id,
    unit,
    state: 'raised',
    detection: readOf(detection),
    hits: told,
    priority: isPast({ hits: told }) ? 'low' : priorityOf(first.entry.alertClass, rules.unmutable),
    audience,
    raisedAt: now,
    expiresAt: { ...now, epochMs: now.epochMs + rules.expireMs },
    resends: 0,
    confirmed: {},
  };
}

const kinds: readonly Hit['kind'][] = ['exact', 'fuzzy', 'partial'];

function byUrgency(a: Hit, b: Hit): number {
  return (
    rankOf(a.entry.alertClass) - rankOf(b.entry.alertClass) ||
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    Number(a.listStale) - Number(b.listStale)
  );
}

function readOf(detection: KeptRead): AlertedRead {
  const { id, camera, plate, confidence, region, wall, fix, plateImage } = detection;
  const unknownPositions = detection.characters.flatMap(({ unknown }, place) => (unknown ? [place] : []));
  return { id, camera, plate, confidence, region, wall, fix, plateImage, unknownPositions };
}

/** What was told within the last `againMs`. */
export class Told {
  readonly #againMs: number;
  /** When each entry was told of last: by the text that met it, and by itself once met exactly. */
  readonly #at = new Map<string, MonotonicMs>();

  constructor(againMs: number) {
    this.#againMs = againMs;
  }

  /** Whether nothing in it is news. */
  covers(alert: Alert, now: MonotonicMs): boolean {
    const recent = (key: string) => now - (this.#at.get(key) ?? Number.NEGATIVE_INFINITY) < this.#againMs;
    return alert.hits.every((hit) => recent(keyOf(hit, alert)) || recent(exactly(hit)));
  }

  /** What was told longer ago. */
  forget(now: MonotonicMs): void {
    for (const [key, at] of this.#at) if (now - at >= this.#againMs) this.#at.delete(key);
  }

  add(alert: Alert, now: MonotonicMs): void {
    for (const hit of alert.hits) {
      this.#at.set(keyOf(hit, alert), now);
      if (hit.kind === 'exact') this.#at.set(exactly(hit), now);
    }
  }
}

function keyOf(hit: Hit, { detection: { plate } }: Alert): string {
  return `${exactly(hit)}\0${plate.reveal()}`;
}

/** A record can list several plates under one number, and a fresh list gives the number to another: the listing is its text too. */
function exactly({ entry }: Hit): string {
  return `${entry.list}\0${entry.entryId}\0${entry.text}`;
}
