/**
 * Hot lists and local entries on the wire. A list that came as one protobuf message is written out as our own JSON, an entry a line, and
 * goes the way of every other from there; its signature is over the message as it came.
 */
import { createHash } from 'node:crypto';
import { alpr } from '../../proto/generated/alpr.js';
import type { AlertClass } from '../domain/alert-class.ts';
import { Fault } from '../domain/fault.ts';
import { type ListedVehicle, type ListSource, listSources } from '../domain/hot-list.ts';
import { EPOCH_MS_MAX } from '../domain/instant.ts';
import { alertClassOnWire } from './alpr-codec.ts';

const { v1 } = alpr;

const classOf = new Map(Object.entries(alertClassOnWire).map(([name, number]) => [number, name as AlertClass]));

export interface CarriedList {
  readonly statement: {
    readonly list: string;
    readonly layout: 'json';
    readonly source: ListSource;
    readonly madeAtMs: number;
    readonly sha256: string;
    readonly limitHours?: number;
    readonly signed: { readonly body: Uint8Array; readonly signature: Uint8Array; readonly keyId: string };
  };
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** @param agency for which the list must be. Throws Fault `hotlist.refused`. */
export function carriedList(message: unknown, agency: string): CarriedList {
  const { body, signature, keyId } = message as alpr.v1.SignedHotList;
  const list = decoded(body);
  const { madeAt, limitHours } = list;
  const source = listSources.find((each) => each === list.source);
  if (list.agency !== agency) throw refused('the list is for another agency');
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(list.list))
    throw refused('the name is not lower-case letters, digits and hyphens');
  const madeAtMs = madeAt ? epochMs(madeAt) : undefined;
  if (source === undefined || madeAtMs === undefined) throw refused('the list says no source, or not when it was made');
  const lines = Buffer.from(list.entries.map((entry) => `${JSON.stringify(lineOf(entry))}\n`).join(''));
  return {
    statement: {
      list: list.list,
      layout: 'json',
      source,
      madeAtMs,
      sha256: createHash('sha256').update(lines).digest('hex'),
      ...(limitHours > 0 && { limitHours }),
      signed: { body, signature, keyId },
    },
    chunks: once(lines),
  };
}

/** A person's wish for a local entry. Throws Fault `hotlist.refused`. */
export function proposalOf(message: unknown) {
  const {
    plate,
    region,
    alertClass,
    note,
    make,
    model,
    style,
    colour,
    year,
    caseNumber,
    synopsis,
    days,
    majorCrime,
    purpose,
  } = message as alpr.v1.ProposeEntry;
  const known = classOf.get(alertClass);
  if (known === undefined) throw refused('the class is none that this unit knows');
  const vehicle: ListedVehicle = {
    ...(make && { make }),
    ...(model && { model }),
    ...(style && { style }),
    ...(colour && { colour }),
    ...(year && { year }),
  };
  return {
    plate,
    alertClass: known,
    note,
    caseNumber,
    synopsis,
    days,
    majorCrime,
    ...(region && { region }),
    ...(Object.keys(vehicle).length > 0 && { vehicle }),
    ...(purpose && { purpose }),
  };
}

export function entryIdOf(message: unknown): string {
  return (message as alpr.v1.WithdrawEntry).entryId;
}

export function listNameOf(message: unknown): string {
  return (message as alpr.v1.WithdrawEntry).list;
}

function decoded(body: Uint8Array): alpr.v1.HotList {
  try {
    return v1.HotList.decode(body);
  } catch (cause) {
    throw new Fault('hotlist.refused', 'The body is no hot list.', cause);
  }
}

/** Under the names of our own layout (docs/hot-lists.md). */
function lineOf(entry: alpr.v1.IHotListEntry): Record<string, string | number> {
  const { entryId, plate, region, alertClass, note, make, model, style, colour, year, purpose } = entry;
  const { enteredBy, caseNumber, synopsis, approvedBy, expiresAt } = entry;
  const fields = {
    id: entryId,
    plate,
    region,
    class: classOf.get(alertClass ?? 0),
    purpose,
    make,
    model,
    style,
    colour,
    year,
    entered_by: enteredBy,
    case_number: caseNumber,
    synopsis,
    approved_by: approvedBy,
    expires_at: expiresAt && isoOf(epochMs(expiresAt)),
    note,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string | number] => Boolean(field[1])),
  );
}

/** Undefined: no calendar has it. */
function epochMs({ epochUs }: alpr.v1.IInstant): number | undefined {
  const { high, low } = epochUs as { high: number; low: number };
  const ms = Math.floor(Number((BigInt(high) << 32n) | BigInt(low >>> 0)) / 1000);
  return Math.abs(ms) <= EPOCH_MS_MAX ? ms : undefined;
}

function isoOf(ms: number | undefined): string {
  return ms === undefined ? 'never' : new Date(ms).toISOString();
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

function refused(why: string): Fault {
  return new Fault('hotlist.refused', `${why}.`);
}
