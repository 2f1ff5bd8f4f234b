/**
 * The end of a vehicle as a picture: body, lamps, window, bumper, badges and stickers in greys, drawn once a vehicle.
 * What could be taken for a plate (stickers, badges, lettering) is meant to be: a reader must not read it as one.
 */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Dice } from '../dice.ts';
import { type Texture, textureOf } from '../optics/raster.ts';
import type { Looks } from '../vehicle.ts';
import { familyOf } from './fonts.ts';

/** Texels a metre. */
const scale = 170;

/** Texture of the end face: from side to side of its widest point, from its top down to the road. */
export function drawFace(looks: Looks, dice: Dice): Texture {
  const { body, end } = looks;
  const half = body.outline[0]!.halfM + 0.04;
  const tall = body.outline[0]!.upM;
  const width = Math.round(half * 2 * scale);
  const height = Math.round(tall * scale);
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  // From here on in metres: x from the middle, y up from the road.
  pen.translate(width / 2, height);
  pen.scale(scale, -scale);

  const paint = looks.paint;
  pen.fillStyle = grey(14);
  pen.fillRect(-half + 0.1, 0, 0.24, 0.5);
  pen.fillRect(half - 0.34, 0, 0.24, 0.5);
  const shell = pen.createLinearGradient(0, tall, 0, 0.2);
  shell.addColorStop(0, grey(paint * 1.08));
  shell.addColorStop(0.45, grey(paint * 0.98));
  shell.addColorStop(1, grey(paint * 0.72));
  pen.fillStyle = shell;
  rounded(pen, -half + 0.04, 0.26, half * 2 - 0.08, tall - 0.26, 0.11);

  const bumperTop = end === 'rear' ? Math.min(0.62, body.plateUpM > 0.7 ? 0.58 : 0.7) : 0.6;
  pen.fillStyle = grey(body.kind === 'pickup' ? 150 : paint * 0.82);
  rounded(pen, -half + 0.02, 0.3, half * 2 - 0.04, bumperTop - 0.3, 0.07);
  pen.fillStyle = grey(30);
  rounded(pen, -half + 0.12, 0.24, half * 2 - 0.24, 0.13, 0.04);
  pen.strokeStyle = grey(paint * 0.45);
  pen.lineWidth = 0.012;
  line(pen, -half + 0.08, bumperTop + 0.015, half - 0.08, bumperTop + 0.015);

  if (end === 'front') drawGrille(pen, looks, half);
  else drawRear(pen, looks, half, tall, dice);
  drawLamps(pen, looks, half);
  drawDistractors(pen, looks, half, tall, bumperTop, dice);
  // Most plates hang in a recess a little larger than they are, some in a dealer's frame, some on the plain sheet.
  const mount = looks.variant % 10;
  if (mount < 6) {
    pen.fillStyle = grey(paint * (0.45 + 0.05 * mount));
    rounded(pen, looks.plateAsideM - 0.21, body.plateUpM - 0.1, 0.42, 0.2, 0.02);
  } else if (mount < 8) {
    pen.fillStyle = grey(mount === 6 ? 20 : 200);
    rounded(pen, looks.plateAsideM - 0.165, body.plateUpM - 0.09, 0.33, 0.18, 0.008);
  }

  const pixels = pen.getImageData(0, 0, width, height).data;
  const data = new Uint8Array(width * height);
  const alpha = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) {
    data[i] = pixels[4 * i]!;
    alpha[i] = pixels[4 * i + 3]!;
  }
  return textureOf(width, height, data, alpha);
}

function drawGrille(pen: SKRSContext2D, looks: Looks, half: number): void {
  const top = looks.body.lampUpM + 0.07;
  pen.fillStyle = grey(22);
  rounded(
    pen,
    -half * 0.52,
    looks.body.plateUpM + 0.11,
    half * 1.04,
    Math.max(0.08, top - looks.body.plateUpM - 0.11),
    0.05,
  );
  pen.strokeStyle = grey(120);
  pen.lineWidth = 0.012;
  for (let y = looks.body.plateUpM + 0.15; y < top - 0.02; y += 0.055) line(pen, -half * 0.48, y, half * 0.48, y);
  pen.fillStyle = grey(200);
  pen.beginPath();
  pen.arc(0, top - 0.05, 0.05, 0, 2 * Math.PI);
  pen.fill();
}

