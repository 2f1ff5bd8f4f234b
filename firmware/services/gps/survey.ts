/**
 * Whether a fixed unit still stands where it was put up. Pure: a count, and a fix, give the next count.
 *
 * Only good fixes count, each with what it may be wrong by, and ten in a row decide either way, so that one reflection
 * moves nobody and a unit that was carried off is missed within seconds.
 */
import { distanceM, type Fix, type Position } from '../../domain/fix.ts';

export interface Survey {
  readonly place: Position;
  /** Farther than this, and it was moved. */
  readonly limitM: number;
}

export interface Standing {
  readonly moved: boolean;
  /** Good fixes in a row that say otherwise. */
  readonly against: number;
}

export const standing: Standing = { moved: false, against: 0 };

/** Good fixes in a row that decide. */
const fixesMin = 10;
const hdopMax = 5;
/** Metres for each unit of HDOP within which 19 of 20 positions lie: twice a ranging error of about 5 m without corrections. */
const errorMPerHdop = 10;

export function surveyedAgain(before: Standing, { place, limitM }: Survey, fix: Fix): Standing {
  const { quality, position, hdop } = fix;
  if (position === undefined || hdop === undefined || hdop > hdopMax) return before;
  if (quality !== '3d' && quality !== 'differential') return before;
  const awayM = distanceM(place, position);
  const outside = before.moved ? awayM > limitM : awayM - hdop * errorMPerHdop > limitM;
  if (outside === before.moved) return { moved: before.moved, against: 0 };
  const against = before.against + 1;
  return against < fixesMin ? { moved: before.moved, against } : { moved: outside, against: 0 };
}
