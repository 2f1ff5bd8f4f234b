/**
 * A plate as a picture: once as a mono camera sees it by day, once as it sees it under the IR strobe.
 *
 * Both are drawn in one pass: the red channel holds the daylight reflectance, the green channel the infrared one, so
 * the two agree to the pixel. Under infrared, black ink stays black, blue and green fade, red fades most; the ground is
 * retro-reflective whatever its colour. A design stays readable: its inks keep at least a fifth of the range apart.
 */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Dice } from '../dice.ts';
import { type Texture, textureOf } from '../optics/raster.ts';
import { type Design, plateSizes, type StreetPlate } from '../plates.ts';
import { familyOf } from './fonts.ts';

export interface PlateArt {
  readonly day: Texture;
  /** Reflectance of the retro-reflective sheet under the strobe. */
  readonly infrared: Texture;
}

/** Texels a metre. */
const scale = 1500;

export function drawPlateArt(plate: StreetPlate, dice: Dice): PlateArt {
  const [metresWide, metresHigh] = plateSizes[plate.size];
  const width = Math.round(metresWide * scale);
  const height = Math.round(metresHigh * scale);
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  const inks = inksOf(plate.design);
  pen.fillStyle = inks.ground;
  pen.fillRect(0, 0, width, height);
  if (dice.chance(0.4)) shadeGround(pen, { width, height }, dice);
  const room = decorate(pen, plate, { width, height }, inks, dice);
  pressCharacters(pen, plate, room, inks, dice);
  wear(pen, { width, height }, dice);
  const pixels = pen.getImageData(0, 0, width, height).data;
  const day = new Uint8Array(width * height);
  const infrared = new Uint8Array(width * height);
  for (let i = 0; i < day.length; i++) {
    day[i] = pixels[4 * i]!;
    infrared[i] = pixels[4 * i + 1]!;
  }
  return { day: textureOf(width, height, day), infrared: textureOf(width, height, infrared) };
}

interface Area {
  readonly width: number;
  readonly height: number;
}

interface Inks {
  readonly ground: string;
  readonly characters: string;
  readonly band: string;
  readonly onBand: string;
  readonly border: string;
}

/** Where the characters may stand, in texels. */
interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function inksOf(design: Design): Inks {
  const ground = levels(design.colours.ground);
  let characters = levels(design.colours.characters);
  if (ground.infrared < 90) ground.infrared = 90 + ground.infrared / 3;
  const apart = ground.infrared - characters.infrared;
  if (Math.abs(apart) < 60)
    characters = { ...characters, infrared: ground.infrared + (ground.day < characters.day ? 60 : -60) };
  const band = levels(design.colours.band ?? design.colours.characters);
  return {
    ground: ink(ground.day, ground.infrared),
    characters: ink(characters.day, characters.infrared),
    band: ink(band.day, Math.max(band.infrared, 60)),
    onBand: ink(225, 215),
    border: ink((characters.day + ground.day) / 2, (characters.infrared + ground.infrared) / 2),
  };
}

function levels(hex: string): { day: number; infrared: number } {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  return { day: 0.3 * red + 0.59 * green + 0.11 * blue, infrared: 10 + 0.9 * (0.72 * red + 0.2 * green + 0.08 * blue) };
}

/** A colour whose red is the daylight level and whose green the infrared one. */
function ink(day: number, infrared: number, alpha = 1): string {
  const part = (level: number) => Math.max(0, Math.min(255, Math.round(level)));
  return `rgba(${part(day)}, ${part(infrared)}, 0, ${alpha})`;
}

function shadeGround(pen: SKRSContext2D, area: Area, dice: Dice): void {
  const fade = pen.createLinearGradient(0, 0, 0, area.height);
  const depth = dice.uniform(0.05, 0.22);
  const tone = dice.chance(0.5) ? ink(120, 170, depth) : ink(90, 150, depth);
  fade.addColorStop(0, tone);
  fade.addColorStop(dice.uniform(0.35, 0.7), ink(255, 255, 0));
  if (dice.chance(0.5)) fade.addColorStop(1, tone);
  pen.fillStyle = fade;
  pen.fillRect(0, 0, area.width, area.height);
}

