/**
 * The codec of alerts: `alpr.v1.Alert` from an alert and back again, so that the record of an alert is its latest message; and
 * what a person's acknowledgement says. An alert comes back whole but for the local origin of its entries, which no message
 * tells (POLICY.md H8), and as rounded as the wire has it.
 *
 * Our own bytes are trusted: a record that does not decode is a broken disk and throws. An acknowledgement is foreign: what
 * it says and we do not know is a reason to refuse it.
 */
import type { alpr } from '../../proto/generated/alpr.js';
import {
  type Acknowledgement,
  type Act,
  type Alert,
  type AlertState,
  alertStates,
  type Confirmable,
  confirmables,
  type DispatchConfirmation,
  type Disposition,
  dispositions,
  type Ending,
  noticeOf,
  type Outcome,
  outcomes,
} from '../domain/alert.ts';
import { type AlertPriority, alertPriorities } from '../domain/alert-class.ts';
import { assert } from '../domain/assert.ts';
import type { Picture, UnitIdentity } from '../domain/detection.ts';
import type { Fix } from '../domain/fix.ts';
import type { Hit } from '../domain/hit.ts';
import type { ListedVehicle } from '../domain/hot-list.ts';
import type { WallInstant } from '../domain/instant.ts';
import { Plate } from '../domain/plate.ts';
import type { RegionReading } from '../domain/region.ts';
import type { Person, Role } from '../domain/role.ts';
import {
  alertClassOnWire,
  bigintOf,
  clockSourceOnWire,
  fixQualityOnWire,
  hit,
  hitKindOnWire,
  instant,
  int64,
  origin,
  picture,
  place,
  region,
  unitKindOnWire,
  v1,
} from './alpr-codec.ts';

/** Each name's number on the wire is its place in the domain's list, from 1. */
const numbered = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name, index) => [name, index + 1])) as Readonly<Record<Name, number>>;

export const alertStateOnWire: Readonly<Record<AlertState, alpr.v1.AlertState>> = numbered(alertStates);
export const alertPriorityOnWire: Readonly<Record<AlertPriority, alpr.v1.AlertPriority>> = numbered(alertPriorities);
export const dispositionOnWire: Readonly<Record<Disposition, alpr.v1.Disposition>> = numbered(dispositions);
export const outcomeOnWire: Readonly<Record<Outcome, alpr.v1.Outcome>> = numbered(outcomes);

export function alertMessage(alert: Alert, sequence: bigint): Uint8Array {
  const { detection, audience, confirmed } = alert;
  return v1.Alert.encode({
    origin: origin(alert.unit, sequence),
    alertId: alert.id,
    detectionId: detection.id,
    ...(alert.detectionSequence !== undefined && { detectionSequence: int64(alert.detectionSequence) }),
    state: alertStateOnWire[alert.state],
    exposedAt: instant(detection.wall),
    place: place(detection.fix),
    camera: detection.camera,
    plate: detection.plate.reveal(),
    confidence: detection.confidence,
    region: region(detection.region),
    plateImage: picture(detection.plateImage),
    hits: alert.hits.map(hit),
    notice: noticeOf(alert),
    expiresAt: instant(alert.expiresAt),
    unknownPositions: [...detection.unknownPositions],
    raisedAt: instant(alert.raisedAt),
    priority: alertPriorityOnWire[alert.priority],
    zones: [...audience.zones],
    forEveryone: audience.everyone,
    subscribers: [...audience.subscribers],
    ...(alert.seen && { seen: act(alert.seen) }),
    ...(confirmed.characters && { charactersConfirmed: act(confirmed.characters) }),
    ...(confirmed.state && { stateConfirmed: act(confirmed.state) }),
    ...(confirmed.vehicle && { vehicleConfirmed: act(confirmed.vehicle) }),
    ...(alert.dispatch && { dispatch: dispatch(alert.dispatch) }),
    ...(alert.ended && { ended: ending(alert.ended) }),
    resends: alert.resends,
    earlierDetectionSequences: (alert.earlierSequences ?? []).map(int64),
  }).finish();
}

function act({ by, at }: Act): alpr.v1.Act.$Properties {
  return { person: by.name, role: by.role, at: instant(at) };
}

function dispatch(each: DispatchConfirmation): alpr.v1.DispatchConfirmation.$Properties {
  return { recorded: act(each), confirmedBy: each.confirmedBy, confirmedAt: instant(each.confirmedAt) };
}

