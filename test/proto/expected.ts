/**
 * What protoc must read back, written down from the domain by hand and not through the codec: every field by its name
 * in the schema, and no other.
 */
import { expect } from 'vitest';
import type { Act, Alert } from '../../firmware/domain/alert.ts';
import type { Box, Point } from '../../firmware/domain/candidate.ts';
import type { Picture, UnitIdentity } from '../../firmware/domain/detection.ts';
import type { Fix } from '../../firmware/domain/fix.ts';
import type { Hit } from '../../firmware/domain/hit.ts';
import type { WallInstant } from '../../firmware/domain/instant.ts';
import type { MatchedDetection } from '../../firmware/domain/matched.ts';
import { alphabet, type CharacterReading } from '../../firmware/domain/reading.ts';
import type { RegionReading, RegionShare } from '../../firmware/domain/region.ts';
import type { Fields, Value } from './protoc.ts';

/** One expected value; `undefined` is a field that must not be there. */
export type Expected =
  | undefined
  | string
  | number
  | bigint
  | boolean
  | Uint8Array
  | Special
  | readonly Expected[]
  | Shape;
type Special = { readonly $enum: string } | { readonly $float: number };
interface Shape {
  readonly [name: string]: Expected;
}

export function expectFields(actual: Fields, expected: Shape): void {
  expect(comparable(actual, expected)).toEqual(comparable(undefined, expected));
}

/** The actual value in the types of the expected one, and the expected one by itself when there is no actual. */
function comparable(actual: Value | undefined, expected: Expected): unknown {
  const own = actual === undefined;
  if (expected === undefined) return actual;
  if (typeof expected === 'string') return own ? expected : new TextDecoder().decode(actual as Uint8Array);
  if (typeof expected === 'number') return (own ? expected : Number(actual)) + 0;
  if (typeof expected === 'bigint') return own ? expected : BigInt(actual as string);
  if (typeof expected === 'boolean') return own ? expected : actual === 'true';
  if (expected instanceof Uint8Array) return own ? [...expected] : [...(actual as Uint8Array)];
  if ('$enum' in expected) return own ? expected.$enum : actual;
  if ('$float' in expected) return Math.fround(own ? (expected.$float as number) : Number(actual)) + 0;
  if (Array.isArray(expected)) {
    const list = own ? [] : Array.isArray(actual) ? actual : [actual];
    const length = own ? expected.length : list.length;
    return Array.from({ length }, (_, index) => comparable(list[index], expected[index]));
  }
  const shape = expected as Shape;
  const fields = (actual ?? {}) as Fields;
  const names = own ? Object.keys(shape).filter((name) => present(shape[name])) : Object.keys(fields);
  return Object.fromEntries(names.map((name) => [name, comparable(fields[name], shape[name])]));
}

function present(expected: Expected): boolean {
  return expected !== undefined && !(Array.isArray(expected) && expected.length === 0);
}

/** A field without presence: its zero is not sent (but a negative zero is). */
function plain<Given extends Expected>(value: Given): Given | undefined {
  const zero = value === '' || Object.is(value, 0) || value === 0n || value === false;
  const empty = value instanceof Uint8Array && value.length === 0;
  return zero || empty ? undefined : value;
}

function float(value: number): Expected {
  return Object.is(Math.fround(value), 0) ? undefined : { $float: value };
}

const upper = (prefix: string, name: string) => ({ $enum: `${prefix}_${name.replaceAll('-', '_').toUpperCase()}` });

export function expectedDetection({ detection, hits }: MatchedDetection, sequence: bigint): Shape {
  const { exposure } = detection;
  return {
    origin: expectedOrigin(detection.unit, sequence),
    detection_id: plain(detection.id),
    camera: plain(detection.camera),
    plate: detection.plate.reveal(),
    confidence: float(detection.confidence),
    characters: detection.characters.map(expectedCharacter),
    candidates: detection.candidates.map((each) => ({
      plate: each.plate.reveal(),
      confidence: float(each.confidence),
      rank: float(each.rank),
      series: each.series,
    })),
    settled_by: detection.settledBy,
    region: expectedRegion(detection.region),
    exposed_at: expectedInstant(detection.wall),
    first_seen: expectedInstant(detection.firstSeen),
    last_seen: expectedInstant(detection.lastSeen),
    place: expectedPlace(detection.fix),
    frame_sequence: plain(BigInt(detection.frameSequence)),
    frame_width_px: plain(detection.frameWidth),
    frame_height_px: plain(detection.frameHeight),
    exposure: {
      shutter_us: exposure.shutterUs,
      gain: exposure.gain,
      strobe_us: exposure.strobeUs,
      illuminator_on: exposure.illuminatorOn,
    },
    box: expectedBox(detection.box),
    quad: detection.quad.map(expectedPoint),
    looks: detection.looks.map((each) => ({
      frame_sequence: plain(BigInt(each.frameSequence)),
      exposed_at: expectedInstant(each.wall),
      plate: each.plate.reveal(),
      confidence: float(each.confidence),
      box: expectedBox(each.box),
    })),
    plate_image: expectedPicture(detection.plateImage),
    context_image: expectedPicture(detection.contextImage),
    hits: hits.map(expectedHit),
    source: detection.source,
  };
}

