/**
 * What stands beside the road: signs, trees, poles and walls. Drawn once as textures, placed by chance along the road, and
 * laid into the picture wherever the unit is. Signs carry lettering that a reader must not take for a plate.
 */
import { createCanvas } from '@napi-rs/canvas';
import type { Point } from '../../firmware/domain/candidate.ts';
import type { Dice } from '../dice.ts';
import type { Lighting } from '../optics/lighting.ts';
import type { Pinhole } from '../optics/projection.ts';
import { drawTexture, fillPolygon, type Grey, type Texture, textureOf } from '../optics/raster.ts';
import { levelOf, toneOf } from '../optics/sensor.ts';
import type { Scenario } from '../scenario.ts';
import { roadEdges } from './backdrop.ts';
import { familyOf } from './fonts.ts';

/** A thing beside the road, upright and facing the camera or lining the road. */
export interface Fixture {
  readonly kind: 'sign' | 'tree' | 'wall' | 'pole';
  readonly xM: number;
  readonly zM: number;
  readonly upM: number;
  readonly widthM: number;
  readonly heightM: number;
  readonly texture: Texture;
}

/** Fixtures on `fromM..toM` of the road; each has its own chance, so a longer road begins the same. */
export function drawFixtures(
  scenario: Scenario,
  reach: { readonly fromM: number; readonly toM: number },
  dice: Dice,
): readonly Fixture[] {
  const edges = roadEdges(scenario);
  const fixtures: Fixture[] = [];
  const trees = [0, 1, 2].map((each) => drawTree(dice.fork(`tree/${each}`)));
  const walls = [0, 1, 2].map((each) => drawWall(dice.fork(`wall/${each}`)));
  const signs = signTexts.map((text) => drawSign(text));
  for (let block = Math.ceil(reach.fromM / 9); block * 9 < reach.toM; block++) {
    const own = dice.fork(`block/${block}`);
    for (const side of [-1, 1]) {
      const verge = side < 0 ? edges.left : edges.right;
      const zM = block * 9 + own.uniform(0, 3);
      const draw = own.uniform();
      if (draw < 0.3) {
        const tall = own.uniform(4, 8);
        fixtures.push({
          kind: 'tree',
          xM: verge + side * own.uniform(3, 7),
          zM,
          upM: 0,
          widthM: tall * 0.7,
          heightM: tall,
          texture: own.pick(trees),
        });
      } else if (draw < 0.44) {
        fixtures.push({
          kind: 'sign',
          xM: verge + side * own.uniform(0.9, 1.6),
          zM,
          upM: 1.9,
          widthM: 0.61,
          heightM: 0.76,
          texture: own.pick(signs),
        });
      } else if (draw < 0.52) {
        fixtures.push({
          kind: 'pole',
          xM: verge + side * own.uniform(0.8, 1.4),
          zM,
          upM: 0,
          widthM: 0.18,
          heightM: 7.5,
          texture: poleTexture,
        });
      }
      if (own.chance(0.7)) {
        const heightM = own.uniform(4, 11);
        fixtures.push({
          kind: 'wall',
          xM: verge + side * own.uniform(8, 12),
          zM: block * 9,
          upM: 0,
          widthM: own.uniform(7, 9),
          heightM,
          texture: own.pick(walls),
        });
      }
    }
  }
  return fixtures.sort((a, b) => b.zM - a.zM);
}

/** Lays the fixtures into the picture as seen from `ownM` along the road, far ones first. */
export function layFixtures(
  target: Grey,
  fixtures: readonly Fixture[],
  ownM: number,
  pinhole: Pinhole,
  lighting: Lighting,
  veil: number,
): void {
  for (const fixture of fixtures) {
    const z = fixture.zM - ownM;
    if (z < 2 || z > 150) continue;
    const { xM, upM, widthM, heightM } = fixture;
    const top = upM + heightM;
    const reach =
      fixture.kind === 'wall'
        ? ([
            [xM, Math.max(2, z)],
            [xM, z + widthM],
          ] as const)
        : ([
            [xM - widthM / 2, z],
            [xM + widthM / 2, z],
          ] as const);
    // A wall on the right runs away from the viewer to the left, one on the left to the right.
    const [near, end] = fixture.kind === 'wall' && xM > 0 ? [reach[1], reach[0]] : reach;
    const quad = pinhole.projectQuad([
      [near[0], top, near[1]],
      [end[0], top, end[1]],
      [end[0], upM, end[1]],
      [near[0], upM, near[1]],
    ]);
    if (!quad || !touches(quad, target)) continue;
    const distance = Math.hypot(xM, z);
    const light =
      fixture.kind === 'sign'
        ? lighting.onMarking(distance)
        : lighting.on(distance, fixture.kind === 'wall' ? 0.8 : 0.9);
    if (fixture.kind === 'sign') {
      const post = pinhole.projectQuad([
        [xM - 0.03, upM, z],
        [xM + 0.03, upM, z],
        [xM + 0.03, 0, z],
        [xM - 0.03, 0, z],
      ]);
      if (post) fillPolygon(target, post, levelOf(0.35 * lighting.on(distance), veil));
    }
    drawTexture(
      target,
      fixture.texture,
      quad,
      toneOf(light, Math.min(0.5, veil + distance / 500) * (lighting.on(500) > 0.1 ? 1 : 0)),
    );
  }
}

