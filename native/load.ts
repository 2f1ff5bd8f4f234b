/**
 * Loads the addon and chooses its instruction set: once an environment, at first use.
 *
 * Promises: a load that fails says what was tried, why each failed and what mends it. `PLATEKEEPER_ISA` forces a set, and is
 * refused by name where the processor or the build lacks it. `PLATEKEEPER_ADDON` names another build of the addon (the one with
 * sanitizers, or a cross-built one).
 */

import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NativeArgumentError } from './arguments.ts';

export type Isa = 'scalar' | 'avx2' | 'avx512' | 'neon';

/** An image's five arguments at the boundary: format, width, height, strideBytes, data. */
export type RawImage = readonly [format: string, width: number, height: number, strideBytes: number, data: Uint8Array];

type Placed = { scale: number; offsetX: number; offsetY: number };

/** Of each view the crop and the size of the part that it is fitted into, six numbers; a tensor of them all. */
export type RawViews = readonly [
  views: Float64Array,
  ...tensor: [width: number, height: number],
  ...levels: [mean: number, deviation: number, pad: number],
  out: Float32Array,
];

/** The engine's image functions on one instruction set. They check lengths only; index.ts checks the rest. */
export interface Engine {
  lumaOf(...call: [...RawImage, out: Uint8Array]): void;
  letterboxes(...call: [...RawImage, ...views: RawViews]): Placed[];
  letterboxesIfMoved(
    ...call: [
      ...RawImage,
      ...views: RawViews,
      seen: Float32Array,
      anyway: number,
      ...limits: [noises: number, typicalMost: number, levels: number],
    ]
  ): Placed[] | undefined;
  rectify(
    ...call: [
      ...RawImage,
      quads: Float32Array,
      ...size: [width: number, height: number],
      ...margin: [x: number, y: number],
      deviationFloor: number,
      out: Float32Array,
    ]
  ): void;
  rectifyToGrey(
    ...call: [
      ...RawImage,
      quads: Float32Array,
      ...size: [width: number, height: number],
      ...margin: [x: number, y: number],
      out: Uint8Array,
    ]
  ): void;
  lumaHistogram(...call: [...RawImage, step: number]): Uint32Array;
  lumaSteps(...call: [...RawImage, step: number]): number;
  motion(...call: [...RawImage, seen: Float32Array]): { largest: number; typical: number };
  multiplyAddPeak(): number;
}

type Resize = (
  pictures: Int32Array,
  ...call: [
    ...rows: [low: Int32Array, high: Int32Array, share: Float32Array],
    ...columns: [low: Int32Array, high: Int32Array, share: Float32Array],
    input: Float32Array,
    out: Float32Array,
  ]
) => void;

/** A network's functions on one instruction set, as network.ts explains them. */
export interface RawNetwork {
  packedLength(depth: number, inputs: number, channels: number): number;
  pack(
    depth: number,
    inputs: number,
    channels: number,
    turned: number,
    weights: Float32Array,
    packed: Float32Array,
  ): boolean;
  convolve(
    window: Int32Array,
    channels: number,
    input: Float32Array,
    packed: Float32Array,
    bias: Float32Array | undefined,
    plus: Float32Array | undefined,
    low: number,
    high: number,
    out: Float32Array,
  ): void;
  convolveChannels(
    window: Int32Array,
    input: Float32Array,
    weights: Float32Array,
    bias: Float32Array | undefined,
    low: number,
    high: number,
    out: Float32Array,
  ): void;
  poolMaximum(window: Int32Array, input: Float32Array, out: Float32Array): void;
  poolMean(window: Int32Array, input: Float32Array, out: Float32Array): void;
  add(a: Float32Array, b: Float32Array, low: number, high: number, out: Float32Array): void;
  hold(values: Float32Array, low: number, high: number, out: Float32Array): void;
  lean(values: Float32Array, slopes: Float32Array, out: Float32Array): void;
  sigmoid(values: Float32Array, out: Float32Array): void;
  elu(values: Float32Array, out: Float32Array): void;
  readonly resizeBilinear: Resize;
  readonly resizeNearest: Resize;
  /** Sizes of six axes, then their steps in `from`, then in `to`. */
  arrange(axes: Int32Array, from: Float32Array, fromOffset: number, to: Float32Array, toOffset: number): void;
}

