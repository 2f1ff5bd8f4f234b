/** A command: what a person tells a unit to do, from afar (POLICY.md A1, A2). It names the unit, ends, and is carried out once. */
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

/** What became of a command. */
export interface CommandResult {
  readonly id: string;
  readonly status: CommandStatus;
  /** For a person; holds no plate. */
  readonly detail: string;
  /** Ids of what a search found, newest first. */
  readonly detections?: readonly string[];
}

/** What carrying out an action came to. */
export interface CommandOutcome {
  readonly status: 'done' | 'refused' | 'failed';
  readonly detail?: string;
  readonly detections?: readonly string[];
}

/** Carries out one action for a person whose right to it was proven; what it refuses by itself it says. */
export type CommandHandler = (body: unknown, by: Person) => Promise<CommandOutcome>;
