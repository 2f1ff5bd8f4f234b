/**
 * Commands from the broker: whoever can send on its topics is nobody until a key of the unit's keyring says otherwise. The order
 * of the questions is the point of this file; nothing is parsed before its signature holds, and nothing is done before
 * all are answered: signed by a key for commands; whole and in the one byte form; for this unit; by the person and in the role
 * of the key; an action that is known, and permitted to the role; not seen before; begun and not expired. Then it is recorded, taken
 * for ever, and carried out.
 *
 * Time: a command that may have expired has expired: the clock's uncertainty counts against it. Where nobody vouches for the
 * clock and it has no bound, only those actions are carried out that do no harm late (`atAnyTime`).
 *
 * What is refused is counted. The audit log gets one record a minute for each reason with how many they were, so that nobody who
 * floods the broker fills the disk. Of what was not signed nothing is kept, neither content nor id.
 */
import type { Command, CommandHandler, CommandOutcome, CommandResult } from '../domain/command.ts';
import { faultOf } from '../domain/fault.ts';
import type { WallInstant } from '../domain/instant.ts';
import type { Person, Role } from '../domain/role.ts';
import type { Tally } from '../domain/tally.ts';
import type { Audit } from '../ports/audit.ts';
import type { CommandMemory } from '../ports/command-memory.ts';
import type { NamedUnit } from './checkpoint.ts';
import type { Keyring, Signed } from './keyring.ts';

export interface CommandCodec {
  /** Undefined: not a signed command in its one byte form. */
  signed(payload: Uint8Array): Signed | undefined;
  /** Undefined: no command. */
  command(body: Uint8Array): Command | undefined;
}

/** An action that this unit carries out. */
export interface Permitted {
  readonly roles: readonly Role[];
  /** Also where the unit does not know the time. */
  readonly atAnyTime?: boolean;
  readonly handler: CommandHandler;
}

export interface CommandDeskOptions {
  readonly unit: NamedUnit;
  readonly keyring: Keyring;
  readonly codec: CommandCodec;
  readonly actions: ReadonlyMap<string, Permitted>;
  readonly memory: CommandMemory;
  readonly audit: Audit;
  readonly tally: Tally;
  readonly now: () => WallInstant;
  readonly bytesMax: number;
}

export type Refusal =
  | 'too-large'
  | 'garbage'
  | 'not-signed'
  | 'wrong-topic'
  | 'addressee'
  | 'person'
  | 'lifetime'
  | 'unknown-action'
  | 'role'
  | 'repeated'
  | 'time-unknown'
  | 'expired'
  | 'not-yet'
  | 'too-many';

/** A command lives so long at most: as long as a broker keeps the session of a unit that is away. */
const LIFETIME_MS_MAX = 7 * 86_400_000;
/** By how much the clock of who commands may be ahead. */
const AHEAD_MS_MAX = 60_000;
/** Refusals of one kind are one record in so long. */
const NOTED_EVERY_MS = 60_000;

const statusOf: Readonly<Partial<Record<Refusal, CommandResult['status']>>> = {
  repeated: 'repeated',
  expired: 'expired',
};

const reasons: Readonly<Record<Refusal, string>> = {
  'too-large': 'larger than the unit takes',
  garbage: 'no command in its one byte form',
  'not-signed': 'not signed by a key for commands',
  'wrong-topic': 'not for this topic',
  addressee: 'for another unit',
  person: 'the key is not this person in this role',
  lifetime: 'lives longer than seven days, or ends before it begins',
  'unknown-action': 'an action that this unit does not know',
  role: 'not permitted to this role',
  repeated: 'was taken before',
  'time-unknown': 'the unit does not know the time',
  expired: 'has expired, or may have by the clock of the unit',
  'not-yet': 'issued in the future of the unit',
  'too-many': 'too many commands that have not expired',
};

export class CommandDesk {
  readonly #options: CommandDeskOptions;
  readonly #noted = new Map<Refusal, { sinceEpochMs: number; more: number }>();

  constructor(options: CommandDeskOptions) {
    this.#options = options;
  }

