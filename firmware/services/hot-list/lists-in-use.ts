/**
 * The lists that a unit matches by: each list of the library with its index, and the local entries that are active now. It looks again and
 * again whether a list was replaced, by this program or another, and takes it into use between two reads; a list that can not be opened
 * leaves the one before in use. An entry whose time is up makes no hit from that moment, whenever the next look is.
 */
import { Fault, faultOf } from '../../domain/fault.ts';
import type { Hit } from '../../domain/hit.ts';
import type { WallInstant } from '../../domain/instant.ts';
import type { HotLists, ReadPlate } from '../../domain/matched.ts';
import type { Plate } from '../../domain/plate.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Indexed } from './indexing.ts';
import type { Library, OpenedList } from './library.ts';
import type { ActiveEntries, LocalEntries } from './local-entries.ts';
import { ageOf, type LoadedList, type Matcher } from './matcher.ts';
import { PlateIndexBuilder } from './plate-index-builder.ts';

export interface ListsInUseTools {
  readonly library: Library;
  readonly local: LocalEntries;
  /** Names of lists that are in the library from the start. */
  readonly awaited?: readonly string[];
  readonly matcher: Matcher;
  /** The index of the list of that name, which is opened; on another thread, where it is large. */
  readonly indexOf: (name: string, opened: OpenedList) => Promise<Indexed>;
  readonly clock: Clock;
  /** The best time that the unit knows. */
  readonly now: () => WallInstant;
  readonly log: Log;
  /** What keeps a list, or the local entries, from use; undefined: nothing. */
  readonly onFault: (of: 'lists' | 'local', fault: Fault | undefined) => void;
}

interface InUse extends LoadedList {
  readonly version: string | undefined;
  readonly close: () => void;
}

export class ListsInUse implements HotLists {
  readonly #tools: ListsInUseTools;
  readonly #lists = new Map<string, InUse>();
  /** Lists that reads were to be compared with from the first, and could not be. */
  readonly #awaited: Set<string>;
  #late = false;
  #local: (LoadedList & { readonly version: string | undefined; readonly active: ActiveEntries }) | undefined;
  #refreshing: Promise<void> = Promise.resolve();

  constructor(tools: ListsInUseTools) {
    this.#tools = tools;
    this.#awaited = new Set(tools.awaited);
  }

  hitsOf(read: ReadPlate): readonly Hit[] {
    const hits = this.#tools.matcher.hitsOf(read);
    if (hits.every(({ entry }) => entry.local === undefined)) return hits;
    const { epochMs } = this.#tools.now();
    return hits.filter(({ entry: { local } }) => local === undefined || epochMs < local.expiresAt.epochMs);
  }

  /** False only where `hitsOf` finds nothing for this plate, whatever else of the read there is. */
  mayMeet(plate: Plate): boolean {
    return this.#tools.matcher.mayMeet(plate);
  }

  /** Whether, since the last call, a list came into use that reads were to be compared with before. */
  takeLate(): boolean {
    const late = this.#late;
    this.#late = false;
    return late;
  }