declare const built: unique symbol;
declare const compiled: unique symbol;
/** A program that is being built, and one that was compiled: the engine's own objects. */
export type RawBuilder = { readonly [built]: true };
export type RawProgram = { readonly [compiled]: true };

/** The functions of programs on one instruction set, as program.ts explains them; `places` are a memory and an offset each. */
export interface RawPrograms {
  begin(inputFloats: number, arenaFloats: number, outputFloats: Int32Array): RawBuilder;
  /** False where a weight is not finite. Places: from, to, and what is added. */
  convolve(
    builder: RawBuilder,
    window: Int32Array,
    channels: number,
    weights: Float32Array,
    bias: Float32Array,
    low: number,
    high: number,
    ...places: number[]
  ): boolean;
  convolveChannels(
    builder: RawBuilder,
    window: Int32Array,
    weights: Float32Array,
    bias: Float32Array,
    low: number,
    high: number,
    ...places: number[]
  ): boolean;
  poolMaximum(builder: RawBuilder, window: Int32Array, ...places: number[]): void;
  poolMean(builder: RawBuilder, window: Int32Array, ...places: number[]): void;
  add(builder: RawBuilder, floats: number, low: number, high: number, ...places: number[]): void;
  hold(builder: RawBuilder, floats: number, low: number, high: number, ...places: number[]): void;
  resizeNearest(
    builder: RawBuilder,
    height: number,
    width: number,
    channels: number,
    rows: Int32Array,
    columns: Int32Array,
    ...places: number[]
  ): void;
  finish(builder: RawBuilder): RawProgram;
  run(program: RawProgram, pictures: number, input: Float32Array, ...outputs: Float32Array[]): void;
  /** Resolves with the CPU time of the other thread, milliseconds. */
  runBeside(program: RawProgram, pictures: number, input: Float32Array, ...outputs: Float32Array[]): Promise<number>;
}

/** The pool's functions; `memory` is the whole of its shared memory. */
export interface RawPool {
  bytesNeeded(slots: number, bytesPerSlot: number): number;
  create(memory: Uint8Array, slots: number, bytesPerSlot: number): void;
  sizes(memory: Uint8Array): { slots: number; bytesPerSlot: number };
  acquire(memory: Uint8Array): { slot: number; generation: number } | undefined;
  retain(memory: Uint8Array, slot: number, generation: number): boolean;
  release(memory: Uint8Array, slot: number, generation: number): boolean;
  offset(memory: Uint8Array, slot: number, generation: number): number;
  free(memory: Uint8Array): number;
}

/** A line's handle; `close` may be called twice. Errors of system calls have their name as `code`. */
export interface RawLine {
  set(active: boolean): void;
  get(): boolean;
  /** Three numbers an edge: monotonic milliseconds, 1 where it rose, its count; or the error that ended it. */
  watch(told: (edges: Float64Array | Error) => void): void;
  close(): void;
}

export interface SequencerReport {
  /** CLOCK_MONOTONIC of cycle 0, milliseconds. */
  readonly startMs: number;
  /** Begun; and left out because the thread came more than a period late. */
  readonly cycles: number;
  readonly skipped: number;
  /** Strobe pulses left out so that the limit holds. */
  readonly withheld: number;
  readonly longestStrobeUs: number;
  /** Whether the system granted SCHED_FIFO, and to lock the thread's memory. */
  readonly realtime: boolean;
  readonly locked: boolean;
  /** The chip has gone, and no more is driven. */
  readonly lost: boolean;
  /** Edges by how late they were: below each of `sequencerLatenessUs`, and the rest. */
  readonly lateness: Float64Array;
}

