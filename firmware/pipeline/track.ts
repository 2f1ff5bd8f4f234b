/**
 * Stage `track`: each frame's readings in, one detection a vehicle out, when the vehicle has passed (no look for
 * `gapMs`) or has stood in view for `lastsMsMax`; one that somebody looks for at the look that makes it sure, for an alert
 * must not wait until the vehicle is gone. A detection needs `looksMin` readings that agree with the voted text.
 * Drops readings of tracks that never had them (`disagreeing`, `few-looks`), of votes below `confidenceMin`
 * (`uncertain`), of what all looks together say is no plate (`not-a-plate`) and of a vehicle already reported (`repeat`).
 * Every frame's lease ends here, except the one that is evidence.
 */
import { assert } from '../domain/assert.ts';
import type { Detection, UnitIdentity } from '../domain/detection.ts';
import { uuidV7 } from '../domain/identifier.ts';
import type { MonotonicMs, WallInstant } from '../domain/instant.ts';
import type { ReadPlate } from '../domain/matched.ts';
import { exactConfidence, type FrameReadings, type Reading } from '../domain/reading.ts';
import type { Tally } from '../domain/tally.ts';
import type { Clock } from '../ports/clock.ts';
import type { Entropy } from '../ports/entropy.ts';
import { associate } from './association.ts';
import type { EvidenceTools } from './evidence.ts';
import { Evidence } from './evidence.ts';
import { plateProbability } from './gate.ts';
import { foldedText } from './ranking.ts';
import { orSilence } from './silence.ts';
import { vote } from './vote.ts';

export interface TrackOptions {
  readonly looksMin: number;
  /** A vote less sure than this is no detection. */
  readonly confidenceMin: number;
  /** Looks less sure than this that they are of a plate are no detection: a badge read alike in every frame is none. */
  readonly plateMin: number;
  readonly gapMs: number;
  readonly lastsMsMax: number;
  /** How sure the vote must be for a plate that is sought to be reported before its vehicle has passed. */
  readonly soughtConfidenceMin: number;
  /** Slots of the pool that evidence may hold before it is made into pictures early. */
  readonly heldMax: number;
}

export interface TrackTools extends TrackOptions, EvidenceTools {
  readonly unit: UnitIdentity;
  readonly entropy: Entropy;
  /** The clock that stamps the frames: a camera that falls silent does not keep a vehicle from being reported. */
  readonly clock: Clock;
  readonly tally: Tally;
  /** Whether somebody looks for what was read. */
  readonly sought: (read: ReadPlate) => boolean;
}

interface Track {
  readonly readings: Reading[];
  readonly walls: WallInstant[];
  /** The surest look at each text that was read, 0/O and 1/I as one: only the vote will tell which frame is the evidence. */
  readonly evidence: Map<string, Evidence>;
  /** Of looks at a plate that was known from then on: in how many frames it was seen and not read. */
  readonly passes: Map<Reading, number>;
  /** When it last was. */
  passedAt: MonotonicMs | undefined;
  reported: boolean;
}

/** How many of a reported vehicle's looks are remembered, to know it again. */
const REMEMBERED = 3;

export async function* track(source: AsyncIterable<FrameReadings>, tools: TrackTools): AsyncIterable<Detection> {
  const tracks = new Set<Track>();
  try {
    for await (const seen of orSilence(source, { clock: tools.clock, silenceMs: tools.gapMs })) {
      const now = seen?.frame.monotonic ?? tools.clock.monotonic();
      for (const each of tracks) {
        const last = each.readings.at(-1)!.monotonic;
        const first = each.readings[0]!.monotonic;
        if (now - Math.max(last, each.passedAt ?? last) > tools.gapMs) yield* ended(each, tracks, tools);
        else if (!each.reported && now - first > tools.lastsMsMax) yield* reported(each, tools);
      }
      if (seen === undefined) continue;
      tools.tally.in(seen.readings.length);
      assign(seen, tracks, tools);
      passOn(seen, tracks);
      tools.pool.release(seen.frame.lease);
      for (const each of tracks) if (isSought(each, seen, tools)) yield* reported(each, tools);
      await relieve(tracks, tools.heldMax);
    }
    for (const each of tracks) yield* ended(each, tracks, tools);
  } finally {
    for (const each of tracks) letGo(each);
  }
}

/** Gives each reading to the track it continues, or begins one with it. */
function assign(seen: FrameReadings, tracks: Set<Track>, tools: TrackTools): void {
  const pairs = associate(seen.readings, [...tracks]);
  for (const reading of seen.readings) {
    const track: Track = pairs.get(reading) ?? {
      readings: [],
      walls: [],
      evidence: new Map(),
      passes: new Map(),
      passedAt: undefined,
      reported: false,
    };
    tracks.add(track);
    track.readings.push(reading);
    if (track.reported) {
      track.readings.splice(0, track.readings.length - REMEMBERED);
      tools.tally.drop('repeat');
      continue;
    }
    track.walls.push(seen.frame.wall);
    const text = foldedText(reading.plate.reveal());
    const known = track.evidence.get(text);
    if (known !== undefined && known.reading.confidence >= reading.confidence) continue;
    known?.release();
    track.evidence.set(text, new Evidence(seen.frame, reading, tools));
  }
}