  /**
   * Resolves with what to answer; undefined: nothing, as nobody known asked, or it was answered a moment ago. It is taken before the
   * promise is returned, so that two may run together. Rejects with Fault `store.full` or `store.unwritable` where it can not be
   * recorded; then it was not carried out.
   */
  async receive(payload: Uint8Array, only?: string): Promise<CommandResult | undefined> {
    const { keyring, codec, actions, audit, tally, bytesMax } = this.#options;
    tally.in();
    if (payload.length > bytesMax) return this.#refuse('too-large');
    const signed = codec.signed(payload);
    if (signed === undefined) return this.#refuse('garbage');
    const by = keyring.commander(signed);
    if (by === undefined) return this.#refuse('not-signed');
    const command = codec.command(signed.body);
    if (command === undefined) return this.#refuse('garbage', by);
    const refusal = this.#whyNot(command, by, only);
    if (refusal !== undefined) return this.#refuse(refusal, by, command);
    const { id, action } = command;
    const subject = id;
    audit.record({ action: 'command.accepted', by, subject, detail: { action: action! } });
    const taken = this.#options.memory.take(command, this.#options.now().epochMs);
    if (taken !== 'taken') return this.#refuse(taken === 'seen' ? 'repeated' : 'too-many', by, command);
    const { status, detail = '', ...answer } = await carriedOut(actions.get(action!)!.handler, command, by);
    if (status === 'done') tally.out();
    else tally.drop(status);
    audit.record({ action: `command.${status}`, by, subject, detail: { action: action!, detail } });
    return { id, status, detail, ...answer };
  }

  /** Records the refusals that were counted since their last record. */
  flush(): void {
    for (const [reason, each] of this.#noted) {
      if (each.more === 0) continue;
      this.#options.audit.record({ action: 'command.refused', by: 'unit', detail: { reason, more: each.more } });
      each.more = 0;
    }
  }

  #whyNot(command: Command, by: Person, only: string | undefined): Refusal | undefined {
    const { unit, actions, memory } = this.#options;
    const { action, issuedEpochMs, expiresEpochMs } = command;
    if (command.agency !== unit.agency || command.unit !== unit.unit) return 'addressee';
    if (command.by.name !== by.name || command.by.role !== by.role) return 'person';
    const lifetimeMs = expiresEpochMs - issuedEpochMs;
    if (!(lifetimeMs > 0 && lifetimeMs <= LIFETIME_MS_MAX)) return 'lifetime';
    const permitted = action === undefined ? undefined : actions.get(action);
    if (permitted === undefined) return 'unknown-action';
    if (only !== undefined && action !== only) return 'wrong-topic';
    if (!permitted.roles.includes(by.role)) return 'role';
    if (memory.seen(command.id)) return 'repeated';
    if (expiresEpochMs <= memory.forgottenTo) return 'expired';
    return this.#untimely(command, permitted);
  }

  #untimely({ issuedEpochMs, expiresEpochMs }: Command, { atAnyTime }: Permitted): Refusal | undefined {
    const { epochMs, quality } = this.#options.now();
    if (quality.source === 'free-running' && quality.uncertaintyMs === undefined)
      return atAnyTime ? undefined : 'time-unknown';
    const uncertaintyMs = quality.uncertaintyMs ?? 0;
    if (epochMs + uncertaintyMs >= expiresEpochMs) return 'expired';
    return issuedEpochMs > epochMs + uncertaintyMs + AHEAD_MS_MAX ? 'not-yet' : undefined;
  }

  #refuse(reason: Refusal, by?: Person, command?: Command): CommandResult | undefined {
    const { audit, tally, now } = this.#options;
    tally.drop(reason);
    const { epochMs } = now();
    const noted = this.#noted.get(reason);
    if (noted !== undefined && Math.abs(epochMs - noted.sinceEpochMs) < NOTED_EVERY_MS) {
      noted.more += 1;
      return undefined;
    }
    const more = noted?.more ?? 0;
    this.#noted.set(reason, { sinceEpochMs: epochMs, more: 0 });
    audit.record({
      action: 'command.refused',
      by: by ?? 'unit',
      ...(command && { subject: command.id }),
      detail: { reason, ...(more > 0 && { more }), ...(command?.action && { action: command.action }) },
    });
    return command && { id: command.id, status: statusOf[reason] ?? 'refused', detail: reasons[reason] };
  }
}

async function carriedOut(handler: CommandHandler, { body }: Command, by: Person): Promise<CommandOutcome> {
  try {
    return await handler(body, by);
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return { status: 'failed', detail: fault.code };
  }
}
