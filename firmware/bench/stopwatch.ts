/**
 * Times subjects and keeps the rows: median, 95th and 99th percentile of wall time, CPU time of the process, and the share of the machine's
 * own limit, which is measured again now and then in the same run. Rivals take turns, so that what else the machine does falls on all of
 * them; their ratio is taken turn by turn. Each turn begins with a call that is not counted, the first with three.
 *
 * Shares and ratios are of CPU time: what computes is not slower for having waited until it got the core. Only what waits for a disk is
 * held against the limit by wall time.
 */
import { type Isa, isa, limits } from '../../native/index.ts';
import type { BackendName } from '../ports/inference.ts';
import type { Work } from './work.ts';

export type Engine = BackendName | 'onnxruntime-node';

export interface BenchRow {
  readonly name: string;
  readonly kind: 'kernel' | 'stage' | 'network' | 'index' | 'store';
  readonly backend: Engine | null;
  /** Of what runs in our own engine. */
  readonly isa: Isa | null;
  readonly median_ms: number;
  readonly p95_ms: number;
  readonly p99_ms: number;
  readonly cpu_ms: number;
  /** Read once and written once; of an index, what it takes in memory. */
  readonly bytes: number | null;
  readonly macs: number | null;
  /** Of copy bandwidth or of the multiply-add peak, whichever binds. */
  readonly of_limit: number | null;
  /** CPU time of the first of its rivals divided by its own, the median over their turns; null without rivals, and for the first. */
  readonly first_to_this: number | null;
}

/** What is timed: one call of `run`, and what it must at least move and compute. */
export interface Subject {
  readonly name: string;
  readonly kind: BenchRow['kind'];
  readonly backend?: Engine;
  readonly isa?: Isa | undefined;
  readonly work?: Work;
  /** Bytes of memory that an index takes. */
  readonly holds?: number;
  /** Before each turn, not timed. */
  readonly ready?: () => Promise<unknown>;
  readonly run: () => unknown;
}

export interface Times {
  /** Milliseconds of each call. */
  readonly wall: readonly number[];
  /** Of a call. */
  readonly cpuMs: number;
}

interface Limits {
  readonly copyGbS: number;
  readonly macGS: number;
}

interface Entry extends Times {
  readonly subject: Omit<Subject, 'run' | 'ready'>;
  readonly firstToThis?: number;
}

/** A turn has so many calls at least, and lasts so long, for the clock of CPU time counts microseconds. */
const CALLS_OF_A_TURN = 4;
const TURN_MS = 1;
const WARM_UPS = 3;

export class Stopwatch {
  /** The instruction sets to be timed, the selected one first. */
  readonly sets: readonly Isa[];
  /** Calls of a subject, at least. */
  readonly runs: number;
  readonly #only: string | undefined;
  readonly #progress: (line: string) => void;
  readonly #limits = new Map<Isa, Limits>();
  readonly #entries: Entry[] = [];

  constructor(setup: {
    sets: readonly Isa[];
    runs: number;
    only: string | undefined;
    progress: (line: string) => void;
  }) {
    this.sets = setup.sets;
    this.runs = setup.runs;
    this.#only = setup.only;
    this.#progress = setup.progress;
    this.measureLimits();
  }

  /** What else the machine does can only lower a limit, so the highest of all measurements counts. */
  measureLimits(): void {
    const measured = new Map([...this.sets, isa().selected].map((set) => [set, limits(set)]));
    const copyGbS = Math.max(...[...this.#limits.values(), ...measured.values()].map((each) => each.copyGbS));
    for (const [set, { macGS }] of measured)
      this.#limits.set(set, { copyGbS, macGS: Math.max(macGS, this.#limits.get(set)?.macGS ?? 0) });
  }

  /** Whether `--only` names it, or its kind. */
  wants(name: string, kind: BenchRow['kind']): boolean {
    return this.#only === undefined || `${kind} ${name}`.includes(this.#only);
  }

  /** Whether moving its bytes takes longer than its multiply-adds, at the limits. */
  isBoundByBytes({ bytes, macs }: Work, set?: Isa): boolean {
    const { copyGbS, macGS } = this.#limitsOf(set);
    return bytes / copyGbS > macs / macGS;
  }

  async time(subject: Subject): Promise<void> {
    await this.inTurn([subject]);
  }

  /** Rivals at the same work. */
  async inTurn(rivals: readonly Subject[]): Promise<void> {
    const wanted = rivals.filter(({ name, kind }) => this.wants(name, kind));
    for (const { name, backend, isa: set } of wanted)
      this.#progress(`timing ${[name, backend && `on ${backend}`, set && `with ${set}`].filter(Boolean).join(' ')} …`);
    const turns = Math.ceil(this.runs / CALLS_OF_A_TURN);
    const taken: Times[][] = wanted.map(() => []);
    for (let turn = 0; turn < turns; turn++)
      for (const [index, subject] of wanted.entries()) taken[index]!.push(await turnOf(subject, turn === 0));
    for (const [index, subject] of wanted.entries()) {
      const turnsCpuMs = taken[index]!.map(({ cpuMs }) => cpuMs);
      const wall = taken[index]!.flatMap((times) => times.wall);
      const ratios = turnsCpuMs.map((cpuMs, turn) => taken[0]![turn]!.cpuMs / cpuMs);
      const entry = { subject, wall, cpuMs: median(turnsCpuMs) };
      this.#entries.push(index === 0 ? entry : { ...entry, firstToThis: median(ratios) });
    }
  }

  /** Adds a row from times that were taken elsewhere. */
  add(subject: Omit<Subject, 'run' | 'ready'>, times: Times): void {
    this.#entries.push({ subject, ...times });
  }

  rows(): BenchRow[] {
    return this.#entries.map(
      ({ subject: { name, kind, backend, isa: set, work, holds }, wall, cpuMs, firstToThis }) => {
        const sorted = wall.toSorted(ascending);
        const shareOf = (share: number) => rounded(sorted[Math.floor(share * (sorted.length - 1))]!);
        const middle = median(wall);
        const { copyGbS, macGS } = this.#limitsOf(set);
        const leastMs = work === undefined ? 0 : Math.max(work.bytes / copyGbS, work.macs / macGS) / 1e6;
        const spentMs = kind === 'store' ? middle : cpuMs;
        return {
          name,
          kind,
          backend: backend ?? null,
          isa: set ?? null,
          median_ms: rounded(middle),
          p95_ms: shareOf(0.95),
          p99_ms: shareOf(0.99),
          cpu_ms: rounded(cpuMs),
          bytes: work?.bytes || holds || null,
          macs: work?.macs || null,
          of_limit: leastMs === 0 ? null : rounded(leastMs / spentMs),
          first_to_this: firstToThis === undefined ? null : rounded(firstToThis),
        };
      },
    );
  }

  report(): object {
    const { copyGbS, macGS } = this.#limitsOf();
    const bySet = [...this.#limits].map(([set, limit]) => [set, rounded(limit.macGS)]);
    return {
      limits: { copy_gb_s: rounded(copyGbS), mac_g_s: rounded(macGS), mac_g_s_by_isa: Object.fromEntries(bySet) },
      rows: this.rows(),
    };
  }

  table(): string[] {
    const peaks = [...this.#limits].map(([set, { macGS }]) => `${macGS.toFixed(1)} G/s with ${set}`).join(', ');
    const copies = `copies ${this.#limitsOf().copyGbS.toFixed(1)} GB/s (read + written)`;
    const head = `this machine: ${copies}; multiplies and adds on one thread ${peaks}`;
    const columns = [
      'name',
      'kind',
      'on',
      'median ms',
      'p95 ms',
      'p99 ms',
      'CPU ms',
      'MB',
      'M mult-adds',
      'of limit',
      'first : this',
    ];
    const millions = (value: number | null, digits: number) => (value === null ? '' : (value / 1e6).toFixed(digits));
    const cells = this.rows().map((row) => [
      row.name,
      row.kind,
      [row.backend, row.isa].filter((each) => each !== null).join(' '),
      ...[row.median_ms, row.p95_ms, row.p99_ms, row.cpu_ms].map((ms) => ms.toFixed(ms < 0.01 ? 5 : 3)),
      millions(row.bytes, 2),
      millions(row.macs, 1),
      row.of_limit === null ? '' : `${(100 * row.of_limit).toFixed(0)} %`,
      row.first_to_this === null ? '' : row.first_to_this.toFixed(2),
    ]);
    const widths = columns.map((column, index) => Math.max(column.length, ...cells.map((row) => row[index]!.length)));
    const line = (row: readonly string[]) =>
      row
        .map((cell, i) => (i < 3 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd();
    return [head, '', line(columns), ...cells.map(line)];
  }

  #limitsOf(set: Isa = isa().selected): Limits {
    return this.#limits.get(set) ?? this.#limits.get(isa().selected)!;
  }
}

/** The instruction set that a backend runs on, where it is ours to choose. */
export function isaOf(backend: Engine): Isa | undefined {
  return backend === 'native' ? isa().selected : undefined;
}

export function median(values: readonly number[]): number {
  return values.toSorted(ascending)[Math.floor(values.length / 2)]!;
}

async function turnOf({ ready, run }: Subject, isFirst: boolean): Promise<Times> {
  await ready?.();
  for (let i = 1; i < (isFirst ? WARM_UPS : 1); i++) await run();
  const began = performance.now();
  await run();
  const calls = Math.max(CALLS_OF_A_TURN, Math.ceil(TURN_MS / (performance.now() - began)));
  const wall: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < calls; i++) {
    const started = performance.now();
    await run();
    wall.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(before);
  return { wall, cpuMs: (user + system) / 1000 / calls };
}

function ascending(a: number, b: number): number {
  return a - b;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
