/**
 * A plate as a picture: once as a mono camera sees it by day, once as it sees it under the IR strobe.
 *
 * Both are drawn in one pass: the red channel holds the daylight reflectance, the green channel the infrared one, so
 * the two agree to the pixel (plate-inks.ts). The face is plate-face.ts; here the characters are pressed into it.
 */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Dice } from '../dice.ts';
import { type Texture, textureOf } from '../optics/raster.ts';
import { plateSizes, type StreetPlate } from '../plates.ts';
import { familyOf } from './fonts.ts';
import { type Area, drawEmblem, printFace, type Room, widthOf } from './plate-face.ts';
import { type Inks, ink, inksOf } from './plate-inks.ts';

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
  const area = { width, height };
  const inks = inksOf(plate.design);
  const room = printFace(pen, plate, area, inks, dice);
  pressCharacters(pen, plate, { area, room, inks }, dice);
  wear(pen, area, dice);
  const pixels = pen.getImageData(0, 0, width, height).data;
  const day = new Uint8Array(width * height);
  const infrared = new Uint8Array(width * height);
  for (let i = 0; i < day.length; i++) {
    day[i] = pixels[4 * i]!;
    infrared[i] = pixels[4 * i + 1]!;
  }
  return { day: textureOf(width, height, day), infrared: textureOf(width, height, infrared) };
}

interface Ground {
  readonly area: Area;
  readonly room: Room;
  readonly inks: Inks;
}

/**
 * The characters, each as tall as the room, set with even gaps and squeezed only where they would not fit. An emblem that
 * belongs there stands in the first gap.
 */
function pressCharacters(pen: SKRSContext2D, plate: StreetPlate, { area, room, inks }: Ground, dice: Dice): void {
  const emblem = plate.design.emblems?.find(({ at }) => at === 'gap');
  const first = emblem ? plate.pressed.indexOf(' ') : -1;
  const tall = room.bottom - room.top;
  pen.font = `200px ${familyOf(plate.design.font)}`;
  const capital = pen.measureText('H').actualBoundingBoxAscent;
  const size = (200 * tall) / capital;
  pen.font = `${size}px ${familyOf(plate.design.font)}`;
  pen.textAlign = 'left';
  const gap = tall * 0.13;
  const pieces = [...plate.pressed].map((mark, index) => {
    if (emblem && index === first) return { mark, left: 0, width: Math.max(tall * 0.22, widthOf(emblem, area)) };
    if (mark === ' ') return { mark, left: 0, width: tall * 0.22 };
    if (mark === '-' || mark === '·') return { mark, left: 0, width: tall * (mark === '-' ? 0.26 : 0.16) };
    const box = pen.measureText(mark);
    return { mark, left: box.actualBoundingBoxLeft, width: box.actualBoundingBoxRight + box.actualBoundingBoxLeft };
  });
  const total = pieces.reduce((sum, piece) => sum + piece.width + gap, -gap);
  const squeeze = Math.min(1.12, (room.right - room.left) / total);
  const start = (room.left + room.right - total * squeeze) / 2;
  if (emblem) {
    const before = pieces.slice(0, Math.max(0, first)).reduce((sum, piece) => sum + piece.width + gap, 0);
    const middle = first < 0 ? total / 2 : before + pieces[first]!.width / 2;
    drawEmblem(pen, emblem, { x: start + middle * squeeze, y: (room.top + room.bottom) / 2 }, area);
  }
  const depth = dice.uniform(0.15, 0.5);
  const draw = (style: string, shift: number) => {
    pen.save();
    pen.translate(start + shift, room.bottom + shift);
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
