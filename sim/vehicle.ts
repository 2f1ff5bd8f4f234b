/**
 * Vehicles: their kinds, measures and looks. A vehicle is described by the outline of its end that faces the camera, so
 * one description serves rears (driving away) and fronts (coming).
 */

import type { Dice } from './dice.ts';
import type { Place } from './optics/projection.ts';
import { plateSizes, type StreetPlate } from './plates.ts';

export type Material = 'paint' | 'glass' | 'roof' | 'bed';

/** A point of the outline, seen from the side: metres into the vehicle, height, half width; and what lies between it and the next. */
export interface OutlinePoint {
  readonly inM: number;
  readonly upM: number;
  readonly halfM: number;
  readonly material: Material;
}

export interface Body {
  readonly kind: string;
  readonly lengthM: number;
  /** From the top of the end face over the roof. */
  readonly outline: readonly OutlinePoint[];
  /** Middle of the plate above the road. */
  readonly plateUpM: number;
  readonly lampUpM: number;
  /** Boxy ends carry their window in the end face itself. */
  readonly windowInFace: boolean;
}

export type End = 'rear' | 'front';

export interface Looks {
  readonly body: Body;
  readonly end: End;
  /** Reflectance of the paint, 0 to 255. */
  readonly paint: number;
  readonly variant: number;
  /** Middle of the plate to the side of the vehicle's own middle. */
  readonly plateAsideM: number;
  readonly plateRollDeg: number;
  /** How much of the strobe the plate's sheet sends back, 1 = new. */
  readonly retro: number;
}

const sedanRear: Body = {
  kind: 'sedan',
  lengthM: 4.7,
  outline: [
    { inM: 0, upM: 1.0, halfM: 0.9, material: 'paint' },
    { inM: 0.5, upM: 1.08, halfM: 0.88, material: 'glass' },
    { inM: 1.15, upM: 1.42, halfM: 0.62, material: 'roof' },
    { inM: 2.6, upM: 1.44, halfM: 0.62, material: 'roof' },
  ],
  plateUpM: 0.78,
  lampUpM: 0.86,
  windowInFace: false,
};

const bodies: Record<End, readonly Body[]> = {
  rear: [
    sedanRear,
    sedanRear,
    {
      kind: 'hatchback',
      lengthM: 4.1,
      outline: [
        { inM: 0, upM: 0.98, halfM: 0.87, material: 'glass' },
        { inM: 0.35, upM: 1.42, halfM: 0.64, material: 'roof' },
        { inM: 2.2, upM: 1.48, halfM: 0.64, material: 'roof' },
      ],
      plateUpM: 0.72,
      lampUpM: 0.92,
      windowInFace: false,
    },
    {
      kind: 'suv',
      lengthM: 4.8,
      outline: [
        { inM: 0, upM: 1.15, halfM: 0.95, material: 'glass' },
        { inM: 0.22, upM: 1.66, halfM: 0.74, material: 'roof' },
        { inM: 2.9, upM: 1.72, halfM: 0.74, material: 'roof' },
      ],
      plateUpM: 0.95,
      lampUpM: 1.02,
      windowInFace: false,
    },
    {
      kind: 'pickup',
      lengthM: 5.6,
      outline: [
        { inM: 0, upM: 1.12, halfM: 0.98, material: 'bed' },
        { inM: 1.8, upM: 1.14, halfM: 0.98, material: 'glass' },
        { inM: 2.0, upM: 1.78, halfM: 0.78, material: 'roof' },
        { inM: 3.6, upM: 1.82, halfM: 0.78, material: 'roof' },
      ],
      plateUpM: 0.58,
      lampUpM: 0.92,
      windowInFace: false,
    },
    {
      kind: 'van',
      lengthM: 5.3,
      outline: [
        { inM: 0, upM: 2.15, halfM: 0.97, material: 'roof' },
        { inM: 4.2, upM: 2.2, halfM: 0.95, material: 'roof' },
      ],
      plateUpM: 0.72,
      lampUpM: 1.05,
      windowInFace: true,
    },
  ],
  front: [
    {
      kind: 'sedan',
      lengthM: 4.7,
      outline: [
        { inM: 0, upM: 0.82, halfM: 0.88, material: 'paint' },
        { inM: 1.05, upM: 1.0, halfM: 0.86, material: 'glass' },
        { inM: 1.75, upM: 1.42, halfM: 0.62, material: 'roof' },
        { inM: 3.2, upM: 1.44, halfM: 0.62, material: 'roof' },
      ],
      plateUpM: 0.46,
      lampUpM: 0.68,
      windowInFace: false,
    },
    {
      kind: 'suv',
      lengthM: 4.8,
      outline: [
        { inM: 0, upM: 1.08, halfM: 0.94, material: 'paint' },
        { inM: 1.0, upM: 1.2, halfM: 0.92, material: 'glass' },
        { inM: 1.5, upM: 1.68, halfM: 0.72, material: 'roof' },
        { inM: 4.2, upM: 1.72, halfM: 0.74, material: 'roof' },
      ],
      plateUpM: 0.6,
      lampUpM: 0.88,
      windowInFace: false,
    },
    {
      kind: 'van',
      lengthM: 5.3,
      outline: [
        { inM: 0, upM: 1.12, halfM: 0.95, material: 'paint' },
        { inM: 0.55, upM: 1.3, halfM: 0.93, material: 'glass' },
        { inM: 1.15, upM: 2.1, halfM: 0.84, material: 'roof' },
        { inM: 4.9, upM: 2.18, halfM: 0.9, material: 'roof' },
      ],
      plateUpM: 0.5,
      lampUpM: 0.84,
      windowInFace: false,
    },
  ],
};

export function drawLooks(end: End, dice: Dice): Looks {
  return {
    body: dice.pick(bodies[end]),
    end,
    // White, silver, grey and black lead the market; the rest are coloured, which a mono camera sees as greys.
    paint:
      dice.weighted([215, 165, 110, 70, 28], (tone) => ({ 215: 26, 165: 18, 110: 20, 70: 16, 28: 20 })[tone] ?? 0) +
      dice.uniform(-14, 14),
    variant: dice.integer(1 << 16),
    plateAsideM: dice.chance(0.9) ? dice.uniform(-0.02, 0.02) : dice.uniform(-0.25, 0.25),
    plateRollDeg: dice.normal(0, 0.7),
    retro: dice.uniform(0.62, 1),
  };
}

/** The plate's corners, clockwise from its own top left, for a vehicle whose end stands at (xM, zM). */
export function plateCorners(
  looks: Looks,
  plate: StreetPlate,
  at: { readonly xM: number; readonly zM: number },
): readonly [Place, Place, Place, Place] {
  const [width, height] = plateSizes[plate.size];
  const roll = (looks.plateRollDeg * Math.PI) / 180;
  const corner = (across: number, up: number): Place => [
    at.xM + looks.plateAsideM + across * Math.cos(roll) - up * Math.sin(roll),
    looks.body.plateUpM + up * Math.cos(roll) + across * Math.sin(roll),
    at.zM - 0.03,
  ];
  return [
    corner(-width / 2, height / 2),
    corner(width / 2, height / 2),
    corner(width / 2, -height / 2),
    corner(-width / 2, -height / 2),
  ];
}