export function expectedAlert(alert: Alert, sequence: bigint): Shape {
  const { detection, audience, confirmed, dispatch, ended } = alert;
  return {
    origin: expectedOrigin(alert.unit, sequence),
    alert_id: plain(alert.id),
    detection_id: plain(detection.id),
    detection_sequence: alert.detectionSequence,
    state: upper('ALERT_STATE', alert.state),
    exposed_at: expectedInstant(detection.wall),
    place: expectedPlace(detection.fix),
    camera: plain(detection.camera),
    plate: detection.plate.reveal(),
    confidence: float(detection.confidence),
    region: expectedRegion(detection.region),
    plate_image: expectedPicture(detection.plateImage),
    hits: alert.hits.map(expectedHit),
    notice: ['actionable', 'closed'].includes(alert.state) ? 'verified' : 'not verified: no enforcement action',
    expires_at: expectedInstant(alert.expiresAt),
    unknown_positions: detection.unknownPositions,
    raised_at: expectedInstant(alert.raisedAt),
    priority: upper('ALERT_PRIORITY', alert.priority),
    zones: audience.zones,
    for_everyone: plain(audience.everyone),
    subscribers: audience.subscribers,
    seen: alert.seen && expectedAct(alert.seen),
    characters_confirmed: confirmed.characters && expectedAct(confirmed.characters),
    state_confirmed: confirmed.state && expectedAct(confirmed.state),
    vehicle_confirmed: confirmed.vehicle && expectedAct(confirmed.vehicle),
    dispatch: dispatch && {
      recorded: expectedAct(dispatch),
      confirmed_by: plain(dispatch.confirmedBy),
      confirmed_at: expectedInstant(dispatch.confirmedAt),
    },
    ended: ended && {
      act: expectedAct(ended),
      disposition: upper('DISPOSITION', ended.disposition),
      outcome: ended.outcome && upper('OUTCOME', ended.outcome),
      misread_positions: ended.misreadPositions,
      misread_as: ended.misreadAs,
    },
    resends: plain(alert.resends),
    earlier_detection_sequences: alert.earlierSequences,
  };
}

function expectedAct({ by, at }: Act): Shape {
  return { person: plain(by.name), role: plain(by.role), at: expectedInstant(at) };
}

export function expectedOrigin(unit: UnitIdentity, sequence: bigint): Shape {
  return {
    agency: plain(unit.agency),
    unit: plain(unit.unit),
    unit_kind: upper('UNIT_KIND', unit.kind),
    boot_id: plain(unit.bootId),
    sequence: plain(sequence),
  };
}

export function expectedInstant(wall: WallInstant): Shape {
  return {
    epoch_us: plain(BigInt(Math.round(wall.epochMs * 1000))),
    source: upper('CLOCK_SOURCE', wall.quality.source),
    uncertainty_ms: wall.quality.uncertaintyMs,
  };
}

export function expectedPlace(fix: Fix): Shape {
  return {
    quality: upper('FIX_QUALITY', fix.quality),
    position: fix.position && {
      latitude_deg: plain(fix.position.latitude),
      longitude_deg: plain(fix.position.longitude),
      altitude_m: fix.position.altitudeM,
    },
    hdop: fix.hdop,
    satellites: fix.satellites,
    speed_mps: fix.speedMps,
    course_deg: fix.courseDeg,
    age_ms: fix.ageMs,
    receiver_time: fix.receiverTime && expectedInstant(fix.receiverTime),
  };
}

function expectedRegion({ code, confidence, others }: RegionReading): Shape {
  return { ...expectedShare({ code, confidence }), others: others.map(expectedShare) };
}

function expectedShare({ code, confidence }: RegionShare): Shape {
  return { code: plain(code), confidence: float(confidence) };
}

function expectedCharacter({ character, confidence, distribution, settled, unknown }: CharacterReading): Shape {
  const others = [...alphabet]
    .map((each, index) => ({ character: each, weight: distribution[index] ?? 0 }))
    .filter((each) => each.character !== character && each.weight >= 0.001)
    .sort((a, b) => b.weight - a.weight);
  const alternatives = others
    .slice(0, 4)
    .map((each) => ({ character: each.character, confidence: float(each.weight) }));
  return {
    character,
    confidence: float(confidence),
    alternatives,
    settled_by_grammar: plain(settled === true),
    unknown: plain(unknown === true),
  };
}

function expectedBox([x, y, width, height]: Box): Shape {
  return { x_px: float(x), y_px: float(y), width_px: float(width), height_px: float(height) };
}

function expectedPoint([x, y]: Point): Shape {
  return { x_px: float(x), y_px: float(y) };
}

function expectedPicture(picture: Picture): Shape {
  return {
    media_type: 'image/jpeg',
    width_px: plain(picture.width),
    height_px: plain(picture.height),
    data: plain(picture.bytes),
  };
}

function expectedHit(hit: Hit): Shape {
  const { entry } = hit;
  return {
    list: plain(entry.list),
    entry_id: plain(entry.entryId),
    listed_plate: entry.text,
    listed_region: entry.region,
    alert_class: upper('ALERT_CLASS', entry.alertClass),
    note: plain(entry.note),
    kind: upper('HIT_KIND', hit.kind),
    list_age_ms: plain(BigInt(hit.listAgeMs)),
    list_stale: plain(hit.listStale),
    differs_at: hit.differsAt,
    listed_vehicle: entry.vehicle && { ...entry.vehicle },
    vehicle_agrees: hit.vehicle && hit.vehicle === 'agrees',
    past: plain(hit.past ?? false),
  };
}
