/**
 * The hot list of this first version: one CSV file, held in memory, exact plates only. Bad lines are named by number and
 * skipped, never silently; the good ones count. Signed, sealed and fuzzy lists come with governance.
 *
 * Layout: a header `plate,region,class,note`, then one entry a line; region may be empty; the note is the rest of the
 * line. Plates are compared without spaces and hyphens, in capitals.
 */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AlertClass } from '../domain/alert-class.ts';
import { alertClasses } from '../domain/alert-class.ts';
import { Fault } from '../domain/fault.ts';
import type { Hit } from '../domain/hit.ts';
import type { HotListEntry } from '../domain/hot-list.ts';
import type { HotLists } from '../domain/matched.ts';
import type { RegionReading } from '../domain/region.ts';
import type { Clock } from '../ports/clock.ts';

const HEADER = 'plate,region,class,note';

export interface ParsedHotList {
  readonly entries: readonly HotListEntry[];
  /** Line number (from 1) and reason; never the line's text, which may hold a plate. */
  readonly badLines: readonly { readonly line: number; readonly reason: string }[];
}

/** Throws Fault `hotlist.unreadable` when the header is not the one above. */
export function parseHotList(text: string, list: string): ParsedHotList {
  const lines = text.split(/\r?\n/);
  if (lines[0]?.trim() !== HEADER)
    throw new Fault('hotlist.unreadable', `${list}, line 1: the header must be "${HEADER}".`);
  const entries: HotListEntry[] = [];
  const badLines: { line: number; reason: string }[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue;
    const result = entryOf(line, { list, entryId: String(index + 1) });
    if (typeof result === 'string') badLines.push({ line: index + 1, reason: result });
    else entries.push(result);
  }
  return { entries, badLines };
}

function entryOf(line: string, origin: Pick<HotListEntry, 'list' | 'entryId'>): HotListEntry | string {
  const [plate = '', region = '', alertClass = '', ...note] = line.split(',').map((field) => field.trim());
  const text = plate.toUpperCase().replace(/[\s-]/g, '');
  if (!/^[0-9A-Z]{1,15}$/.test(text)) return 'the plate is not 1 to 15 letters and digits';
  if (!alertClasses.includes(alertClass as AlertClass)) return `the class is none of ${alertClasses.join(', ')}`;
  return {
    ...origin,
    text,
    alertClass: alertClass as AlertClass,
    note: note.join(', '),
    ...(region === '' ? {} : { region: region.toLowerCase() }),
  };
}

export interface HotListFile {
  readonly lists: HotLists;
  readonly parsed: ParsedHotList;
}

/** Reads a list; its age counts from the file's modification. */
export async function openHotList(
  path: string,
  { clock, ageMsMax }: { clock: Clock; ageMsMax: number },
): Promise<HotListFile> {
  const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]).catch((cause) =>
    Promise.reject(new Fault('hotlist.unreadable', `${path} can not be read.`, cause)),
  );
  const parsed = parseHotList(text, basename(path));
  return { parsed, lists: hotListsOf(parsed.entries, { madeEpochMs: mtimeMs, clock, ageMsMax }) };
}

export const noHotLists: HotLists = { hitsOf: () => [] };

export function hotListsOf(
  entries: readonly HotListEntry[],
  { madeEpochMs, clock, ageMsMax }: { madeEpochMs: number; clock: Clock; ageMsMax: number },
): HotLists {
  const byText = Map.groupBy(entries, (entry) => entry.text);
  return {
    hitsOf({ plate, region }) {
      const listAgeMs = Math.max(0, clock.wall().epochMs - madeEpochMs);
      const met = (byText.get(plate.reveal()) ?? []).filter((entry) => agrees(entry.region, region));
      return met.map((entry): Hit => ({ entry, kind: 'exact', listAgeMs, listStale: listAgeMs > ageMsMax }));
    },
  };
}

/** How certain a state must be read before it can contradict a list: below that a hit is shown and a person decides. */
const STATE_SURE = 0.9;

function agrees(listed: string | undefined, read: RegionReading): boolean {
  const isState = (code: string) => /^us-[a-z]{2}$/.test(code);
  const contradicts = listed !== undefined && isState(listed) && isState(read.code) && listed !== read.code;
  return !(contradicts && read.confidence >= STATE_SURE);
}