  /** Up to so many entries in use that were not run over past reads yet, as lists of their own; undefined: there is none. */
  unrecalled(limit: number): { readonly lists: Matcher; readonly ids: readonly string[] } | undefined {
    const refs = this.#local?.active.unrecalled.slice(0, limit) ?? [];
    if (this.#local === undefined || refs.length === 0) return undefined;
    const { active } = this.#local;
    const indexed = refs.map((ref) => active.indexed[ref]!);
    return {
      lists: this.#tools.matcher.of([this.#localList({ ...active, indexed })]),
      ids: refs.map((ref) => active.ids[ref]!),
    };
  }

  /** Resolves when all that was replaced before the call is in use. A list that is being indexed holds up other lists, never local entries. */
  refresh(): Promise<void> {
    const looked = this.#refreshing.then(() => this.#lookAtLists());
    this.#refreshing = looked.catch(() => undefined);
    return looked;
  }

  /** At once: what is withdrawn or expired makes no hit when this returns (POLICY.md H7). */
  refreshLocal(): void {
    this.#reporting('local', () => {
      const { local, now, matcher } = this.#tools;
      local.expire(now());
      const version = local.version();
      if (this.#local !== undefined && this.#local.version === version) return;
      const active = local.active(now());
      this.#local = { version, active, ...this.#localList(active) };
      matcher.replace(this.#loaded());
    });
  }

  /** Looks every so often; resolves when the signal aborts. */
  async run(everyMs: number, signal: AbortSignal): Promise<void> {
    const again = async (look: () => void | Promise<void>) => {
      while (!signal.aborted) {
        await look();
        await this.#tools.clock.sleep(everyMs, signal).catch(() => undefined);
      }
    };
    await Promise.all([again(() => this.refreshLocal()), again(() => this.refresh())]);
  }

  /** Entries in use, of all lists. */
  get entries(): number {
    return this.#loaded().reduce((sum, { index }) => sum + index.entries + index.parts.watches.length, 0);
  }

  /** When a list is past its limit, or of no age that can be told: nobody has brought the next in time (POLICY.md H2). */
  stale(): 'hotlist.stale' | undefined {
    const now = this.#tools.now();
    return this.#lists.values().some(({ head }) => ageOf(head, now).listStale) ? 'hotlist.stale' : undefined;
  }

  [Symbol.dispose](): void {
    this.#tools.matcher.replace([]);
    for (const { close } of this.#lists.values()) close();
    this.#lists.clear();
  }

  async #lookAtLists(): Promise<void> {
    const { library, matcher, onFault } = this.#tools;
    const replaced: InUse[] = [];
    const names = new Set(library.lists());
    let fault: Fault | undefined;
    for (const [name, old] of this.#lists) if (!names.has(name)) replaced.push(this.#drop(name, old));
    for (const name of names) {
      try {
        const old = this.#lists.get(name);
        if (await this.#load(name)) replaced.push(...(old === undefined ? [] : [old]));
      } catch (error) {
        fault = faultOf(error);
        if (fault === undefined) throw error;
      }
    }
    matcher.replace(this.#loaded());
    for (const { close } of replaced) close();
    onFault('lists', fault);
  }

  /** A fault of the world is told and tried again at the next look. */
  #reporting(of: 'local', work: () => void): void {
    let fault: Fault | undefined;
    try {
      work();
    } catch (error) {
      fault = faultOf(error);
      if (fault === undefined) throw error;
    }
    this.#tools.onFault(of, fault);
  }

  #loaded(): readonly LoadedList[] {
    return [...this.#lists.values(), ...(this.#local === undefined ? [] : [this.#local])];
  }

  #drop(name: string, old: InUse): InUse {
    this.#lists.delete(name);
    return old;
  }

  /** Whether another list of that name is in use now. */
  async #load(name: string): Promise<boolean> {
    const { library, log } = this.#tools;
    const version = library.version(name);
    if (this.#lists.get(name)?.version === version) return false;
    // Removed since the look began, while another list was being indexed: the next look drops it.
    if (version === undefined) return false;
    const opened = library.open(name);
    try {
      if (!library.mayUse(opened.head))
        throw new Fault(
          'hotlist.refused',
          `${name}: the profile does not take lists of ${opened.head.source} on this unit.`,
        );
      const { index, leftOut, reason } = await this.#tools.indexOf(name, opened);
      // Replaced meanwhile: the index may be of another list than the entries.
      if (library.version(name) !== version) throw new Fault('hotlist.busy', `${name} was replaced meanwhile.`);
      if (reason !== undefined) log.event('warning', 'hotlist.not-matched', { list: name, entries: leftOut, reason });
      const { head, entries, close } = opened;
      this.#lists.set(name, { head, entries, index, version, close });
      if (this.#awaited.delete(name)) this.#late = true;
      log.event('info', 'hotlist.open', { list: name, entries: index.entries, madeAtMs: head.madeAt.epochMs });
      return true;
    } catch (error) {
      opened.close();
      throw error;
    }
  }

  #localList({ head, entries, indexed }: Pick<ActiveEntries, 'head' | 'entries' | 'indexed'>): LoadedList {
    const builder = new PlateIndexBuilder();
    for (const entry of indexed) this.#said(builder.add(entry), head.list);
    return { head, entries, index: builder.build() };
  }

  #said(reason: string | undefined, list: string): void {
    if (reason !== undefined) this.#tools.log.event('warning', 'hotlist.not-matched', { list, reason });
  }
}
