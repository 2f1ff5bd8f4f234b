/**
 * The alerts of a unit: raises one for a vehicle that hit, keeps those that have not ended, takes what persons say of them,
 * sends anew what nobody has seen, lets expire what nobody came for, and forgets what was purged. Each change is stored with its message in one
 * transaction and recorded in the audit log by the alert's id.
 *
 * Within a boot it counts time by the monotonic clock, so a calendar that jumps neither expires an alert nor keeps it; only an
 * alert from before a restart goes by what the calendar says is left of its time, and then at most by all of it.
 *
 * An alert on what was read before anybody looked for it (`isPast`) is told once: it makes no sound and lights no lamp, is not sent anew,
 * stands as long as one that was seen, and keeps no vehicle that passes now from being told.
 *
 * What a person says is taken as a whole, or not at all but for the one thing that is true anyhow: the alert was seen.
 */
import { type Acknowledgement, type Alert, type AlertCall, type AlertState, isOpen, isPast } from '../domain/alert.ts';
import type { AlertClass } from '../domain/alert-class.ts';
import type { UnitIdentity } from '../domain/detection.ts';
import { Fault, faultOf } from '../domain/fault.ts';
import { uuidV7 } from '../domain/identifier.ts';
import { type MonotonicMs, monotonicMs, type WallInstant } from '../domain/instant.ts';
import type { MatchedDetection } from '../domain/matched.ts';
import type { Person } from '../domain/role.ts';
import type { Audit, AuditAction } from '../ports/audit.ts';
import type { Clock } from '../ports/clock.ts';
import type { Entropy } from '../ports/entropy.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { type AlertAct, type AlertRules, advance, expire, isRefused, type Refusal } from './alert.ts';
import { alertFor, type RaisingRules, Told } from './alert-raising.ts';
import type { PastSighting } from './past-reads.ts';

export interface AlertsTools {
  readonly store: Pick<Store, 'putAlert' | 'openAlerts' | 'backlog'>;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
  /** The calendar, as the unit knows it best. */
  readonly now: () => WallInstant;
  readonly unit: UnitIdentity;
  readonly raising: RaisingRules;
  readonly acting: AlertRules;
  /** Classes that make no sound on the unit. */
  readonly muted: readonly AlertClass[];
  readonly againMs: number;
  readonly resendMs: number;
  /** An alert that was seen but not ended expires after so long without a word. */
  readonly unfinishedMs: number;
}

export type AcknowledgementOutcome =
  | { readonly kind: 'done'; readonly state: AlertState }
  /** @property seen whether it counts as seen all the same. */
  | { readonly kind: 'refused'; readonly reason: string; readonly seen: boolean };

/** An open alert, with what is counted of it in this boot. */
interface Standing {
  readonly alert: Alert;
  readonly raised: MonotonicMs;
  readonly expires: MonotonicMs;
  readonly sent: MonotonicMs;
}

const TICK_MS = 1000;
/** With a purge every quarter of a minute, nothing stands in memory a minute after it was due (POLICY.md R1). */
const FORGET_EVERY_MS = 30_000;

export class Alerts {
  readonly #tools: AlertsTools;
  readonly #told: Told;
  readonly #open = new Map<string, Standing>();
  #failing: Fault | undefined;
  #forgotAt: MonotonicMs;

  /** Takes up what an earlier boot left open. Throws Fault `config.invalid-value` when something is muted that may not be. */
  constructor(tools: AlertsTools) {
    const barred = tools.muted.find((each) => tools.raising.unmutable.includes(each));
    if (barred !== undefined)
      throw new Fault('config.invalid-value', `alerts.muted: the profile lets nobody mute ${barred}.`);
    this.#tools = tools;
    this.#told = new Told(tools.againMs);
    const now = tools.clock.monotonic();
    this.#forgotAt = now;
    for (const each of tools.store.openAlerts()) {
      const alert = { ...each, unit: tools.unit };
      if (!isPast(alert)) this.#told.add(alert, now);
      const whole = this.#lifeMs(alert);
      const leftMs = each.seen ? whole : each.expiresAt.epochMs - tools.now().epochMs;
      const expires = monotonicMs(now + Math.min(whole, Math.max(0, leftMs)));
      this.#open.set(alert.id, { alert, raised: now, expires, sent: now });
    }
  }

  /** The alert that the detection is stored with; undefined: there is none. */
  raise(matched: Omit<MatchedDetection, 'alert'>): Alert | undefined {
    if (matched.hits.length === 0) return undefined;
    const { unit, raising, now, clock } = this.#tools;
    const alert = alertFor(matched, { unit, now: now(), rules: raising });
    return alert && !this.#told.covers(alert, clock.monotonic()) ? alert : undefined;
  }

