/**
 * Measures a board through one wire from an output to an input (hw/wiring.md, "Loopback"): whether the wire is there, how long an edge
 * takes to the kernel's stamp and from there to JavaScript, and how wide the sequencer's strobe pulses truly are, by the kernel's stamps.
 *
 * The illuminator is to be off the output. What the wire hears is the pin, so the figures hold what a strobe would see.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { type GpioLine, type LineEdge, type LineLocation, requestLine, startSequencer } from '../../native/index.ts';
import { type Board, type LineName, lineNames, placeOf } from '../config/board.ts';
import { guarded } from '../devices/gpio-fault.ts';
import { CONSUMER, locationOf } from '../devices/gpiochip.ts';
import { Fault, faultOf } from '../domain/fault.ts';
import { type Finding, good, leftOut, wrong, wrongBy } from './finding.ts';
import { spreadOf, widthErrorsUs } from './pulses.ts';

export interface Wire {
  readonly from: LineName;
  readonly to: LineName;
}

interface End extends LineLocation {
  readonly name: LineName;
  readonly activeLow: boolean;
}

const EDGES = 200;
const EDGE_WAIT_MS = 1000;
const PERIOD_US = 20_000;
const CYCLES = 100;
const WIDTHS_US = [250, 1000];
/** A fifth of the shortest strobe: within what a plate's brightness bears. */
const WIDTH_ERROR_US_MAX = 50;

/** @param wire such as `strobe:tamper`; undefined: the one that hw/wiring.md asks for. */
export function wireOf(board: Board, wire: string | undefined): Wire {
  const [from, to] = (wire ?? usual(board)).split(':') as [LineName, LineName];
  if (board.lines[from]?.direction !== 'output' || board.lines[to]?.direction !== 'input') {
    const names = lineNames.filter((name) => board.lines[name] !== undefined).join(', ');
    throw new Fault('usage', `doctor: --wire OUTPUT:INPUT, of the lines that ${board.name} has: ${names}.`);
  }
  return { from, to };
}

function usual({ lines }: Board): string {
  const to = lines['camera-exposure'] === undefined ? 'tamper' : 'camera-exposure';
  return `${lines.strobe === undefined ? 'illuminator-enable' : 'strobe'}:${to}`;
}

export async function checkLoopback(board: Board, wire: Wire): Promise<Finding[]> {
  const subject = `wire ${wire.from} to ${wire.to}`;
  if (board.gpio.adapter !== 'gpiochip') return [leftOut(subject, 'sysfs gives no stamps to measure by.')];
  try {
    const [from, to] = [endOf(board, wire.from), endOf(board, wire.to)];
    const made = await edgesThrough(from, to);
    if (!follows(made, from, to)) return [wrong(subject, `${to.name} does not follow ${from.name}.`, JOIN)];
    const findings = [good(subject, 'is there'), latencyOf(made)];
    return wire.from === 'strobe' ? [...findings, await strobeWidths(from, to)] : findings;
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return [wrongBy(subject, fault)];
  }
}

const JOIN = 'Join them by 1 kohm as hw/wiring.md says; on a Jetson set both pins to GPIO in the pinmux.';

function endOf(board: Board, name: LineName): End {
  const place = placeOf(board.lines[name]!);
  return { name, activeLow: place.activeLow, ...guarded(name, () => locationOf(name, place)) };
}

function requested(end: End, output: boolean, activeLow = end.activeLow): GpioLine {
  const settings = { output, activeLow, bias: 'as-is', debounceUs: 0 } as const;
  return guarded(end.name, () => requestLine(end, CONSUMER, settings));
}

/** An edge that was made at a moment, and what came of it; milliseconds of the kernel's monotonic clock. */
interface Made {
  readonly rising: boolean;
  readonly madeMs: number;
  readonly edge: LineEdge | undefined;
  readonly heardMs: number;
}

