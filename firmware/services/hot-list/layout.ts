/**
 * A layout: how one kind of file writes its records, one a line. A reader is given the lines in order and says what each is; it
 * keeps no entry, and a reason that it gives never holds the line's text, which may be a plate.
 */
import type { BarredPurpose, HotListEntry } from '../../domain/hot-list.ts';
import { isFalsePlate, plateOf, regionOf } from './listed-text.ts';

/** An entry before its list is known. */
export type ListedRecord = Omit<HotListEntry, 'list'>;

export type LineOutcome =
  | { readonly kind: 'entry'; readonly record: ListedRecord }
  /** Serves a purpose that may be barred; whether it is, the profile says (POLICY.md H9). */
  | { readonly kind: 'purpose'; readonly purpose: BarredPurpose; readonly record: ListedRecord | undefined }
  | { readonly kind: 'false-plate' }
  /** The header, or nothing. */
  | { readonly kind: 'no-record' }
  | { readonly kind: 'bad'; readonly reason: string };

/** What a reader has learnt of the file, by which a line of it can be read alone later. */
export type LayoutState = Readonly<Record<string, string>>;

export interface LineReader {
  /** @param number of the line, from 1. */
  read(line: string, number: number): LineOutcome;
  state(): LayoutState;
}

export interface Layout {
  /** @param state of a file that was read before. Throws Fault `hotlist.unreadable` from `read` where no line can be read at all. */
  open(state?: LayoutState): LineReader;
}

/** A layout in which every line stands for itself. */
export function linewise(read: LineReader['read']): Layout {
  return {
    open: () => ({ read: (line, number) => (line.trim() === '' ? noRecord : read(line, number)), state: () => ({}) }),
  };
}

export const noRecord: LineOutcome = { kind: 'no-record' };

export function bad(reason: string): LineOutcome {
  return { kind: 'bad', reason };
}

/** The record of a plate and state as they are written; what is wrong with them otherwise. */
export function plated(
  written: { readonly plate: string; readonly state: string },
  rest: Omit<ListedRecord, 'text' | 'region'>,
): LineOutcome {
  const text = plateOf(written.plate);
  if (text === undefined) return bad('the plate is not 1 to 15 letters and digits');
  if (isFalsePlate(text)) return { kind: 'false-plate' };
  const region = regionOf(written.state);
  if (region === false) return bad('the state is not two letters');
  return { kind: 'entry', record: { text, ...(region === undefined ? {} : { region }), ...rest } };
}

/** Without the fields that the source leaves empty. */
export function known<T extends Readonly<Record<string, string | number | undefined>>>(fields: T): Known<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as Known<T>;
}

type Known<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };
