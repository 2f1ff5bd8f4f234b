/**
 * Times subjects and keeps the rows: median and 95th percentile of wall time, mean CPU time of the process, and the share
 * of the machine's own limit. The first three calls warm up and are not counted.
 */
import { isa } from '../../native/index.ts';
import type { BackendName } from '../ports/inference.ts';

export interface BenchRow {
  readonly name: string;
  readonly kind: 'kernel' | 'stage' | 'network' | 'index' | 'store';
  readonly backend: BackendName | null;
  readonly isa: string | null;
  readonly median_ms: number;
  readonly p95_ms: number;
  readonly cpu_ms: number;
  /** Read once and written once. */
  readonly bytes: number | null;
  readonly macs: number | null;
  /** Of copy bandwidth or of the multiply-add peak, whichever binds. */
  readonly of_limit: number | null;
}

export interface Limits {
  readonly copyGbS: number;
  readonly macGS: number;
}

/** What is timed: one call of `run`, and what it moves and computes. */
export interface Subject {
  readonly name: string;
  readonly kind: BenchRow['kind'];
  readonly backend?: BackendName;
  readonly bytes?: number;
  readonly macs?: number;
  readonly run: () => unknown;
}

export class Stopwatch {
  readonly #limits: Limits;
  readonly #runs: number;
  readonly #only: string | undefined;
  readonly #progress: (line: string) => void;
  readonly #rows: BenchRow[] = [];

  constructor(setup: { limits: Limits; runs: number; only: string | undefined; progress: (line: string) => void }) {
    this.#limits = setup.limits;
    this.#runs = setup.runs;
    this.#only = setup.only;
    this.#progress = setup.progress;
  }

  wants(name: string): boolean {
    return this.#only === undefined || name.includes(this.#only);
  }

  async time(subject: Subject): Promise<void> {
    if (!this.wants(subject.name)) return;
    this.#progress(`timing ${subject.name}${subject.backend === undefined ? '' : ` on ${subject.backend}`} …`);
    for (let i = 0; i < 3; i++) await subject.run();
    const wall: number[] = [];
    const before = process.cpuUsage();
    for (let i = 0; i < this.#runs; i++) {
      const started = performance.now();
      await subject.run();
      wall.push(performance.now() - started);
    }
    const { user, system } = process.cpuUsage(before);
    this.add(subject, { wall, cpuMs: (user + system) / 1000 / this.#runs });
  }

  /** Adds a row from times that were taken elsewhere. */
  add(
    { name, kind, backend, bytes, macs }: Omit<Subject, 'run'>,
    { wall, cpuMs }: { wall: readonly number[]; cpuMs: number },
  ): void {
    const sorted = wall.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)]!;
    const perSecond = 1000 / median / 1e9;
    const shares = [
      ...(bytes === undefined ? [] : [(bytes * perSecond) / this.#limits.copyGbS]),
      ...(macs === undefined ? [] : [(macs * perSecond) / this.#limits.macGS]),
    ];
    this.#rows.push({
      name,
      kind,
      backend: backend ?? null,
      isa: kind === 'kernel' ? isa().selected : null,
      median_ms: rounded(median),
      p95_ms: rounded(sorted[Math.floor(0.95 * (sorted.length - 1))]!),
      cpu_ms: rounded(cpuMs),
      bytes: bytes ?? null,
      macs: macs ?? null,
      of_limit: shares.length === 0 ? null : rounded(Math.max(...shares)),
    });
  }

  report(): object {
    return {
      limits: { copy_gb_s: rounded(this.#limits.copyGbS), mac_g_s: rounded(this.#limits.macGS) },
      rows: this.#rows,
    };
  }

  table(): string[] {
    const { copyGbS, macGS } = this.#limits;
    const head = `this machine: copies ${copyGbS.toFixed(1)} GB/s (read + written), multiplies and adds ${macGS.toFixed(1)} G/s on one thread`;
    const columns = ['name', 'kind', 'backend', 'median ms', 'p95 ms', 'CPU ms', 'of limit'];
    const cells = this.#rows.map((row) => [
      row.name,
      row.kind,
      row.backend ?? row.isa ?? '',
      row.median_ms.toFixed(3),
      row.p95_ms.toFixed(3),
      row.cpu_ms.toFixed(3),
      row.of_limit === null ? '' : `${(100 * row.of_limit).toFixed(0)} %`,
    ]);
    const widths = columns.map((column, index) => Math.max(column.length, ...cells.map((row) => row[index]!.length)));
    const line = (row: readonly string[]) =>
      row.map((cell, i) => (i < 3 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
    return [head, '', line(columns), ...cells.map(line)];
  }
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
