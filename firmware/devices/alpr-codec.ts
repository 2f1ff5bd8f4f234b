/**
 * The codec: what the domain says in `alpr.v1` protobuf; alerts have a file of their own. The words of the wire are in
 * proto/alpr/v1; this file only renames and rounds: confidences and pixels to 32-bit floats, instants to whole
 * microseconds, list ages to whole milliseconds, a character's distribution to its four best alternatives. Monotonic
 * instants mean nothing elsewhere and stay behind.
 */
import { alpr } from '../../proto/generated/alpr.js';
import type { AlertClass } from '../domain/alert-class.ts';
import type { Box, Point } from '../domain/candidate.ts';
import type { Look, Picture, UnitIdentity, UnitKind } from '../domain/detection.ts';
import { faultTable } from '../domain/fault.ts';
import type { Fix, FixQuality } from '../domain/fix.ts';
import type { CameraCondition, Health, Presence, UnitState } from '../domain/health.ts';
import type { Hit } from '../domain/hit.ts';
import type { ClockSource, WallInstant } from '../domain/instant.ts';
import type { MatchedDetection } from '../domain/matched.ts';
import { Plate } from '../domain/plate.ts';
import { alphabet, type CharacterReading, type RankedText } from '../domain/reading.ts';
import type { RegionReading } from '../domain/region.ts';
import type { PlateRead } from '../ports/detection-search.ts';

export const v1 = alpr.v1;

export const unitKindOnWire: Readonly<Record<UnitKind, alpr.v1.UnitKind>> = {
  stationary: v1.UnitKind.UNIT_KIND_STATIONARY,
  mobile: v1.UnitKind.UNIT_KIND_MOBILE,
  'motor-carrier': v1.UnitKind.UNIT_KIND_MOTOR_CARRIER,
};

export const clockSourceOnWire: Readonly<Record<ClockSource, alpr.v1.ClockSource>> = {
  pps: v1.ClockSource.CLOCK_SOURCE_PPS,
  gps: v1.ClockSource.CLOCK_SOURCE_GPS,
  ntp: v1.ClockSource.CLOCK_SOURCE_NTP,
  'free-running': v1.ClockSource.CLOCK_SOURCE_FREE_RUNNING,
  simulated: v1.ClockSource.CLOCK_SOURCE_SIMULATED,
};

export const fixQualityOnWire: Readonly<Record<FixQuality, alpr.v1.FixQuality>> = {
  none: v1.FixQuality.FIX_QUALITY_NONE,
  stale: v1.FixQuality.FIX_QUALITY_STALE,
  '2d': v1.FixQuality.FIX_QUALITY_2D,
  '3d': v1.FixQuality.FIX_QUALITY_3D,
  differential: v1.FixQuality.FIX_QUALITY_DIFFERENTIAL,
  surveyed: v1.FixQuality.FIX_QUALITY_SURVEYED,
};

export const alertClassOnWire: Readonly<Record<AlertClass, alpr.v1.AlertClass>> = {
  'felony-vehicle': v1.AlertClass.ALERT_CLASS_FELONY_VEHICLE,
  'stolen-vehicle': v1.AlertClass.ALERT_CLASS_STOLEN_VEHICLE,
  'stolen-plate': v1.AlertClass.ALERT_CLASS_STOLEN_PLATE,
  amber: v1.AlertClass.ALERT_CLASS_AMBER,
  silver: v1.AlertClass.ALERT_CLASS_SILVER,
  'missing-person': v1.AlertClass.ALERT_CLASS_MISSING_PERSON,
  'wanted-person': v1.AlertClass.ALERT_CLASS_WANTED_PERSON,
  'protection-order': v1.AlertClass.ALERT_CLASS_PROTECTION_ORDER,
  'terrorist-related': v1.AlertClass.ALERT_CLASS_TERRORIST_RELATED,
  'suspended-or-revoked': v1.AlertClass.ALERT_CLASS_SUSPENDED_OR_REVOKED,
  'local-bolo': v1.AlertClass.ALERT_CLASS_LOCAL_BOLO,
};

export const hitKindOnWire: Readonly<Record<Hit['kind'], alpr.v1.HitKind>> = {
  exact: v1.HitKind.HIT_KIND_EXACT,
  fuzzy: v1.HitKind.HIT_KIND_FUZZY,
  partial: v1.HitKind.HIT_KIND_PARTIAL,
};

const presenceOnWire: Readonly<Record<Presence, alpr.v1.Presence>> = {
  online: v1.Presence.PRESENCE_ONLINE,
  'shut-down': v1.Presence.PRESENCE_SHUT_DOWN,
  lost: v1.Presence.PRESENCE_LOST,
};

