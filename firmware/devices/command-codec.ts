/**
 * Commands and their results on the wire. A signed command has one byte form: what holds the same body and signature in other bytes
 * is no command, so that of two payloads that differ at most one is ever taken.
 */
import { type KeyObject, sign } from 'node:crypto';
import { alpr } from '../../proto/generated/alpr.js';
import type { Command, CommandResult, CommandStatus } from '../domain/command.ts';
import type { UnitIdentity } from '../domain/detection.ts';
import { Fault } from '../domain/fault.ts';
import type { WallInstant } from '../domain/instant.ts';
import type { Person } from '../domain/role.ts';
import { instant, origin } from './alpr-codec.ts';
import { heldMessage, purgeMessage } from './store-command-codec.ts';

const { v1 } = alpr;

const statusOnWire: Readonly<Record<CommandStatus, alpr.v1.CommandStatus>> = {
  done: v1.CommandStatus.COMMAND_STATUS_DONE,
  refused: v1.CommandStatus.COMMAND_STATUS_REFUSED,
  expired: v1.CommandStatus.COMMAND_STATUS_EXPIRED,
  repeated: v1.CommandStatus.COMMAND_STATUS_REPEATED,
  failed: v1.CommandStatus.COMMAND_STATUS_FAILED,
};

export interface SignedBytes {
  readonly body: Uint8Array;
  readonly signature: Uint8Array;
  readonly keyId: string;
}

/** Undefined: no signed command in its one byte form. */
export function signedOf(payload: Uint8Array): SignedBytes | undefined {
  try {
    const { body, signature, keyId } = v1.SignedCommand.decode(payload);
    const again = v1.SignedCommand.encode({ body, signature, keyId }).finish();
    return Buffer.compare(again, payload) === 0 ? { body, signature, keyId } : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined: no command, or one without an id or a time that it needs. */
export function commandOf(body: Uint8Array): Command | undefined {
  let read: alpr.v1.Command;
  try {
    read = v1.Command.decode(body);
  } catch {
    return undefined;
  }
  const { commandId: id, agency, unit, person: name, role, issuedAt, expiresAt, action } = read;
  if (!/^[A-Za-z0-9._-]{8,64}$/.test(id) || !issuedAt || !expiresAt) return undefined;
  return {
    id,
    agency,
    unit,
    by: { name, role },
    issuedEpochMs: epochMs(issuedAt),
    expiresEpochMs: epochMs(expiresAt),
    action: action?.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    body: action === undefined ? undefined : read[action],
  };
}

export interface CommandToSign {
  readonly id: string;
  readonly agency: string;
  readonly unit: string;
  readonly by: Person;
  readonly issued: WallInstant;
  readonly expires: WallInstant;
  /** Name of the field in alpr.v1.Command, such as `withdraw_entry`. */
  readonly action: string;
  /** The action's own message, encoded. */
  readonly body: Uint8Array;
}

/** A signed command, as it travels. Throws Fault `usage` when there is no such action, or the body is not its message. */
export function signCommand(
  command: CommandToSign,
  key: { readonly id: string; readonly privateKey: KeyObject },
): Uint8Array {
  const { action, body: inner } = command;
  const field = action.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const tag = v1.Command.encode({ [field]: {} }).finish();
  if (tag.length === 0) throw new Fault('usage', `There is no action ${action}.`);
  const body = Buffer.concat([
    v1.Command.encode({
      commandId: command.id,
      agency: command.agency,
      unit: command.unit,
      person: command.by.name,
      role: command.by.role,
      issuedAt: instant(command.issued),
      expiresAt: instant(command.expires),
    }).finish(),
    // The field's tag is all but the last byte of an empty one, which is its length.
    tag.subarray(0, -1),
    varint(inner.length),
    inner,
  ]);
  if (commandOf(body)?.action !== action) throw new Fault('usage', `The body is no message of the action ${action}.`);
  const signature = sign(null, body, key.privateKey);
  return v1.SignedCommand.encode({ body, signature, keyId: key.id }).finish();
}

export function resultMessage(
  result: CommandResult,
  { unit, sequence, at }: { readonly unit: UnitIdentity; readonly sequence: bigint; readonly at: WallInstant },
): Uint8Array {
  return v1.CommandResult.encode({
    origin: origin(unit, sequence),
    commandId: result.id,
    status: statusOnWire[result.status],
    detail: result.detail,
    at: instant(at),
    detectionIds: [...(result.detections ?? [])],
    holds: (result.holds ?? []).map(heldMessage),
    purgeReports: (result.purges ?? []).map(purgeMessage),
  }).finish();
}

function epochMs({ epochUs }: alpr.v1.Instant): number {
  return Number((BigInt(epochUs.high) << 32n) | BigInt(epochUs.low >>> 0)) / 1000;
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest & 0x7f) | 0x80);
  return Uint8Array.from([...bytes, rest]);
}