function ending(each: Ending): alpr.v1.AlertEnding.$Properties {
  return {
    act: act(each),
    disposition: dispositionOnWire[each.disposition],
    ...(each.outcome && { outcome: outcomeOnWire[each.outcome] }),
    ...(each.misreadPositions && { misreadPositions: [...each.misreadPositions] }),
    ...(each.misreadAs !== undefined && { misreadAs: each.misreadAs }),
  };
}

/** The alert that a message of it tells. Throws on bytes that no unit wrote. */
export function alertOf(message: Uint8Array): Alert {
  const each = v1.Alert.decode(message);
  const confirmed = {
    characters: actOf(each.charactersConfirmed),
    state: actOf(each.stateConfirmed),
    vehicle: actOf(each.vehicleConfirmed),
  };
  const sequence = each.detectionSequence === undefined ? 0n : bigintOf(each.detectionSequence);
  const seen = actOf(each.seen);
  const earlier = each.earlierDetectionSequences.map(bigintOf);
  return {
    id: each.alertId,
    unit: unitOf(each.origin),
    state: known(alertStateOnWire, each.state),
    detection: {
      id: each.detectionId,
      camera: each.camera,
      plate: new Plate(each.plate),
      confidence: each.confidence,
      region: regionOf(each.region),
      wall: instantOf(each.exposedAt),
      fix: fixOf(each.place),
      plateImage: pictureOf(each.plateImage),
      unknownPositions: each.unknownPositions,
    },
    ...(sequence > 0n && { detectionSequence: sequence }),
    hits: each.hits.map(hitOf),
    priority: known(alertPriorityOnWire, each.priority),
    audience: { everyone: each.forEveryone, subscribers: each.subscribers, zones: each.zones },
    raisedAt: instantOf(each.raisedAt),
    expiresAt: instantOf(each.expiresAt),
    resends: each.resends,
    ...(earlier.length > 0 && { earlierSequences: earlier }),
    ...(seen && { seen }),
    confirmed: Object.fromEntries(Object.entries(confirmed).filter(([, done]) => done !== undefined)),
    ...(each.dispatch && {
      dispatch: {
        ...doneBy(each.dispatch.recorded),
        confirmedBy: each.dispatch.confirmedBy ?? '',
        confirmedAt: instantOf(each.dispatch.confirmedAt),
      },
    }),
    ...(each.ended && { ended: endingOf(each.ended) }),
  };
}

/** What travels in a command's `acknowledge_alert`. */
export type AcknowledgementMessage = alpr.v1.AlertAcknowledgement.$Properties;

/** What the message says, or why it can not be understood. */
export function acknowledgementOf(message: AcknowledgementMessage): Acknowledgement | string {
  const movesTo = nameOf(alertStateOnWire, message.state);
  const disposition = nameOf(dispositionOnWire, message.disposition);
  const outcome = nameOf(outcomeOnWire, message.outcome);
  if (movesTo === null) return 'the state is not known here';
  if (disposition === null) return 'the disposition is not known here';
  if (outcome === null) return 'the outcome is not known here';
  const claimed: Readonly<Record<Confirmable, boolean | undefined>> = {
    characters: message.charactersConfirmed,
    state: message.stateConfirmed,
    vehicle: message.vehicleConfirmed,
  };
  const { confirmedBy, confirmedAt, misreadPositions = [], misreadAs = '' } = message;
  if (!confirmedBy !== !confirmedAt) return 'a confirmation by dispatch says who and when';
  return {
    alertId: message.alertId ?? '',
    confirms: confirmables.filter((each) => claimed[each] === true),
    ...(message.person && { person: message.person }),
    ...(movesTo && { movesTo }),
    ...(confirmedBy && confirmedAt && { dispatch: { confirmedBy, confirmedAt: instantOf(confirmedAt) } }),
    ...(disposition && { disposition }),
    ...(outcome && { outcome }),
    ...(misreadPositions.length > 0 && { misreadPositions }),
    ...(misreadAs !== '' && { misreadAs }),
  };
}

/** Undefined: not said; null: said, and not known here. */
function nameOf<Name extends string>(names: Readonly<Record<Name, number>>, value = 0): Name | undefined | null {
  if (value === 0) return undefined;
  return (Object.keys(names) as Name[]).find((name) => names[name] === value) ?? null;
}