/** Legend, slogan, band, border, stickers and screws; returns what is left for the characters. */
function decorate(pen: SKRSContext2D, plate: StreetPlate, area: Area, inks: Inks, dice: Dice): Room {
  const { width, height } = area;
  const { design } = plate;
  pen.strokeStyle = inks.border;
  pen.lineWidth = height * 0.018;
  if (dice.chance(0.7)) pen.strokeRect(height * 0.025, height * 0.025, width - height * 0.05, height * 0.95);
  if (plate.size === 'eu') {
    let left = width * 0.025;
    if (design.colours.band) {
      const band = width * 0.08;
      pen.fillStyle = inks.band;
      pen.fillRect(0, 0, band, height);
      pen.fillStyle = inks.onBand;
      for (let star = 0; star < 12; star++) {
        const angle = (star / 12) * 2 * Math.PI;
        pen.fillRect(
          band / 2 + Math.cos(angle) * band * 0.28 - 3,
          height * 0.33 + Math.sin(angle) * band * 0.28 - 3,
          6,
          6,
        );
      }
      write(pen, design.legend, {
        x: band / 2,
        y: height * 0.86,
        height: height * 0.2,
        most: band * 0.8,
        ink: inks.onBand,
      });
      left = band + width * 0.012;
    }
    return { left, right: width * 0.975, top: height * 0.13, bottom: height * 0.87 };
  }
  if (plate.size === 'br') {
    if (design.colours.band) {
      pen.fillStyle = inks.band;
      pen.fillRect(0, 0, width, height * 0.23);
    }
    write(pen, design.legend, {
      x: width / 2,
      y: height * 0.18,
      height: height * 0.11,
      most: width * 0.7,
      ink: design.colours.band ? inks.onBand : inks.characters,
    });
    return { left: width * 0.04, right: width * 0.96, top: height * 0.31, bottom: height * 0.9 };
  }
  write(pen, design.legend, {
    x: width / 2,
    y: height * 0.19,
    height: height * 0.115,
    most: width * 0.56,
    ink: inks.characters,
  });
  if (design.slogan) {
    write(pen, design.slogan, {
      x: width / 2,
      y: height * 0.95,
      height: height * 0.07,
      most: width * 0.62,
      ink: inks.characters,
    });
  }
  for (const [x, y] of [
    [0.07, 0.06],
    [0.85, 0.06],
    [0.07, 0.8],
    [0.85, 0.8],
  ] as const) {
    if (dice.chance(0.25)) {
      pen.fillStyle = ink(dice.uniform(40, 230), dice.uniform(60, 230));
      pen.fillRect(width * x, height * y, width * 0.08, height * 0.13);
    }
  }
  pen.fillStyle = ink(60, 40);
  for (const x of [0.21, 0.79]) {
    for (const y of [0.09, 0.91]) {
      pen.beginPath();
      pen.arc(width * x, height * y, height * 0.022, 0, 2 * Math.PI);
      pen.fill();
    }
  }
  return { left: width * 0.045, right: width * 0.955, top: height * 0.27, bottom: height * 0.76 };
}

interface Line {
  readonly x: number;
  /** Base line. */
  readonly y: number;
  /** Of the capitals. */
  readonly height: number;
  readonly most: number;
  readonly ink: string;
}

/** Small print, centred. */
function write(pen: SKRSContext2D, text: string, line: Line): void {
  pen.font = `${line.height / 0.72}px ${familyOf('roboto-condensed')}`;
  const width = pen.measureText(text).width;
  pen.save();
  pen.translate(line.x, line.y);
  pen.scale(Math.min(1, line.most / Math.max(1, width)), 1);
  pen.textAlign = 'center';
  pen.fillStyle = line.ink;
  pen.fillText(text, 0, 0);
  pen.restore();
}

/** The characters, each as tall as the room, set with even gaps and squeezed only where they would not fit. */
function pressCharacters(pen: SKRSContext2D, plate: StreetPlate, room: Room, inks: Inks, dice: Dice): void {
  const tall = room.bottom - room.top;
  pen.font = `200px ${familyOf(plate.design.font)}`;
  const capital = pen.measureText('H').actualBoundingBoxAscent;
  const size = (200 * tall) / capital;
  pen.font = `${size}px ${familyOf(plate.design.font)}`;
  pen.textAlign = 'left';
  const gap = tall * 0.13;
  const pieces = [...plate.pressed].map((mark) => {
    if (mark === ' ') return { mark, left: 0, width: tall * 0.22 };
    if (mark === '-' || mark === '·') return { mark, left: 0, width: tall * (mark === '-' ? 0.26 : 0.16) };
    const box = pen.measureText(mark);
    return { mark, left: box.actualBoundingBoxLeft, width: box.actualBoundingBoxRight + box.actualBoundingBoxLeft };
  });
  const total = pieces.reduce((sum, piece) => sum + piece.width + gap, -gap);
  const squeeze = Math.min(1.12, (room.right - room.left) / total);
  const depth = dice.uniform(0.15, 0.5);
  const draw = (style: string, shift: number) => {
    pen.save();
    pen.translate((room.left + room.right - total * squeeze) / 2 + shift, room.bottom + shift);
    pen.scale(squeeze, 1);
    pen.fillStyle = style;
    let x = 0;
    for (const piece of pieces) {
      if (piece.mark === '-') pen.fillRect(x, -tall * 0.54, piece.width, tall * 0.1);
      else if (piece.mark === '·') pen.fillRect(x, -tall * 0.56, piece.width, tall * 0.16);
      else if (piece.mark !== ' ') pen.fillText(piece.mark, x + piece.left, 0);
      x += piece.width + gap;
    }
    pen.restore();
  };
  // Pressed metal: the upper left edge of a character catches light, the lower right lies in shade.
  draw(ink(255, 255, depth), -2.5);
  draw(ink(20, 40, depth), 2.5);
  draw(inks.characters, 0);
}

/** Dirt and wear, never so much that a person could not read on. */
function wear(pen: SKRSContext2D, area: Area, dice: Dice): void {
  const spots = dice.integer(14);
  for (let i = 0; i < spots; i++) {
    const radius = dice.uniform(2, area.height * 0.2);
    pen.fillStyle = ink(95, 70, Math.min(0.5, 2.2 / radius) + dice.uniform(0, 0.06));
    pen.beginPath();
    pen.arc(dice.uniform(0, area.width), dice.uniform(0, area.height), radius, 0, 2 * Math.PI);
    pen.fill();
  }
}
