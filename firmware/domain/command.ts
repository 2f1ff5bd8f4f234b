/** A command: what a person tells a unit to do, from afar (POLICY.md A1, A2). It names the unit, ends, and is carried out once. */
import type { Hold } from './hold.ts';
import type { PurgeReport } from './purge-report.ts';
import type { Person } from './role.ts';

export interface Command {
  /** Unique for ever. */
  readonly id: string;
  readonly agency: string;
  readonly unit: string;
  readonly by: { readonly name: string; readonly role: string };
  readonly issuedEpochMs: number;
  readonly expiresEpochMs: number;
  /** Its name on the wire, such as `send_health`; undefined: one that this program does not know. */
  readonly action: string | undefined;
  /** What the action holds, as its codec gives it. */
  readonly body: unknown;
}

export type CommandStatus = 'done' | 'refused' | 'expired' | 'repeated' | 'failed';

/** What an action tells beside its end; holds no plate. */
export interface CommandAnswer {
  /** Ids of what a search found, newest first. */
  readonly detections?: readonly string[];
  readonly holds?: readonly Hold[];
  readonly purges?: readonly PurgeReport[];
}

/** What became of a command. */
export interface CommandResult extends CommandAnswer {
  readonly id: string;
  readonly status: CommandStatus;
  /** For a person; holds no plate. */
  readonly detail: string;
}

/** What carrying out an action came to. */
export interface CommandOutcome extends CommandAnswer {
  readonly status: 'done' | 'refused' | 'failed';
  readonly detail?: string;
}

/** Carries out one action for a person whose right to it was proven; what it refuses by itself it says. */
export type CommandHandler = (body: unknown, by: Person) => Promise<CommandOutcome>;