export interface RawSequencer {
  /** Undefined once it is closed. */
  report(): SequencerReport | undefined;
  close(): void;
}

export interface RawGpio {
  chips(): { path: string; label: string; lines: { offset: number; name: string; consumer: string }[] }[];
  readonly Line: new (
    chipPath: string,
    offset: number,
    consumer: string,
    output: boolean,
    activeLow: boolean,
    bias: number,
    debounceUs: number,
  ) => RawLine;
  /** Takes the lines. Three numbers an exposure: trigger, delay, strobe, microseconds. */
  readonly Sequencer: new (
    trigger: RawLine | undefined,
    strobe: RawLine | undefined,
    periodUs: number,
    exposures: Uint32Array,
    guard: string,
  ) => RawSequencer;
}

export interface RawWatchdog {
  /** As the device rounded it. */
  readonly timeoutSeconds: number;
  pet(): void;
  /** The machine is not reset any more. Where the driver allows no disarming it goes on to be: pet it to the end. */
  disarm(): void;
}

export interface RawSystem {
  notify(socket: string, state: string): void;
  forbidCoreDumps(): void;
  threadCpuMs(): number;
  readonly Watchdog: new (path: string, timeoutSeconds: number) => RawWatchdog;
}

/** Texts of `crops` crops, into a row of each array a crop, as texts.ts lays them out. */
type DecodeTexts = (
  characters: Float32Array,
  lengths: Float32Array,
  crops: number,
  temperature: number,
  ...out: [ranks: Float64Array, texts: Uint8Array, places: Float32Array]
) => void;

declare const opened: unique symbol;
/** An open plate reader: the engine's own object. */
export type RawPlateReader = { readonly [opened]: true };

type RawCut = [width: number, height: number, margin: number, deviationFloor: number];

type RawPlates = readonly [
  ...RawImage,
  quads: Float32Array,
  lines: Float32Array,
  uppers: Int32Array,
  leasts: Float64Array,
  ...out: [ranks: Float64Array, texts: Uint8Array, places: Float32Array, regions: Float32Array],
];

export interface Plates {
  open(
    reader: RawProgram,
    region: RawProgram,
    ...cuts: [...reader: RawCut, ...region: RawCut, temperature: number, linesBelow: number]
  ): RawPlateReader;
  read(reader: RawPlateReader, ...call: RawPlates): void;
  /** Resolves with the CPU time of the other thread, milliseconds. */
  readBeside(reader: RawPlateReader, ...call: RawPlates): Promise<number>;
}

/** `wide`: of 64 bits. `other`: text, compound or an array; it can be neither read nor set here. */
export type ControlKind = 'integer' | 'wide' | 'boolean' | 'menu' | 'button' | 'other';

export interface CameraControl {
  readonly id: number;
  /** As the driver writes it, such as `Exposure Time, Absolute`. */
  readonly name: string;
  readonly kind: ControlKind;
  readonly least: number;
  readonly most: number;
  /** 0: any value within the range. */
  readonly step: number;
  readonly readOnly: boolean;
  /** Of a menu. */
  readonly items: readonly { readonly index: number; readonly name: string }[];
}

/** `take` attaches to the pool's whole memory; `pack` writes an image without the gaps at the ends of its rows. */
export interface RawV4l2 {
  readonly Camera: new (path: string) => RawCamera;
  pack(...call: [...RawImage, out: Uint8Array]): void;
}

/** A camera's handle; `close` may be called twice. Errors of system calls have their name as `code`. */
export interface RawCamera {
  offers(width: number, height: number): { code: string; format?: string; width: number; height: number }[];
  controls(): CameraControl[];
  control(id: number, wide: boolean): number;
  setControl(id: number, wide: boolean, value: number): void;
  settle(format: string, width: number, height: number, rateHz: number): number;
  start(): void;
  take(memory: Uint8Array): { sequence: number; monotonicMs: number; slot?: number; generation?: number } | undefined;
  ready(told: () => void): void;
  close(): void;
}

