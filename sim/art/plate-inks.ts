/**
 * What a plate's colours are to a mono camera: a daylight level and an infrared one, carried as red and green of a colour, so
 * that both pictures of a plate are drawn in one pass. Under infrared, black ink stays black, blue and green fade, red fades
 * most; the ground is retro-reflective whatever its colour. Characters stay at least a fifth of the range off their ground.
 */
import type { Design } from '../plates.ts';

export interface Inks {
  readonly characters: string;
  readonly band: string;
  readonly onBand: string;
  readonly border: string;
}

interface Levels {
  readonly day: number;
  readonly infrared: number;
}

/** Infrared level that the darkest ground sends back, and how far characters stay off it. */
const groundMin = 90;
const apartMin = 60;

export function inksOf(design: Design): Inks {
  const ground = lifted(levelsOf(groundBehind(design)));
  let characters = levelsOf(design.colours.characters);
  if (Math.abs(ground.infrared - characters.infrared) < apartMin)
    characters = { ...characters, infrared: ground.infrared + (ground.day < characters.day ? apartMin : -apartMin) };
  const band = levelsOf(design.colours.band ?? design.colours.characters);
  return {
    characters: ink(characters.day, characters.infrared),
    band: ink(band.day, Math.max(band.infrared, 60)),
    onBand: ink(225, 215),
    border: ink((characters.day + ground.day) / 2, (characters.infrared + ground.infrared) / 2),
  };
}

/** A printed colour as an ink. */
export function inkOf(colour: string): string {
  const { day, infrared } = levelsOf(colour);
  return ink(day, infrared);
}

/** A colour of the ground, which sends the strobe's light back. */
export function groundInkOf(colour: string): string {
  const { day, infrared } = lifted(levelsOf(colour));
  return ink(day, infrared);
}

/** A colour whose red is the daylight level and whose green the infrared one. */
export function ink(day: number, infrared: number, alpha = 1): string {
  const part = (level: number) => Math.max(0, Math.min(255, Math.round(level)));
  return `rgba(${part(day)}, ${part(infrared)}, 0, ${alpha})`;
}

/** The ground's colour half-way down, where the characters stand. */
function groundBehind({ gradient, colours }: Design): string {
  const above = gradient?.filter(([place]) => place <= 0.5).at(-1);
  return above?.[1] ?? gradient?.[0]?.[1] ?? colours.ground;
}

function lifted({ day, infrared }: Levels): Levels {
  return { day, infrared: infrared < groundMin ? groundMin + infrared / 3 : infrared };
}

function levelsOf(hex: string): Levels {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const [red, green, blue] = [part(1), part(3), part(5)];
  return { day: 0.3 * red + 0.59 * green + 0.11 * blue, infrared: 10 + 0.9 * (0.72 * red + 0.2 * green + 0.08 * blue) };
}