const cameraConditionOnWire: Readonly<Record<CameraCondition, alpr.v1.CameraCondition>> = {
  delivering: v1.CameraCondition.CAMERA_CONDITION_DELIVERING,
  opening: v1.CameraCondition.CAMERA_CONDITION_OPENING,
  failed: v1.CameraCondition.CAMERA_CONDITION_FAILED,
  ended: v1.CameraCondition.CAMERA_CONDITION_ENDED,
};

export function detectionMessage(matched: MatchedDetection, sequence: bigint): Uint8Array {
  const { body, context } = detectionParts(matched, sequence);
  return Buffer.concat([body, context]);
}

/** The message in two: protobuf joins fields that stand in pieces one after the other. */
export function detectionParts(
  matched: MatchedDetection,
  sequence: bigint,
): { body: Uint8Array; context: Uint8Array; read: PlateRead } {
  const { detection, hits } = matched;
  const context = v1.Detection.encode({ contextImage: picture(detection.contextImage) }).finish();
  const body = v1.Detection.encode({
    origin: origin(detection.unit, sequence),
    detectionId: detection.id,
    camera: detection.camera,
    plate: detection.plate.reveal(),
    confidence: detection.confidence,
    characters: detection.characters.map(character),
    candidates: detection.candidates.map(rankedText),
    region: region(detection.region),
    exposedAt: instant(detection.wall),
    firstSeen: instant(detection.firstSeen),
    lastSeen: instant(detection.lastSeen),
    place: place(detection.fix),
    frameSequence: int64(BigInt(detection.frameSequence)),
    frameWidthPx: detection.frameWidth,
    frameHeightPx: detection.frameHeight,
    exposure: { ...detection.exposure },
    box: box(detection.box),
    quad: detection.quad.map(point),
    looks: detection.looks.map(look),
    plateImage: picture(detection.plateImage),
    hits: hits.map(hit),
    source: detection.source ?? null,
    settledBy: [...detection.settledBy],
  }).finish();
  const { position } = detection.fix;
  const read = {
    sequence,
    detectionId: detection.id,
    plate: detection.plate,
    exposedMs: detection.wall.epochMs,
    region: detection.region.code,
    unit: detection.unit.unit,
    ...(position && { position: { latitude: position.latitude, longitude: position.longitude } }),
  };
  return { body, context, read };
}

/** What a detection's message is found by, from its bytes. */
export function readOf(message: Uint8Array): PlateRead {
  const { origin, detectionId, plate, exposedAt, region, place } = v1.Detection.decode(message);
  const { latitudeDeg: latitude, longitudeDeg: longitude } = place?.position ?? {};
  return {
    sequence: bigintOf(origin!.sequence!),
    detectionId: detectionId!,
    plate: new Plate(plate!),
    exposedMs: Number(bigintOf(exposedAt!.epochUs!)) / 1000,
    region: region?.code ?? 'unknown',
    unit: origin!.unit!,
    ...(typeof latitude === 'number' && typeof longitude === 'number' && { position: { latitude, longitude } }),
  };
}

/** Pairs of characters in one health message; there are at most 1,296. */
const MISREADS_MAX = 64;

export function healthMessage(health: Health): Uint8Array {
  return v1.Health.encode({
    origin: origin(health.unit, health.sequence),
    at: instant(health.at),
    uptimeMs: whole(health.uptimeMs),
    softwareVersion: health.softwareVersion,
    stages: health.stages.map((each) => ({
      stage: each.stage,
      itemsIn: whole(each.in),
      itemsOut: whole(each.out),
      itemsHeld: whole(each.held),
      drops: Object.entries(each.drops).map(([reason, items]) => ({ reason, items: whole(items) })),
      cpuMs: each.cpuMs,
    })),
    memory: {
      residentBytes: whole(health.memory.residentBytes),
      heapUsedBytes: whole(health.memory.heapUsedBytes),
      externalBytes: whole(health.memory.externalBytes),
    },
    backlog: {
      messages: whole(health.backlog.messages),
      oldestEpochUs: health.backlog.oldestEpochMs === undefined ? null : whole(health.backlog.oldestEpochMs * 1000),
    },
    place: place(health.fix),
    cameras: health.cameras.map((each) => ({
      camera: each.camera,
      condition: cameraConditionOnWire[each.condition],
      rateHz: each.rateHz ?? null,
    })),
    faults: health.faults.map((each) => ({
      code: each.code,
      meaning: faultTable[each.code].meaning,
      remedy: faultTable[each.code].remedy,
      since: instant(each.since),
    })),
    ...(health.framePool && { framePool: { slots: health.framePool.slots, freeSlots: health.framePool.free } }),
    ...(health.warmth && { warmth: health.warmth }),
    misreads: (health.misreads ?? []).slice(0, MISREADS_MAX).map((each) => ({ ...each })),
    ...(health.sequencer && {
      sequencer: {
        cycles: whole(health.sequencer.cycles),
        skipped: whole(health.sequencer.skipped),
        withheld: whole(health.sequencer.withheld),
        longestStrobeUs: health.sequencer.longestStrobeUs,
        realtime: health.sequencer.realtime,
        memoryLocked: health.sequencer.locked,
        edgesByLateness: health.sequencer.lateness.map(whole),
      },
    }),
    ...(health.mainThreadLag && {
      mainThread: { lagP99Ms: health.mainThreadLag.p99Ms, lagMaxMs: health.mainThreadLag.maxMs },
    }),
  }).finish();
}