  /** Tells that a detection is stored; from here on its alert stands. */
  stored({ matched: { alert }, sequence }: { readonly matched: MatchedDetection; readonly sequence: bigint }): void {
    if (alert !== undefined) this.#stands({ ...alert, detectionSequence: sequence });
  }

  /**
   * Puts before persons what a read that is kept meets now, and did not when it was read: by itself, whatever was told of that read. What
   * stands already is not told again. Throws the store's faults; then nothing has changed.
   */
  raiseLater({ detection, hits, sequence, earlier }: PastSighting): void {
    const { unit, raising, now, clock, store, entropy } = this.#tools;
    const raisedAt = now();
    const made = alertFor({ detection, hits }, { unit, now: raisedAt, rules: raising });
    if (made === undefined || this.#isTold(made, sequence)) return;
    if (!isPast(made) && this.#told.covers(made, clock.monotonic())) return;
    const alert: Alert = {
      ...made,
      id: uuidV7(raisedAt.epochMs, entropy.bytes(10)),
      detectionSequence: sequence,
      expiresAt: { ...raisedAt, epochMs: raisedAt.epochMs + this.#lifeMs(made) },
      ...(earlier.length > 0 && { earlierSequences: earlier }),
    };
    store.putAlert(alert);
    this.#stands(alert);
  }

  /** Throws the store's faults; then nothing has changed. */
  acknowledge(said: Acknowledgement, person: Person, now: WallInstant): AcknowledgementOutcome {
    const { audit, acting } = this.#tools;
    const standing = this.#open.get(said.alertId);
    const refuse = (reason: string, seen = false): AcknowledgementOutcome => {
      audit.record({ action: 'alert.refused', by: person, subject: subjectOf(standing), detail: { reason } });
      return { kind: 'refused', reason, seen };
    };
    if (standing === undefined) return refuse('there is no such alert, or it has ended');
    if (said.person !== undefined && said.person !== person.name) return refuse('somebody else signed it');
    const who = { by: person, at: now };
    const { alert } = standing;
    const seen = alert.state === 'raised' ? advance(alert, { kind: 'see' }, who, acting) : alert;
    if (isRefused(seen)) return refuse(seen.refused);
    const acts = actsOf(said);
    const moved = typeof acts === 'string' ? { refused: acts } : this.#movedBy(seen, acts, said, who);
    const news = isRefused(moved) ? seen : moved;
    if (news !== alert) {
      for (const [action, detail] of changes(alert, news)) this.#record(action, alert, person, detail);
      this.#put(standing, news);
    }
    return isRefused(moved) ? refuse(moved.refused, true) : { kind: 'done', state: moved.state };
  }

  /** What calls for a person now: alerts that nobody has seen. */
  calls(): readonly AlertCall[] {
    const { muted } = this.#tools;
    return [...this.#open.values()]
      .filter(({ alert }) => calls(alert))
      .map(({ alert: { hits, priority }, raised }) => ({
        priority,
        audible: hits.some(({ entry }) => !muted.includes(entry.alertClass)),
        since: raised,
      }));
  }

  /** Sends anew and lets expire, until the signal aborts. */
  async tend(signal: AbortSignal): Promise<void> {
    const { clock } = this.#tools;
    while (!signal.aborted) {
      this.#attempt(() => this.#tick(clock.monotonic()));
      await clock.sleep(TICK_MS, signal).catch(() => undefined);
    }
  }

  #tick(now: MonotonicMs): void {
    const { store, resendMs } = this.#tools;
    if (now - this.#forgotAt >= FORGET_EVERY_MS) this.#forget(now);
    for (const standing of [...this.#open.values()]) {
      const { alert, expires, sent } = standing;
      if (now >= expires) {
        const expired = expire(alert);
        if (isRefused(expired)) continue;
        this.#record('alert.expired', alert, 'unit', { state: alert.state });
        this.#put(standing, expired);
      } else if (calls(alert) && now - sent >= resendMs && store.backlog('alert').messages === 0) {
        // While messages wait the broker has not had the first yet, and more of them would help nobody.
        this.#put(standing, { ...alert, resends: alert.resends + 1 });
      }
    }
  }

  /** What the store keeps no more, nor the texts that were told of, stay here. */
  #forget(now: MonotonicMs): void {
    this.#forgotAt = now;
    this.#told.forget(now);
    if (this.#open.size === 0) return;
    const kept = new Set(this.#tools.store.openAlerts().map(({ id }) => id));
    for (const id of [...this.#open.keys()]) if (!kept.has(id)) this.#open.delete(id);
  }

  #movedBy(
    from: Alert,
    acts: readonly AlertAct[],
    { movesTo }: Acknowledgement,
    who: { readonly by: Person; readonly at: WallInstant },
  ): Alert | Refusal {
    let alert = from;
    for (const act of acts) {
      const next = advance(alert, act, who, this.#tools.acting);
      if (isRefused(next)) return next;
      alert = next;
    }
    if (movesTo !== undefined && movesTo !== alert.state)
      return { refused: `what is said leads to ${alert.state}, not to ${movesTo}` };
    return alert;
  }

  #put(standing: Standing, alert: Alert): void {
    const { store, clock } = this.#tools;
    store.putAlert(alert);
    const now = clock.monotonic();
    if (!isOpen(alert)) this.#open.delete(alert.id);
    else if (alert.state === 'raised') this.#open.set(alert.id, { ...standing, alert, sent: now });
    else this.#open.set(alert.id, { ...standing, alert, expires: monotonicMs(now + this.#lifeMs(alert)) });
  }

  /** From here on the alert is before people. A log that is full keeps none from them. */
  #stands(alert: Alert): void {
    const now = this.#tools.clock.monotonic();
    if (!isPast(alert)) this.#told.add(alert, now);
    this.#open.set(alert.id, { alert, raised: now, expires: monotonicMs(now + this.#lifeMs(alert)), sent: now });
    this.#attempt(() =>
      this.#record('alert.raised', alert, 'unit', { priority: alert.priority, hits: alert.hits.length }),
    );
  }

  /** Whether an alert on this detection that says as much is open. */
  #isTold({ hits }: Alert, sequence: bigint): boolean {
    const standing = [...this.#open.values()].filter(({ alert }) => alert.detectionSequence === sequence);
    return standing.some(({ alert }) =>
      hits.every(({ entry }) =>
        alert.hits.some(
          ({ entry: { list, entryId, text } }) =>
            list === entry.list && entryId === entry.entryId && text === entry.text,
        ),
      ),
    );
  }

  /** How long it stays open when nothing comes. */
  #lifeMs(alert: Alert): number {
    return calls(alert) ? this.#tools.raising.expireMs : this.#tools.unfinishedMs;
  }

  #record(action: AuditAction, { id }: Alert, by: Person | 'unit', detail: Detail): void {
    this.#tools.audit.record({ action, by, subject: id, detail });
  }

  /** What the disk refuses now is tried again with the next tick, or not needed. */
  #attempt(work: () => void): void {
    try {
      work();
      this.#failing = undefined;
    } catch (error) {
      const fault = faultOf(error);
      if (!fault?.passes) throw error;
      if (fault.code !== this.#failing?.code) this.#tools.log.event('error', fault.code, { detail: fault.detail });
      this.#failing = fault;
    }
  }
}

/** Whether it wants a person now. */
function calls(alert: Alert): boolean {
  return alert.state === 'raised' && !isPast(alert);
}

type Detail = Readonly<Record<string, string | number | boolean>>;

/** The acts that an acknowledgement stands for, in their order; or what is wrong with it. */
function actsOf(said: Acknowledgement): readonly AlertAct[] | string {
  const { disposition, outcome, misreadPositions, misreadAs } = said;
  const acts: AlertAct[] = said.confirms.map((what) => ({ kind: 'confirm', what }));
  if (said.dispatch) acts.push({ kind: 'confirm-dispatch', ...said.dispatch });
  if (disposition === undefined || disposition === 'confirmed') {
    if (disposition !== undefined && outcome === undefined) return 'a confirmed alert ends with what came of it';
    if (misreadPositions ?? misreadAs) return 'wrong places are of a misread';
    if (outcome !== undefined) acts.push({ kind: 'close', outcome });
  } else {
    if (outcome !== undefined) return 'an outcome is of a confirmed alert';
    const places = { ...(misreadPositions && { misreadPositions }), ...(misreadAs !== undefined && { misreadAs }) };
    acts.push({ kind: 'dismiss', disposition, ...places });
  }
  return acts;
}

/** What the audit log says of it. */
function changes(before: Alert, after: Alert): readonly (readonly [AuditAction, Detail])[] {
  const all: (readonly [AuditAction, Detail])[] = [];
  if (after.seen && !before.seen) all.push(['alert.seen', {}]);
  for (const what of ['characters', 'state', 'vehicle'] as const)
    if (after.confirmed[what] && !before.confirmed[what]) all.push(['alert.confirmed', { what }]);
  if (after.dispatch && !before.dispatch)
    all.push(['alert.dispatch-confirmed', { confirmedBy: after.dispatch.confirmedBy }]);
  if (after.ended && !before.ended) {
    const { disposition, outcome } = after.ended;
    all.push(['alert.ended', { disposition, ...(outcome && { outcome }) }]);
  }
  return all;
}

function subjectOf(standing: Standing | undefined): string {
  return standing?.alert.id ?? 'unknown';
}