/** Drives edges one by one, each waited for. Stops at the first that does not come. */
async function edgesThrough(from: End, to: End): Promise<Made[]> {
  const output = requested(from, true);
  const input = requested(to, false);
  const made: Made[] = [];
  let heard: (edge: LineEdge | undefined) => void = () => {};
  try {
    input.watch({ edge: (edge) => heard(edge), gone: () => heard(undefined) });
    for (let each = 0; each < EDGES; each++) {
      const rising = each % 2 === 0;
      const { promise, resolve } = Promise.withResolvers<LineEdge | undefined>();
      heard = resolve;
      const madeMs = monotonicNowMs();
      output.set(rising);
      const waited = new AbortController();
      const silence = delay(EDGE_WAIT_MS, undefined, { signal: waited.signal }).catch(() => undefined);
      const edge = await Promise.race([promise, silence]);
      made.push({ rising, madeMs, edge, heardMs: monotonicNowMs() });
      waited.abort();
      if (edge === undefined) break;
    }
  } finally {
    output.set(false);
    output.close();
    input.close();
  }
  return made;
}

/** Every edge came, in the direction of the wire, and none that nobody made. */
function follows(made: readonly Made[], from: End, to: End): boolean {
  const turned = from.activeLow !== to.activeLow;
  return (
    made.length === EDGES &&
    made.every(({ rising, edge }, at) => edge?.sequence === at + 1 && edge.rising === (rising !== turned))
  );
}

function latencyOf(made: readonly Made[]): Finding {
  const stamp = spreadOf(made.map(({ madeMs, edge }) => (edge!.monotonicMs - madeMs) * 1000));
  const heard = spreadOf(made.map(({ heardMs, edge }) => (heardMs - edge!.monotonicMs) * 1000));
  const found = `${made.length}; to the kernel's stamp ${told(stamp)}; from there to JavaScript ${told(heard)}`;
  return {
    ...good('edges', found),
    measured: { edges: made.length, ...named('stamp', stamp), ...named('heard', heard) },
  };
}

async function strobeWidths(from: End, to: End): Promise<Finding> {
  // Rising is the strobe's own active edge, whichever way the input is wired.
  const input = requested(to, false, from.activeLow);
  const edges: LineEdge[] = [];
  const exposures = WIDTHS_US.map((strobeUs) => ({ triggerUs: 0, strobeDelayUs: 0, strobeUs }));
  const sequencer = startSequencer({ strobe: from }, { periodUs: PERIOD_US, exposures });
  try {
    input.watch({ edge: (edge) => edges.push(edge), gone: () => undefined });
    while (sequencer.report().cycles < CYCLES) await delay(PERIOD_US / 1000);
  } finally {
    sequencer.close();
    await delay(PERIOD_US / 1000);
    input.close();
  }
  const { startMs, cycles, withheld, skipped, realtime, locked } = sequencer.report();
  // Those of the cycles in the report: one more may have begun before the end.
  const endMs = startMs + ((cycles + skipped) * PERIOD_US) / 1000;
  const reported = edges.filter(({ monotonicMs }) => monotonicMs < endMs);
  const errors = widthErrorsUs(reported, { startMs, periodUs: PERIOD_US, widthsUs: WIDTHS_US });
  const off = spreadOf(errors.map(Math.abs));
  const played = cycles - withheld;
  const pulses = { played, seen: errors.length, withheld, skipped };
  const rights = `${realtime ? 'real time' : 'no real time'}, memory ${locked ? '' : 'not '}locked`;
  const found = `${errors.length} of ${played} pulses, ${WIDTHS_US.join(' and ')} us, off by ${told(off)}; ${rights}`;
  const measured = { ...pulses, ...named('width_error', off), realtime, locked };
  const subject = 'strobe widths';
  if (errors.length === played && off.p99 <= WIDTH_ERROR_US_MAX) return { ...good(subject, found), measured };
  return { ...wrong(subject, found, realtime ? ISOLATE : GRANT), measured };
}

const GRANT =
  'Run it as root, or with the rights that hw/systemd/platekeeper.service gives (LimitRTPRIO, LimitMEMLOCK).';
const ISOLATE =
  'Something holds the processor: end what is busy, isolate a core (isolcpus=), or use a PREEMPT_RT kernel.';

/** CLOCK_MONOTONIC, by which the kernel stamps edges; performance.now() begins with the process. */
function monotonicNowMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

type Spread = ReturnType<typeof spreadOf>;

function named(name: string, { p50, p99, max }: Spread): Record<string, number> {
  return { [`${name}_us_p50`]: p50, [`${name}_us_p99`]: p99, [`${name}_us_max`]: max };
}

function told({ p50, p99, max }: Spread): string {
  return `${p50} us (half), ${p99} us (99 of 100), ${max} us (all)`;
}