export interface Addon {
  readonly isas: readonly Isa[];
  readonly engines: { readonly [isa in Isa]?: Engine };
  readonly networks: { readonly [isa in Isa]?: RawNetwork };
  readonly programs: { readonly [isa in Isa]?: RawPrograms };
  readonly pool: RawPool;
  readonly gpio: RawGpio;
  readonly system: RawSystem;

  readonly plates: Plates;
  readonly decodeTexts: DecodeTexts;
  readonly v4l2: RawV4l2;
  copyBandwidth(): number;
  openPseudoTerminal(): { fd: number; path: string };
  kernelClock(): {
    synchronised: boolean;
    pulse: boolean;
    leapSecond: boolean;
    offsetMs: number;
    maximumErrorMs: number;
    estimatedErrorMs: number;
  };
}

/** The addon is missing, or was built for another machine or another Node. */
export class NativeLoadError extends Error {
  override readonly name = 'NativeLoadError';
}

interface Loaded {
  readonly addon: Addon;
  /** Where the addon lies, and the programs that were built with it. */
  readonly folder: string;
  readonly selected: Isa;
}

let loaded: Loaded | undefined;

export function addon(): Addon {
  return load().addon;
}

export function addonFolder(): string {
  return load().folder;
}

export function selectedIsa(): Isa {
  return load().selected;
}

/** The engine of one set, or of the selected one. */
export function engineOf(isa: Isa = selectedIsa()): Engine {
  const engine = addon().engines[isa];
  if (engine === undefined) throw new NativeArgumentError('isa', lacking(isa, addon().isas));
  return engine;
}

/** The network kernels of one set, or of the selected one. */
export function networkOf(isa: Isa = selectedIsa()): RawNetwork {
  const network = addon().networks[isa];
  if (network === undefined) throw new NativeArgumentError('isa', lacking(isa, addon().isas));
  return network;
}

/** The functions of programs on one set, or on the selected one. */
export function programsOf(isa: Isa = selectedIsa()): RawPrograms {
  const programs = addon().programs[isa];
  if (programs === undefined) throw new NativeArgumentError('isa', lacking(isa, addon().isas));
  return programs;
}

function load(): Loaded {
  loaded ??= choose(open());
  return loaded;
}

function open(): Omit<Loaded, 'selected'> {
  const places = process.env.PLATEKEEPER_ADDON
    ? [process.env.PLATEKEEPER_ADDON]
    : ['./build/Release/platekeeper.node', './build/Debug/platekeeper.node'];
  const require = createRequire(import.meta.url);
  const tried: string[] = [];
  const causes: unknown[] = [];
  for (const place of places) {
    try {
      return { addon: require(place) as Addon, folder: dirname(require.resolve(place)) };
    } catch (cause) {
      const path = place.startsWith('.') ? fileURLToPath(new URL(place, import.meta.url)) : place;
      tried.push(`  ${path}: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`);
      causes.push(cause);
    }
  }
  const machine = `${process.platform}-${process.arch}, Node ${process.version}`;
  throw new NativeLoadError(
    `The native engine did not load on ${machine}. Tried:\n${tried.join('\n')}\nBuild it with: make setup`,
    { cause: causes[0] },
  );
}

function choose(found: Omit<Loaded, 'selected'>): Loaded {
  const { isas } = found.addon;
  const wanted = process.env.PLATEKEEPER_ISA;
  if (!wanted) return { ...found, selected: isas[0] ?? 'scalar' };
  const selected = isas.find((isa) => isa === wanted);
  if (selected === undefined) throw new NativeArgumentError('PLATEKEEPER_ISA', lacking(wanted, isas));
  return { ...found, selected };
}

function lacking(isa: string, available: readonly Isa[]): string {
  return `instruction set '${isa}' is not available here; there are: ${available.join(', ')}`;
}