export function stateMessage(state: UnitState): Uint8Array {
  return v1.State.encode({
    origin: origin(state.unit, state.sequence),
    presence: presenceOnWire[state.presence],
    at: instant(state.at),
    softwareVersion: state.softwareVersion,
    auditKey: state.auditKey,
  }).finish();
}

/** A 64-bit number as the generated code takes it. */
type Int64 = NonNullable<alpr.v1.Instant.$Properties['epochUs']>;

export function int64(value: bigint): Int64 {
  return { low: Number(BigInt.asIntN(32, value)), high: Number(BigInt.asIntN(32, value >> 32n)), unsigned: false };
}

export function bigintOf(value: Int64): bigint {
  return (BigInt(value.high) << 32n) | BigInt(value.low >>> 0);
}

function whole(value: number): Int64 {
  return int64(BigInt(Math.round(value)));
}

export function origin(unit: UnitIdentity, sequence: bigint): alpr.v1.Origin.$Properties {
  const { agency, unit: name, kind, bootId } = unit;
  return { agency, unit: name, unitKind: unitKindOnWire[kind], bootId, sequence: int64(sequence) };
}

export function instant(wall: WallInstant): alpr.v1.Instant.$Properties {
  return {
    epochUs: whole(wall.epochMs * 1000),
    source: clockSourceOnWire[wall.quality.source],
    uncertaintyMs: wall.quality.uncertaintyMs ?? null,
  };
}

export function place(fix: Fix): alpr.v1.Place.$Properties {
  const { position } = fix;
  return {
    quality: fixQualityOnWire[fix.quality],
    ...(position && {
      position: {
        latitudeDeg: position.latitude,
        longitudeDeg: position.longitude,
        altitudeM: position.altitudeM ?? null,
      },
    }),
    hdop: fix.hdop ?? null,
    satellites: fix.satellites ?? null,
    speedMps: fix.speedMps ?? null,
    courseDeg: fix.courseDeg ?? null,
    ageMs: fix.ageMs ?? null,
    ...(fix.receiverTime && { receiverTime: instant(fix.receiverTime) }),
  };
}

const ALTERNATIVES = 4;
const ALTERNATIVE_MIN = 0.001;

function character(reading: CharacterReading): alpr.v1.Character.$Properties {
  const alternatives = Array.from(reading.distribution, (confidence, index) => ({
    character: alphabet[index] ?? '',
    confidence,
  }))
    .filter((each) => each.character !== reading.character && each.confidence >= ALTERNATIVE_MIN)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, ALTERNATIVES);
  const { character, confidence, settled = false, unknown = false } = reading;
  return { character, confidence, alternatives, settledByGrammar: settled, unknown };
}

function rankedText({ plate, confidence, rank, series }: RankedText): alpr.v1.RankedText.$Properties {
  return { plate: plate.reveal(), confidence, rank, series: [...series] };
}

export function region({ code, confidence, others }: RegionReading): alpr.v1.Region.$Properties {
  return { code, confidence, others: others.map((each) => ({ ...each })) };
}

function look(each: Look): alpr.v1.Look.$Properties {
  return {
    frameSequence: int64(BigInt(each.frameSequence)),
    exposedAt: instant(each.wall),
    plate: each.plate.reveal(),
    confidence: each.confidence,
    box: box(each.box),
  };
}

export function hit(each: Hit): alpr.v1.Hit.$Properties {
  const { entry } = each;
  return {
    list: entry.list,
    entryId: entry.entryId,
    listedPlate: entry.text,
    listedRegion: entry.region ?? null,
    alertClass: alertClassOnWire[entry.alertClass],
    note: entry.note,
    kind: hitKindOnWire[each.kind],
    listAgeMs: whole(each.listAgeMs),
    listStale: each.listStale,
    differsAt: each.differsAt ?? null,
    ...(entry.vehicle && { listedVehicle: { ...entry.vehicle } }),
    vehicleAgrees: each.vehicle === undefined ? null : each.vehicle === 'agrees',
    past: each.past ?? false,
  };
}

export function picture(each: Picture): alpr.v1.Picture.$Properties {
  return { mediaType: each.mediaType, widthPx: each.width, heightPx: each.height, data: each.bytes };
}

function box([xPx, yPx, widthPx, heightPx]: Box): alpr.v1.Box.$Properties {
  return { xPx, yPx, widthPx, heightPx };
}

function point([xPx, yPx]: Point): alpr.v1.Point.$Properties {
  return { xPx, yPx };
}
