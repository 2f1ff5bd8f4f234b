/**
 * Plates that need not be read in every frame: a candidate that goes on where a plate was read alike often enough is read only now and
 * then. It is the place that is remembered and where it is going, so the next vehicle at it is another one: it can not be there sooner than
 * the plate is read again. Pure but for its memory.
 *
 * Promises: a known plate is read again at least every `againMs`, so that its track goes on; a sure look that says otherwise makes it
 * unknown. An unsure one does not: were the good looks passed over and the bad ones, as it leaves the frame, all read, the vote would
 * believe the bad. What is decided for a frame depends on frames before it only by their order, never by when their reading ended.
 */
import type { Box, Candidate } from '../domain/candidate.ts';
import type { MonotonicMs } from '../domain/instant.ts';
import type { Plate } from '../domain/plate.ts';
import type { Reading } from '../domain/reading.ts';
import type { KnownOptions } from '../ports/vision.ts';
import { distance, expectedBox, type Seen } from './association.ts';
import { foldedText } from './ranking.ts';

/** Looks less sure than this make nothing known, nor unknown. */
const CONFIDENCE_MIN = 0.97;
/** A plate that goes on is at most so many of its widths from where it should be, … */
const REACH = 0.5;
/** … and not wider or narrower than before by more than this. */
const GROWTH_MAX = 1.3;
/** A place where nothing was seen for so long is forgotten. */
const FORGOTTEN_MS = 500;

interface Place {
  /** The last two sights of it, read or not. */
  readonly path: Seen[];
  /** What the last sure look read, and how many before it read alike. */
  plate: Plate | undefined;
  agreeing: number;
  readAt: MonotonicMs;
  plateLogOdds: number;
}

export interface KnownCandidate {
  /** With the log-odds that its last look gave. */
  readonly candidate: Candidate;
  readonly plate: Plate;
}

export interface Parted {
  readonly unknown: readonly Candidate[];
  readonly known: readonly KnownCandidate[];
}

export class KnownPlates {
  readonly #options: KnownOptions;
  #places: Place[] = [];

  constructor(options: KnownOptions) {
    this.#options = options;
  }

  /** The frame's candidates that are to be read, and those that are known. */
  part(candidates: readonly Candidate[], now: MonotonicMs): Parted {
    this.#places = this.#places.filter(({ path }) => now - path.at(-1)!.monotonic < FORGOTTEN_MS);
    const unknown: Candidate[] = [];
    const known: KnownCandidate[] = [];
    for (const candidate of candidates) {
      const place = this.#placeOf(candidate.box, now);
      if (place?.plate === undefined || place.agreeing < this.#options.looks || this.#isDue(place, now)) {
        unknown.push(candidate);
        continue;
      }
      sawAt(place, { candidate, monotonic: now });
      known.push({ candidate: { ...candidate, plateLogOdds: place.plateLogOdds }, plate: place.plate });
    }
    return { unknown, known };
  }

  /** What was read in one frame; frames in their order. */
  learn(readings: readonly Reading[]): void {
    for (const reading of readings) {
      const { monotonic, candidate, confidence, plate } = reading;
      const place = this.#placeOf(candidate.box, monotonic) ?? this.#newPlace(monotonic);
      sawAt(place, reading);
      place.readAt = monotonic;
      place.plateLogOdds = candidate.plateLogOdds ?? 0;
      if (confidence < CONFIDENCE_MIN) continue;
      const before = place.plate;
      place.agreeing =
        before !== undefined && foldedText(plate.reveal()) === foldedText(before.reveal()) ? place.agreeing + 1 : 1;
      place.plate = plate;
    }
  }

  #isDue({ readAt }: Place, now: MonotonicMs): boolean {
    return now - readAt >= this.#options.againMs;
  }

  /** The place that a box goes on, the nearest of several. */
  #placeOf(box: Box, now: MonotonicMs): Place | undefined {
    let nearest: Place | undefined;
    let reach = REACH * box[2];
    for (const place of this.#places) {
      const expected = expectedBox(place.path, now);
      const away = distance(expected, box);
      const growth = Math.max(expected[2] / box[2], box[2] / expected[2]);
      if (away > reach || growth > GROWTH_MAX) continue;
      nearest = place;
      reach = away;
    }
    return nearest;
  }

  #newPlace(readAt: MonotonicMs): Place {
    const place: Place = { path: [], plate: undefined, agreeing: 0, readAt, plateLogOdds: 0 };
    this.#places.push(place);
    return place;
  }
}

function sawAt({ path }: Place, { candidate, monotonic }: Seen): void {
  const last = path.at(-1);
  if (last !== undefined && last.monotonic >= monotonic) return;
  path.push({ candidate, monotonic });
  if (path.length > 2) path.shift();
}
