/**
 * Zones (POLICY.md U6): named places on the map, each a circle or a polygon, from one TOML file. A place can lie in several.
 *
 *     [[zone]]
 *     name = "downtown"
 *     circle = { latitude = 41.8827, longitude = -87.6403, radius_m = 800 }
 *
 *     [[zone]]
 *     name = "campus"
 *     polygon = [[41.871, -87.655], [41.871, -87.645], [41.865, -87.645], [41.865, -87.655]]
 *
 * A polygon's sides are straight in degrees, which over a town is straight on the ground; one that crosses the 180th meridian
 * is refused. On a side itself either answer may be given.
 */
import { z } from 'zod';
import { checkedBy, readTable } from '../config/toml.ts';
import { Fault } from '../domain/fault.ts';
import { distanceM, type Position } from '../domain/fix.ts';

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);

const schema = z.strictObject({
  zone: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and hyphens, at most 63'),
      circle: z.strictObject({ latitude, longitude, radius_m: z.number().min(1).max(200_000) }).optional(),
      polygon: z
        .array(z.tuple([latitude, longitude]))
        .min(3)
        .max(1000)
        .optional(),
    }),
  ),
});

export interface Zone {
  readonly name: string;
  readonly contains: (place: Position) => boolean;
}

/** Throws the faults of a configuration. */
export async function loadZones(path: string): Promise<readonly Zone[]> {
  const { zone } = checkedBy(schema, await readTable(path), path);
  const names = new Set<string>();
  return zone.map(({ name, circle, polygon }) => {
    const wrong = (what: string) => new Fault('config.invalid-value', `${path}, zone ${name}: ${what}.`);
    if (names.has(name)) throw wrong('stands twice');
    names.add(name);
    if (circle !== undefined && polygon === undefined)
      return { name, contains: (place) => distanceM(place, circle) <= circle.radius_m };
    if (polygon === undefined || circle !== undefined) throw wrong('it is either a circle or a polygon');
    const longitudes = polygon.map(([, east]) => east);
    if (Math.max(...longitudes) - Math.min(...longitudes) > 180) throw wrong('it crosses the 180th meridian');
    return { name, contains: (place) => within(polygon, place) };
  });
}

type Corner = readonly [latitude: number, longitude: number];

/** Even-odd: a ray to the east meets the polygon's sides an odd number of times. */
export function within(polygon: readonly Corner[], { latitude: north, longitude: east }: Position): boolean {
  let inside = false;
  for (const [index, [north1, east1]] of polygon.entries()) {
    const [north2, east2] = polygon[(index + 1) % polygon.length]!;
    const crosses = north1 > north !== north2 > north;
    if (crosses && east < east1 + ((north - north1) / (north2 - north1)) * (east2 - east1)) inside = !inside;
  }
  return inside;
}