function drawRear(pen: SKRSContext2D, looks: Looks, half: number, tall: number, dice: Dice): void {
  if (looks.body.windowInFace) {
    pen.fillStyle = grey(34);
    rounded(pen, -half + 0.18, tall - 0.95, half - 0.22, 0.72, 0.06);
    rounded(pen, 0.04, tall - 0.95, half - 0.22, 0.72, 0.06);
    pen.strokeStyle = grey(looks.paint * 0.4);
    line(pen, 0, 0.6, 0, tall - 0.1);
  }
  if (looks.body.kind === 'pickup') {
    pen.strokeStyle = grey(looks.paint * 0.6);
    pen.lineWidth = 0.015;
    pen.strokeRect(-half + 0.22, 0.72, half * 2 - 0.44, tall - 0.76);
    pen.fillStyle = grey(looks.paint * 0.55);
    rounded(pen, -0.12, tall - 0.2, 0.24, 0.07, 0.02);
  } else if (dice.chance(0.6)) {
    pen.fillStyle = grey(dice.chance(0.5) ? 205 : looks.paint * 0.4);
    rounded(pen, -0.33, looks.body.plateUpM + 0.12, 0.66, 0.035, 0.01);
  }
}

function drawLamps(pen: SKRSContext2D, looks: Looks, half: number): void {
  const { body, end } = looks;
  const style = looks.variant % 3;
  const width = end === 'front' ? 0.36 : [0.26, 0.34, 0.18][style]!;
  const height = end === 'front' ? 0.15 : [0.17, 0.13, 0.34][style]!;
  for (const side of [-1, 1]) {
    const x = side < 0 ? -half + 0.05 : half - 0.05 - width;
    pen.fillStyle = grey(end === 'front' ? 170 : 62);
    rounded(pen, x, body.lampUpM - height / 2, width, height, 0.05);
    pen.fillStyle = grey(end === 'front' ? 235 : 120);
    rounded(pen, x + width * 0.3, body.lampUpM - height * 0.25, width * 0.4, height * 0.5, 0.03);
  }
}

const badges = ['V6', 'AWD', '4X4', 'HYBRID', '2.5 S', 'LTX', 'SPORT', 'GT 500', 'XLE', 'TURBO', '1500'];
const stickers = [
  'MY OTHER CAR',
  'BABY ON BOARD',
  'FISH 4 FUN',
  'COOP 1',
  'RUN 26.2',
  'I BRAKE 4 CATS',
  'PARK 88',
  'BAND MOM',
];

function drawDistractors(
  pen: SKRSContext2D,
  looks: Looks,
  half: number,
  tall: number,
  bumperTop: number,
  dice: Dice,
): void {
  if (looks.end === 'rear' && dice.chance(0.75)) {
    letter(pen, dice.pick(badges), {
      x: half - 0.45,
      y: tall - 0.16,
      height: 0.05,
      tone: looks.paint > 120 ? 60 : 190,
    });
  }
  if (looks.end === 'rear' && dice.chance(0.3)) {
    const x = (dice.chance(0.5) ? -1 : 1) * (half - 0.42);
    const dark = dice.chance(0.5);
    pen.fillStyle = grey(dark ? 35 : 225);
    rounded(pen, x - 0.17, bumperTop - 0.16, 0.34, 0.1, 0.005);
    letter(pen, dice.pick(stickers), { x, y: bumperTop - 0.135, height: 0.036, tone: dark ? 220 : 40 });
  }
  if (looks.body.kind === 'van' && looks.end === 'rear' && dice.chance(0.6)) {
    const tone = looks.paint > 120 ? 50 : 220;
    letter(pen, dice.pick(['PRAIRIE PLUMBING', 'CITY FLOWERS', 'ROOF & GUTTER', 'FRESH BREAD']), {
      x: 0,
      y: 1.2,
      height: 0.1,
      tone,
    });
    letter(pen, `${200 + dice.integer(700)}-555-01${10 + dice.integer(89)}`, { x: 0, y: 1.02, height: 0.08, tone });
  }
}

interface Lettering {
  readonly x: number;
  readonly y: number;
  /** Metres. */
  readonly height: number;
  readonly tone: number;
}

function letter(pen: SKRSContext2D, text: string, at: Lettering): void {
  pen.save();
  pen.translate(at.x, at.y);
  pen.scale(0.01, -0.01);
  pen.font = `${(at.height * 100) / 0.72}px ${familyOf('roboto-condensed')}`;
  pen.textAlign = 'center';
  pen.fillStyle = grey(at.tone);
  pen.fillText(text, 0, 0);
  pen.restore();
}

function line(pen: SKRSContext2D, fromX: number, fromY: number, toX: number, toY: number): void {
  pen.beginPath();
  pen.moveTo(fromX, fromY);
  pen.lineTo(toX, toY);
  pen.stroke();
}

function rounded(pen: SKRSContext2D, x: number, y: number, width: number, height: number, radius: number): void {
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
  pen.fill();
}

function grey(level: number): string {
  const value = Math.max(0, Math.min(255, Math.round(level)));
  return `rgb(${value}, ${value}, ${value})`;
}