/** A known plate that was not read again is seen all the same: its track goes on, and its last look counts for this frame as well. */
function passOn({ known, frame }: FrameReadings, tracks: Iterable<Track>): void {
  for (const plate of known) {
    const text = foldedText(plate.reveal());
    for (const track of tracks) {
      const look = track.readings.slice(-REMEMBERED).findLast((each) => foldedText(each.plate.reveal()) === text);
      if (look === undefined) continue;
      track.passedAt = frame.monotonic;
      if (!track.reported) track.passes.set(look, (track.passes.get(look) ?? 0) + 1);
    }
  }
}

function letGo(track: Track): void {
  for (const evidence of track.evidence.values()) evidence.release();
  track.evidence.clear();
}

async function* ended(track: Track, tracks: Set<Track>, tools: TrackTools): AsyncIterable<Detection> {
  tracks.delete(track);
  if (!track.reported) yield* reported(track, tools);
}

/** Whether this frame's look made it sure that somebody looks for the vehicle. */
function isSought(track: Track, { frame }: FrameReadings, tools: TrackTools): boolean {
  const last = track.readings.at(-1)!;
  if (track.reported || last.frameSequence !== frame.sequence || !tools.sought(last)) return false;
  const confidenceMin = Math.max(tools.confidenceMin, tools.soughtConfidenceMin);
  const { result, evidence, refusal } = judged(track, { ...tools, confidenceMin });
  return evidence !== undefined && refusal === undefined && tools.sought(result);
}

/** What the track's looks say together, and why that is no detection, if it is none. */
function judged({ readings, passes, evidence }: Track, options: TrackOptions) {
  const count = readings.length;
  // Were looks at a known plate not counted for the frames in which it was passed over, the bad ones before would outvote them.
  const result = vote(readings.flatMap((look) => Array<Reading>(1 + (passes.get(look) ?? 0)).fill(look)));
  // Looks that differ from the vote in 0 and O or 1 and I alone agree with it: grammar may have settled the one only.
  const voted = foldedText(result.plate.reveal());
  const agreeing = readings.filter(({ plate }) => foldedText(plate.reveal()) === voted).length;
  const plate = plateProbability(readings.map(({ candidate }) => candidate.plateLogOdds ?? 0));
  const refusal = refusalOf({ count, agreeing, plate, confidence: result.confidence }, options);
  return { result, evidence: evidence.get(voted), refusal };
}

/** The track's detection, if its looks agree. */
async function* reported(track: Track, tools: TrackTools): AsyncIterable<Detection> {
  track.reported = true;
  const { readings } = track;
  const count = readings.length;
  const { result, evidence, refusal } = judged(track, tools);
  if (evidence === undefined || refusal !== undefined) {
    tools.tally.drop(refusal ?? 'disagreeing', count);
    letGo(track);
    return;
  }
  const { frame, reading } = evidence;
  const pictures = await evidence.pictures();
  letGo(track);
  tools.tally.out(count);
  assert(track.walls.length === count, 'a track has an instant for each look');
  yield {
    id: uuidV7(frame.wall.epochMs, tools.entropy.bytes(10)),
    unit: tools.unit,
    camera: frame.camera,
    ...result,
    confidence: exactConfidence(result),
    wall: frame.wall,
    firstSeen: track.walls[0]!,
    lastSeen: track.walls.at(-1)!,
    fix: frame.fix,
    frameSequence: frame.sequence,
    frameWidth: frame.geometry.width,
    frameHeight: frame.geometry.height,
    exposure: frame.exposure,
    box: reading.candidate.box,
    quad: reading.candidate.quad,
    looks: readings.map((look, index) => ({
      frameSequence: look.frameSequence,
      wall: track.walls[index]!,
      plate: look.plate,
      confidence: look.confidence,
      box: look.candidate.box,
    })),
    ...pictures,
    ...(frame.source === undefined ? {} : { source: frame.source }),
  };
}

/** Why looks make no detection, or undefined when they do. */
function refusalOf(
  look: { count: number; agreeing: number; confidence: number; plate: number },
  { looksMin, confidenceMin, plateMin }: TrackOptions,
): 'few-looks' | 'disagreeing' | 'uncertain' | 'not-a-plate' | undefined {
  if (look.count < looksMin) return 'few-looks';
  if (look.agreeing < looksMin) return 'disagreeing';
  if (look.confidence < confidenceMin) return 'uncertain';
  return look.plate < plateMin ? 'not-a-plate' : undefined;
}

/** Makes pictures of the oldest evidence until at most `heldMax` slots are held. */
async function relieve(tracks: Set<Track>, heldMax: number): Promise<void> {
  const holding = [...tracks].flatMap(({ evidence }) => [...evidence.values()]).filter(({ held }) => held);
  for (const evidence of holding.slice(0, Math.max(0, holding.length - heldMax))) await evidence.pictures();
}
