/**
 * A line chart as SVG written by hand: small enough to commit, alike on every machine, readable on light and dark ground. Both axes
 * begin at zero and are linear, so that what grows in proportion is a straight line through the corner.
 */

export interface Axis {
  readonly name: string;
  readonly unit: string;
}

export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Chart {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  /** What was measured where, in one line. */
  readonly note: string;
}

const WIDTH = 720;
const HEIGHT = 400;
const PLOT = { left: 64, right: 696, top: 84, bottom: 330 } as const;
const COLOURS = ['#1b6ca8', '#c2571a', '#2d8a4e', '#8b3a8f', '#a8891b'];
const COLOURS_ON_DARK = ['#6cb4ea', '#f09a63', '#6fcf92', '#d08ad4', '#e0c35a'];
const TICKS = 5;
/** Less than this is zero. */
const LEAST = 1e-9;
const LETTER = 7;

/** Refuses, with a RangeError, a chart without points or with more series than colours. */
export function svgOf({ title, x, y, series, note }: Chart): string {
  const points = series.flatMap((each) => each.points);
  if (points.length === 0 || series.length > COLOURS.length) throw new RangeError('no points, or too many series');
  const [across, up] = [scaleOf(points.map(([value]) => value)), scaleOf(points.map(([, value]) => value))];
  const placeX = (value: number) => PLOT.left + (value / across.end) * (PLOT.right - PLOT.left);
  const placeY = (value: number) => PLOT.bottom - (value / up.end) * (PLOT.bottom - PLOT.top);
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${style()}</style>`,
    `<rect class="ground" width="${WIDTH}" height="${HEIGHT}"/>`,
    text(PLOT.left, 26, title, { class: 'title' }),
    ...legend(series),
    ...up.ticks.flatMap((tick) => [
      `<path class="grid" d="M${PLOT.left} ${at(placeY(tick))}H${PLOT.right}"/>`,
      text(PLOT.left - 8, placeY(tick) + 4, number(tick), { anchor: 'end' }),
    ]),
    ...across.ticks.flatMap((tick) => [
      `<path class="grid" d="M${at(placeX(tick))} ${PLOT.bottom}v5"/>`,
      text(placeX(tick), PLOT.bottom + 20, number(tick), { anchor: 'middle' }),
    ]),
    text(PLOT.left - 8, PLOT.top - 12, `${y.name}, ${y.unit}`, { class: 'quiet' }),
    text(PLOT.right, PLOT.bottom + 40, `${x.name}, ${x.unit}`, { anchor: 'end', class: 'quiet' }),
    text(PLOT.left, HEIGHT - 10, note, { class: 'quiet' }),
    ...series.flatMap((each, index) => {
      const places = each.points.toSorted(([a], [b]) => a - b).map(([a, b]) => `${at(placeX(a))} ${at(placeY(b))}`);
      return [
        `<path class="line c${index}" d="M${places.join('L')}"/>`,
        ...places.map(
          (place) => `<circle class="dot c${index}" cx="${place.split(' ')[0]}" cy="${place.split(' ')[1]}" r="3.5"/>`,
        ),
      ];
    }),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function style(): string {
  const series = (colours: readonly string[]) =>
    colours.map((colour, index) => `.line.c${index}{stroke:${colour}}.dot.c${index}{fill:${colour}}`).join('');
  const shades = (ground: string, ink: string, quiet: string, grid: string) =>
    `.ground{fill:${ground}}text{fill:${ink}}.quiet{fill:${quiet}}.grid{stroke:${grid}}`;
  return [
    '.title{font-size:16px;font-weight:bold}.line{fill:none;stroke-width:2}',
    shades('#fff', '#1c1f23', '#59626c', '#d8dde2'),
    series(COLOURS),
    `@media(prefers-color-scheme:dark){${shades('#14171b', '#e8ebee', '#a5afb9', '#3a4149')}${series(COLOURS_ON_DARK)}}`,
  ].join('');
}

/** A dot and a name for each series, in one line. */
function legend(series: readonly Series[]): string[] {
  let left: number = PLOT.left;
  return series.flatMap(({ name }, index) => {
    const here = left;
    left += 34 + LETTER * name.length;
    return [`<circle class="dot c${index}" cx="${here + 5}" cy="48" r="4.5"/>`, text(here + 15, 52, name)];
  });
}

/** Ticks at round numbers from zero to at least the largest value. */
function scaleOf(values: readonly number[]): { end: number; ticks: number[] } {
  const most = Math.max(...values);
  const largest = most < LEAST ? 1 : most;
  const rough = largest / TICKS;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 4, 5, 10].map((factor) => factor * magnitude).find((each) => each >= rough)!;
  const count = Math.ceil(largest / step - 1e-9);
  return { end: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

function text(x: number, y: number, content: string, how: { anchor?: string; class?: string } = {}): string {
  const attributes = [
    ...(how.class === undefined ? [] : [` class="${how.class}"`]),
    ...(how.anchor === undefined ? [] : [` text-anchor="${how.anchor}"`]),
  ];
  return `<text x="${at(x)}" y="${at(y)}"${attributes.join('')}>${escaped(content)}</text>`;
}

function at(place: number): string {
  return String(Number(place.toFixed(1)));
}

function number(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
