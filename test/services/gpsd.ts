/**
 * gpsd's regression logs: what receivers said, and in the `.chk` beside each what gpsd made of it, sentence by sentence. The
 * logs are not part of the project (receiver-logs.ts).
 *
 * A `.chk` repeats the log's sentences with gpsd's reports (JSON, one a line) where it made them: so each report is of all that
 * came before it. Reports are held against the service's fix at the same place; time of the log moves the clock.
 */
import { closeSync, existsSync, readFileSync, writeSync } from 'node:fs';
import { serialPort } from '../../firmware/devices/serial-port.ts';
import type { Fix } from '../../firmware/domain/fix.ts';
import { Gps, type GpsCounts } from '../../firmware/services/gps/gps.ts';
import { openPseudoTerminal } from '../../native/index.ts';
import { SimClock } from '../../sim/clock.ts';
import { recordingLog } from '../broker/recording-log.ts';
import { gpsDefaults } from './lines.ts';
import { receiverLogs } from './receiver-logs.ts';

/** gpsd's TPV, as far as it is compared: degrees, metres, metres a second. */
interface Report {
  readonly mode: number;
  readonly time?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly altMSL?: number;
  readonly speed?: number;
  readonly track?: number;
}

interface Step {
  /** Bytes of the log up to here. */
  readonly end: number;
  readonly report: Report;
}

/** What gpsd prints rounded, and what the last digit of a sentence is worth. Milliseconds, degrees, metres, metres a second. */
const tolerances = { time: 1, lat: 1e-6, lon: 1e-6, alt: 0.06, speed: 0.01, track: 0.06 };
type Value = keyof typeof tolerances;

/** Longer ones are makers' own, and noise to us. */
const LONGEST = 120;

export interface Replay {
  /** How many reports were compared. */
  readonly reports: number;
  /** How often each kind of difference was found. */
  readonly differences: Readonly<Record<string, number>>;
  readonly counts: GpsCounts;
  readonly bytes: number;
  /** Sentences of the log that are whole: from `$` to the checksum that they should have, ended, and not too long. */
  readonly whole: number;
}

/** @param name of a log of a receiver. Replays it through a pseudo-terminal and the serial adapter. */
export async function replayed(name: string): Promise<Replay> {
  const log = readFileSync(new URL(name, receiverLogs));
  const terminal = openPseudoTerminal();
  const clock = new SimClock({ startEpochMs: 0 });
  const gps = new Gps({ ...gpsDefaults, line: serialPort({ path: terminal.path }), clock, log: recordingLog() });
  const stop = new AbortController();
  const running = gps.run(stop.signal);
  await gps.opened();
  let written = 0;
  const say = async (end: number) => {
    for (let at = written; at < end; at = written) {
      written += writeSync(terminal.fd, log, at, Math.min(1024, end - at));
      await gps.consumed(written);
    }
  };
  const steps = stepsOf(name, log);
  const start = steps.find(({ report }) => report.time !== undefined);
  const differences: Record<string, number> = {};
  for (const [at, { end, report }] of steps.entries()) {
    const next = steps.slice(at).find(({ report: { time } }) => time !== undefined);
    const sinceMs = next && start ? Date.parse(next.report.time!) - Date.parse(start.report.time!) : 0;
    if (sinceMs > clock.monotonic()) await clock.advanceTo(sinceMs);
    await say(end);
    for (const each of differencesOf(gps.received(), report)) differences[each] = (differences[each] ?? 0) + 1;
  }
  await say(log.length);
  stop.abort();
  await running;
  closeSync(terminal.fd);
  return { reports: steps.length, differences, counts: gps.counts, bytes: log.length, whole: wholeIn(log) };
}

function stepsOf(name: string, log: Buffer): Step[] {
  const expected = new URL(`${name}.chk`, receiverLogs);
  if (!existsSync(expected)) return [];
  const said = log.toString('latin1');
  const steps: Step[] = [];
  let end = 0;
  for (const line of readFileSync(expected, 'latin1').split(/\r?\n/)) {
    if (line.startsWith('{"class":"TPV"')) steps.push({ end, report: JSON.parse(line) });
    if (!line.startsWith('$')) continue;
    const at = said.indexOf(line, end);
    if (at >= 0) end = said.indexOf('\n', at) + 1 || said.length;
  }
  return steps;
}

/**
 * What gpsd has and we have not, or otherwise. What gpsd leaves out of a report is not compared: it begins anew with each
 * second, where we keep a fix whole until it is renewed. Without a fix we say nothing, where gpsd still says the time.
 */
function differencesOf(fix: Fix, report: Report): string[] {
  const modes = { none: [0, 1], '2d': [2], '3d': [3], differential: [2, 3], stale: [], surveyed: [] }[fix.quality];
  if (!(modes as number[]).includes(report.mode)) return [`mode ${report.mode} is ${fix.quality}`];
  if (report.mode < 2) return [];
  const theirs = { ...report, alt: report.altMSL, time: report.time && Date.parse(report.time) };
  const ours = {
    time: fix.receiverTime?.epochMs,
    lat: fix.position?.latitude,
    lon: fix.position?.longitude,
    alt: fix.position?.altitudeM,
    speed: fix.speedMps,
    track: fix.courseDeg,
  };
  return (Object.keys(tolerances) as Value[]).flatMap((value) => {
    const [their, our] = [theirs[value], ours[value]];
    if (their === undefined || their === '') return [];
    if (our === undefined) return [`no ${value}`];
    return Math.abs(our - Number(their)) > tolerances[value] ? [value] : [];
  });
}

/** By a reading of the standard that shares nothing with the product's. */
function wholeIn(log: Buffer): number {
  const sentences = log.toString('latin1').matchAll(/\$([ -#%-)+-~]*)\*([0-9A-F]{2})(?=[\r\n])/gi);
  return [...sentences].filter(([sentence, body, sum]) => {
    const found = Buffer.from(body!).reduce((all, byte) => all ^ byte, 0);
    return sentence.length <= LONGEST && found === Number.parseInt(sum!, 16);
  }).length;
}
