/** What a unit does with its alerts, for as long as it runs: raises, keeps and sends them, and takes what persons say of them. */
import type { Profile } from './config/profile.ts';
import type { Config } from './config/schema.ts';
import { type AcknowledgementMessage, acknowledgementOf } from './devices/alert-codec.ts';
import type { CommandHandler } from './domain/command.ts';
import type { UnitIdentity } from './domain/detection.ts';
import type { WallInstant } from './domain/instant.ts';
import { loadSubscriptions } from './governance/alert-subscriptions.ts';
import { loadZones } from './governance/alert-zones.ts';
import { Alerts } from './governance/alerts.ts';
import type { Audit } from './ports/audit.ts';
import type { Clock } from './ports/clock.ts';
import type { Entropy } from './ports/entropy.ts';
import type { Log } from './ports/log.ts';
import type { Store } from './ports/store.ts';

export interface AlertParts {
  readonly config: Config['alerts'];
  readonly profile: Profile;
  readonly unit: UnitIdentity;
  readonly store: Store;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
  readonly now: () => WallInstant;
  readonly signal: AbortSignal;
}

export interface AlertServices {
  readonly alerts: Alerts;
  /** The action `acknowledge_alert` of a command. Rejects with the store's faults. */
  readonly acknowledge: CommandHandler;
  /** Resolves after the signal. */
  readonly running: Promise<void>;
}

/** Throws the faults of a configuration. */
export async function alertServices(parts: AlertParts): Promise<AlertServices> {
  const { config, profile, unit, store, audit, clock, entropy, log, now, signal } = parts;
  const zones = config.zones === '' ? [] : await loadZones(config.zones);
  const subscriptions = config.subscriptions === '' ? undefined : await loadSubscriptions(config.subscriptions, zones);
  const { classes, unmutable } = profile.alerts;
  const alerts = new Alerts({
    ...{ store, audit, clock, entropy, log, now, unit },
    raising: { classes, unmutable, zones, subscriptions, expireMs: config.expire_ms },
    acting: profile.alerts,
    muted: config.muted,
    againMs: config.again_ms,
    resendMs: config.resend_ms,
    unfinishedMs: config.unfinished_ms,
  });
  return {
    alerts,
    async acknowledge(body, person) {
      const said = acknowledgementOf(body as AcknowledgementMessage);
      if (typeof said === 'string') return { status: 'refused', detail: said };
      const outcome = alerts.acknowledge(said, person, now());
      return outcome.kind === 'done'
        ? { status: 'done', detail: outcome.state }
        : { status: 'refused', detail: outcome.reason };
    },
    running: alerts.tend(signal),
  };
}
