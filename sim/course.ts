/** The unit's own way over the earth: where it is, how fast and whither, at a time. A fixed unit stands at its place. */
import type { Position } from '../firmware/domain/fix.ts';
import type { Scenario } from './scenario.ts';

export interface Movement {
  readonly position: Position;
  readonly speedMps: number;
  /** Clockwise from true north. */
  readonly courseDeg: number;
}

/** Metres a degree of latitude on the sphere of the earth's mean radius, 6,371,009 m. */
const metresPerDegree = (6_371_009 * Math.PI) / 180;

export function movementAt(scenario: Scenario, timeMs: number): Movement {
  const { place, own } = scenario;
  if (!own) {
    const position = { latitude: place.latitude, longitude: place.longitude, altitudeM: place.altitude_m };
    return { position, speedMps: 0, courseDeg: place.heading_deg };
  }
  const legs = own.course.slice(1).map((to, i) => legBetween(own.course[i]!, to));
  const whole = legs.reduce((sum, leg) => sum + leg.lengthM, 0);
  let left = ((own.speed_mps * timeMs) / 1000) % whole;
  let leg = legs[0]!;
  for (leg of legs) {
    if (left < leg.lengthM) break;
    left -= leg.lengthM;
  }
  const position = moved(
    { latitude: leg.from[0], longitude: leg.from[1], altitudeM: place.altitude_m },
    left,
    leg.courseDeg,
  );
  return { position, speedMps: own.speed_mps, courseDeg: leg.courseDeg };
}

/** A position some metres away. Flat-earth: exact to a millimetre within a kilometre. */
export function moved(from: Position, metres: number, courseDeg: number): Position {
  const course = (courseDeg * Math.PI) / 180;
  const latitude = from.latitude + (metres * Math.cos(course)) / metresPerDegree;
  const longitude =
    from.longitude + (metres * Math.sin(course)) / (metresPerDegree * Math.cos((from.latitude * Math.PI) / 180));
  return { ...from, latitude, longitude };
}

function legBetween(from: readonly [number, number], to: readonly [number, number]) {
  const north = (to[0] - from[0]) * metresPerDegree;
  const east = (to[1] - from[1]) * metresPerDegree * Math.cos((from[0] * Math.PI) / 180);
  return { from, lengthM: Math.hypot(north, east), courseDeg: ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360 };
}