function known<Name extends string>(names: Readonly<Record<Name, number>>, value: number): Name {
  const name = nameOf(names, value);
  assert(
    name !== undefined && name !== null,
    `a record of an alert holds the number ${value}, which stands for nothing`,
  );
  return name;
}

function actOf(given: alpr.v1.Act.$Properties | null | undefined): Act | undefined {
  return given ? doneBy(given) : undefined;
}

function doneBy(given: alpr.v1.Act.$Properties | null | undefined): Act {
  const by: Person = { name: given?.person ?? '', role: given?.role as Role };
  return { by, at: instantOf(given?.at) };
}

function endingOf({ act: done, disposition, outcome, misreadPositions, misreadAs }: alpr.v1.AlertEnding): Ending {
  const came = nameOf(outcomeOnWire, outcome);
  return {
    ...doneBy(done),
    disposition: known(dispositionOnWire, disposition),
    ...(came && { outcome: came }),
    ...(misreadPositions.length > 0 && { misreadPositions }),
    ...(misreadAs !== '' && { misreadAs }),
  };
}

export function unitOf(given: alpr.v1.Origin | null | undefined): UnitIdentity {
  const { agency = '', unit = '', unitKind = 0, bootId = '' } = given ?? {};
  return { agency, unit, kind: known(unitKindOnWire, unitKind), bootId };
}

export function instantOf(given: alpr.v1.Instant.$Properties | null | undefined): WallInstant {
  const { epochUs, source, uncertaintyMs } = given ?? {};
  return {
    epochMs: epochUs ? Number(bigintOf(epochUs)) / 1000 : 0,
    quality: {
      source: nameOf(clockSourceOnWire, source) ?? 'free-running',
      ...(typeof uncertaintyMs === 'number' && { uncertaintyMs }),
    },
  };
}

export function regionOf(given: alpr.v1.Region | null | undefined): RegionReading {
  const { code = '', confidence = 0, others = [] } = given ?? {};
  return { code, confidence, others: others.map((each) => ({ code: each.code, confidence: each.confidence })) };
}

export function pictureOf(given: alpr.v1.Picture | null | undefined): Picture {
  const { widthPx: width = 0, heightPx: height = 0, data = [] } = given ?? {};
  return { mediaType: 'image/jpeg', width, height, bytes: new Uint8Array(data) };
}

export function fixOf(given: alpr.v1.Place | null | undefined): Fix {
  const { quality = 0, position, receiverTime } = given ?? {};
  return {
    quality: known(fixQualityOnWire, quality),
    ...(position && {
      position: {
        latitude: position.latitudeDeg ?? 0,
        longitude: position.longitudeDeg ?? 0,
        ...said('altitudeM', position.altitudeM),
      },
    }),
    ...said('hdop', given?.hdop),
    ...said('satellites', given?.satellites),
    ...said('speedMps', given?.speedMps),
    ...said('courseDeg', given?.courseDeg),
    ...said('ageMs', given?.ageMs),
    ...(receiverTime && { receiverTime: instantOf(receiverTime) }),
  };
}

export function hitOf(given: alpr.v1.Hit): Hit {
  const vehicle = given.listedVehicle;
  return {
    entry: {
      list: given.list,
      entryId: given.entryId,
      text: given.listedPlate,
      ...said('region', given.listedRegion),
      alertClass: known(alertClassOnWire, given.alertClass),
      note: given.note,
      ...(vehicle && { vehicle: vehicleOf(vehicle) }),
    },
    kind: known(hitKindOnWire, given.kind),
    ...said('differsAt', given.differsAt),
    ...said('vehicle', agreementOf(given.vehicleAgrees)),
    ...(given.past ? { past: true } : {}),
    listAgeMs: Number(bigintOf(given.listAgeMs)),
    listStale: given.listStale,
  };
}

function agreementOf(agrees: boolean | null | undefined): Hit['vehicle'] {
  return agrees === null || agrees === undefined ? undefined : agrees ? 'agrees' : 'contradicts';
}

function vehicleOf(given: alpr.v1.ListedVehicle): ListedVehicle {
  const { make, model, style, colour, year } = given;
  return {
    ...said('make', make),
    ...said('model', model),
    ...said('style', style),
    ...said('colour', colour),
    ...said('year', year),
  };
}

function said<Name extends string, Value>(name: Name, value: Value | null | undefined): { [Key in Name]?: Value } {
  return value === null || value === undefined ? {} : ({ [name]: value } as { [Key in Name]?: Value });
}
