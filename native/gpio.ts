/**
 * GPIO by the kernel's character device (linux/gpio.h, second ABI): chips by label, lines by offset.
 *
 * Promises: a line is held until it is closed or this process ends in whatever way; edges carry the kernel's stamp and count, so
 * that a lost one shows, and come many at once where many wait. A refused system call is an Error whose `code` is its name:
 * EBUSY (another holds the line), ENOENT and ENODEV (no such chip, or no more), EINVAL (no such line, or it can not do that), EACCES.
 */
import { wholeNumber } from './arguments.ts';
import { addon, type RawLine } from './load.ts';

export interface GpioChip {
  /** Such as `/dev/gpiochip0`: it follows the order of the drivers, so it is no name to keep. */
  readonly path: string;
  readonly label: string;
  readonly lines: readonly { readonly offset: number; readonly name: string; readonly consumer: string }[];
}

export const lineBiases = ['as-is', 'pull-up', 'pull-down', 'disabled'] as const;

export interface LineSettings {
  readonly output: boolean;
  readonly activeLow: boolean;
  readonly bias: (typeof lineBiases)[number];
  /** Of inputs; 0: none. */
  readonly debounceUs: number;
}

export interface LineEdge {
  /** CLOCK_MONOTONIC of the kernel, milliseconds. */
  readonly monotonicMs: number;
  /** From inactive to active. */
  readonly rising: boolean;
  /** Counts the line's edges since it was requested, from 1. */
  readonly sequence: number;
}

export interface GpioLine {
  set(active: boolean): void;
  get(): boolean;
  /** `gone` is called instead of `edge` when the chip vanishes. */
  watch(told: { edge(edge: LineEdge): void; gone(error: Error): void }): void;
  /** Gives the line back. An output is as it was left until someone else drives it: set it inactive first. */
  close(): void;
}

/** All chips there are, with their lines and who holds them. */
export function gpioChips(): readonly GpioChip[] {
  return addon().gpio.chips();
}

/** Where a line is now. */
export interface LineLocation {
  readonly path: string;
  readonly offset: number;
}

/** @param consumer who asks: what `gpioinfo` shows. */
export function requestLine(location: LineLocation, consumer: string, settings: LineSettings): GpioLine {
  const raw = rawLine(location, consumer, settings);
  return {
    set: (active) => raw.set(active),
    get: () => raw.get(),
    close: () => raw.close(),
    watch: ({ edge, gone }) =>
      raw.watch((told) => {
        if (told instanceof Error) return gone(told);
        for (let at = 0; at < told.length; at += 3) {
          edge({ monotonicMs: told[at]!, rising: told[at + 1] === 1, sequence: told[at + 2]! });
        }
      }),
  };
}

export function rawLine({ path, offset }: LineLocation, consumer: string, settings: LineSettings): RawLine {
  const { output, activeLow, bias, debounceUs } = settings;
  wholeNumber('offset', offset, { least: 0, most: 65535 });
  wholeNumber('debounceUs', debounceUs, { least: 0, most: 10_000_000 });
  const { Line } = addon().gpio;
  return new Line(path, offset, consumer, output, activeLow, lineBiases.indexOf(bias), debounceUs);
}
