/**
 * What a simulated run says to a person: a line a vehicle with the truth beside it, a live line of counts, and at the
 * end the tables. The plates are the simulator's own and belong to nobody, so they may be shown.
 */
import type { Console } from '../firmware/commands/console.ts';
import type { MatchedDetection } from '../firmware/domain/matched.ts';
import { shownText } from '../firmware/domain/reading.ts';
import { shownRegion } from '../firmware/domain/region.ts';
import type { TallySnapshot } from '../firmware/domain/tally.ts';
import type { Scenario } from './scenario.ts';
import type { Street } from './street.ts';
import { type Score, score } from './truth.ts';

export interface Ending {
  readonly score: Score;
  readonly tallies: readonly TallySnapshot[];
  readonly cpuSeconds: number;
  readonly residentMb: number;
  /** Messages that the embedded broker took; undefined without one. */
  readonly arrived: number | undefined;
  readonly folder: string;
}

const LIVE_EVERY_MS = 5000;

export class Report {
  readonly #console: Console;
  readonly #live: boolean;
  readonly #street: Street;
  readonly #totalMs: number;
  #nextLiveMs = LIVE_EVERY_MS;
  #right = 0;
  #count = 0;
  #hits = 0;

  constructor(console: Console, { live, street, totalMs }: { live: boolean; street: Street; totalMs: number }) {
    this.#console = console;
    this.#live = live;
    this.#street = street;
    this.#totalMs = totalMs;
  }

  begin({ scenario, backend, url }: { scenario: Scenario; backend: string; url: string | undefined }): void {
    const { out } = this.#console;
    out(`${scenario.name}: ${scenario.summary}. Simulated; every plate is drawn by chance.`);
    out(
      `camera ${scenario.camera.width}x${scenario.camera.height} at ${scenario.camera.rate_hz} a second · vision on ${backend} · broker ${url ?? 'none'}`,
    );
    if (this.#live)
      out(
        `\n${['time', 'plate', 'state', 'sure', 'looks', 'list', 'truly'].map((name, i) => name.padEnd(widths[i]!)).join('  ')}`,
      );
  }

  detection({ detection, hits }: MatchedDetection, tallies: readonly TallySnapshot[]): void {
    const plate = detection.plate.reveal();
    const seen = { plate, first_ms: detection.firstSeen.epochMs, last_ms: detection.lastSeen.epochMs };
    const [verdict] = score(this.#street.truth(), [seen]).verdicts;
    const right = verdict!.verdict === 'right';
    this.#count += 1;
    this.#right += right ? 1 : 0;
    this.#hits += hits.length > 0 ? 1 : 0;
    if (!this.#live) return;
    const cells = [
      new Date(detection.wall.epochMs).toISOString().slice(11, 19),
      shownText(detection.characters),
      shownRegion(detection.region).replace(/^us-/, '').toUpperCase(),
      `${(100 * detection.confidence).toFixed(0)} %`,
      String(detection.looks.length),
      hits[0]?.entry.alertClass ?? '–',
      verdict!.truth === undefined
        ? 'nothing there'
        : `${verdict!.truth.plate} ${verdict!.truth.region.replace(/^us-/, '').toUpperCase()}`,
    ];
    const line = cells.map((cell, index) => cell.padEnd(widths[index]!)).join('  ');
    this.#console.out(`${line}${right ? '' : '  ✗'}`);
    const nowMs = this.#street.clock.monotonic();
    if (nowMs < this.#nextLiveMs) return;
    this.#nextLiveMs = nowMs + LIVE_EVERY_MS;
    const frames = tallies.find(({ stage }) => stage === 'capture');
    this.#console.out(
      `  ── ${(nowMs / 1000).toFixed(0)} of ${this.#totalMs / 1000} s · ${frames?.out ?? 0} frames · ${this.#count} vehicles, ${this.#right} right · ${this.#hits} hits ──`,
    );
  }

  end({ score: total, tallies, cpuSeconds, residentMb, arrived, folder }: Ending): void {
    const { out } = this.#console;
    const { right, wrong, missed, invented } = total;
    out('');
    out('vehicles  readable  read right  read wrong  missed  invented  hits');
    out(
      [total.vehicles, total.visible, right, wrong, missed, invented, this.#hits]
        .map((value, i) => String(value).padStart([8, 8, 10, 10, 6, 8, 4][i]!))
        .join('  '),
    );
    out('');
    out('stage          in      out  CPU ms each  drops');
    for (const { stage, in: taken, out: given, drops, cpuMs } of tallies) {
      const reasons = Object.entries(drops).map(([reason, count]) => `${reason} ${count}`);
      const each = cpuMs > 0 && taken > 0 ? (cpuMs / taken).toFixed(2) : '';
      out(
        `${stage.padEnd(8)} ${String(taken).padStart(8)} ${String(given).padStart(8)}  ${each.padStart(11)}  ${reasons.join(', ') || '–'}`,
      );
    }
    out('');
    const broker = arrived === undefined ? '' : ` · ${arrived} messages reached the broker`;
    out(`CPU ${cpuSeconds.toFixed(1)} s, simulator included · at most ${residentMb.toFixed(0)} MB resident${broker}`);
    out(`pictures: ${folder}/pictures   store: ${folder}/store`);
  }
}

const widths = [8, 10, 5, 5, 5, 21, 13];