function touches(points: readonly Point[], { width, height }: Grey): boolean {
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  return Math.max(...xs) > 0 && Math.min(...xs) < width && Math.max(...ys) > 0 && Math.min(...ys) < height;
}

const signTexts = [
  ['SPEED', 'LIMIT', '30'],
  ['NO', 'PARKING', '8-5'],
  ['ONE', 'WAY'],
  ['BUS', 'STOP', '147'],
  ['ROUTE', 'US 66'],
];

function drawSign(lines: readonly string[]): Texture {
  const canvas = createCanvas(122, 152);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#dcdcdc';
  pen.fillRect(0, 0, 122, 152);
  pen.strokeStyle = '#202020';
  pen.lineWidth = 4;
  pen.strokeRect(6, 6, 110, 140);
  pen.fillStyle = '#202020';
  pen.textAlign = 'center';
  lines.forEach((text, row) => {
    const big = row === lines.length - 1;
    pen.font = `${big ? 52 : 30}px ${familyOf('overpass')}`;
    pen.fillText(text, 61, 44 + row * 36 + (big ? 16 : 0), 100);
  });
  return greyOf(canvas.getContext('2d').getImageData(0, 0, 122, 152).data, 122, 152);
}

function drawTree(dice: Dice): Texture {
  const canvas = createCanvas(160, 220);
  const pen = canvas.getContext('2d');
  pen.fillStyle = 'rgb(52, 52, 52)';
  pen.fillRect(74, 120, 12, 100);
  for (let i = 0; i < 140; i++) {
    const angle = dice.uniform(0, 2 * Math.PI);
    const far = Math.sqrt(dice.uniform()) * 62;
    const tone = Math.round(dice.uniform(34, 96));
    pen.fillStyle = `rgb(${tone}, ${tone}, ${tone})`;
    pen.beginPath();
    pen.arc(80 + Math.cos(angle) * far, 80 + Math.sin(angle) * far * 1.1, dice.uniform(5, 13), 0, 2 * Math.PI);
    pen.fill();
  }
  return greyOf(pen.getImageData(0, 0, 160, 220).data, 160, 220);
}

function drawWall(dice: Dice): Texture {
  const canvas = createCanvas(192, 160);
  const pen = canvas.getContext('2d');
  const tone = Math.round(dice.uniform(90, 175));
  pen.fillStyle = `rgb(${tone}, ${tone}, ${tone})`;
  pen.fillRect(0, 0, 192, 160);
  pen.fillStyle = `rgb(${tone - 25}, ${tone - 25}, ${tone - 25})`;
  for (let y = 3; y < 160; y += 5) pen.fillRect(0, y, 192, 1);
  const columns = 3 + dice.integer(3);
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < columns; column++) {
      const glass = Math.round(dice.uniform(28, 80));
      pen.fillStyle = `rgb(${glass}, ${glass}, ${glass})`;
      pen.fillRect(12 + (column * 176) / columns, 14 + row * 50, 110 / columns, 30);
    }
  }
  return greyOf(pen.getImageData(0, 0, 192, 160).data, 192, 160);
}

const poleTexture: Texture = textureOf(2, 2, new Uint8Array([90, 70, 90, 70]));

function greyOf(pixels: Uint8ClampedArray, width: number, height: number): Texture {
  const data = new Uint8Array(width * height);
  const alpha = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) {
    data[i] = pixels[4 * i]!;
    alpha[i] = pixels[4 * i + 3]!;
  }
  return textureOf(width, height, data, alpha);
}
