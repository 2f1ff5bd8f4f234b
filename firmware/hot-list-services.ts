/**
 * What a unit does for its hot lists, for as long as it runs: takes them from where its configuration says, keeps them sealed, matches by
 * them, and carries out commands about them and about local entries.
 */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Profile } from './config/profile.ts';
import type { Config } from './config/schema.ts';
import { carriedList, entryIdOf, listNameOf, proposalOf } from './devices/hot-list-codec.ts';
import { httpsList } from './devices/https-list.ts';
import { fileChunks, incomingFolder } from './devices/incoming-folder.ts';
import { sealedFiles } from './devices/sealed-files.ts';
import type { UnitIdentity } from './domain/detection.ts';
import { type Fault, faultOf } from './domain/fault.ts';
import type { WallInstant } from './domain/instant.ts';
import { type Keyring, loadKeyring } from './governance/keyring.ts';
import { indexElsewhere } from './hot-list-thread.ts';
import { isPrintedBy } from './pipeline/known-series.ts';
import type { Audit } from './ports/audit.ts';
import type { Clock } from './ports/clock.ts';
import type { Entropy } from './ports/entropy.ts';
import type { ListCarrier } from './ports/list-carrier.ts';
import type { Log } from './ports/log.ts';
import type { Vault } from './ports/vault.ts';
import type { CurrentFaults } from './services/current-faults.ts';
import { receiveLists } from './services/hot-list/delivery.ts';
import { type HotListAction, hotListActions } from './services/hot-list/hot-list-commands.ts';
import { Library } from './services/hot-list/library.ts';
import { ListsInUse } from './services/hot-list/lists-in-use.ts';
import { LocalEntries } from './services/hot-list/local-entries.ts';
import { Matcher } from './services/hot-list/matcher.ts';
import { type ListStatement, STATEMENT_BYTES_MAX } from './services/hot-list/statement.ts';
import { hotListFolder, unitVault } from './unit-vault.ts';

/** A server that says nothing for so long is asked again at the next time. */
const SILENT_MS = 30_000;
/** Under this name stands the list that the configuration names. */
export const CONFIGURED_LIST = 'configured-file';

export interface HotListParts {
  readonly config: Config;
  readonly profile: Profile;
  readonly unit: UnitIdentity;
  readonly clock: Clock;
  readonly log: Log;
  readonly entropy: Entropy;
  readonly audit: Audit;
  /** The best time that the unit knows. */
  readonly now: () => WallInstant;
  readonly faults: CurrentFaults;
  readonly signal: AbortSignal;
}

export interface HotListServices {
  /** What is matched by. */
  readonly inUse: ListsInUse;
  readonly local: LocalEntries;
  readonly actions: ReadonlyMap<string, HotListAction>;
  /** Resolves after the signal. */
  readonly running: Promise<unknown>;
  [Symbol.dispose](): void;
}

/** Small lists are in use before the first read; a large one holds up nothing for longer. */
const START_MS = 2000;

/**
 * Resolves when all lists are in use, or else with fault `hotlist.loading`: the unit then compares by local entries and small lists at
 * once, and what it reads meanwhile is told late (recall-services.ts).
 */
export async function hotListServices(parts: HotListParts): Promise<HotListServices> {
  const { config, profile, unit, clock, log, now, faults, signal } = parts;
  const { library, local } = openHotLists({
    ...parts,
    vault: unitVault(config),
    keyring: await loadKeyring(config.commands.keys),
    unitKind: unit.kind,
  });
  const told = (source: string) => (fault: Fault | undefined) => {
    const known = fault === undefined || faults.list().some(({ code }) => code === fault.code);
    if (!known) log.event('error', fault.code, { detail: fault.detail });
    faults.set(source, fault?.code);
  };
  const inUse = new ListsInUse({
    ...{ library, local, clock, now, log },
    matcher: new Matcher({ now, log, isPrintedBy }),
    awaited: [...library.lists(), ...(config.hot_list.file === '' ? [] : [CONFIGURED_LIST])],
    indexOf: indexElsewhere({ config, profile, signal }),
    onFault: (of, fault) => told(`hot-list.${of}`)(fault),
  });
  inUse.refreshLocal();
  faults.set('hot-list.loading', 'hotlist.loading');
  const loading = load();
  const { poll_ms: pollMs } = config.hot_list;
  const taken = () => void inUse.refresh();
  const carried = carriersOf(config).map(({ carrier, everyMs }, index) =>
    receiveLists({ ...{ carrier, library, clock, log, signal, taken, everyMs }, onFault: told(`hot-list.${index}`) }),
  );
  const running = Promise.all([loading, inUse.run(pollMs, signal), ...carried]);
  // What was in use before the first read is not late.
  if (await settledWithin(START_MS, loading, clock)) inUse.takeLate();
  return {
    inUse,
    local,
    actions: hotListActions({
      ...{ library, local, profile, now },
      codec: {
        delivery: (body) => carriedList(body, unit.agency),
        proposal: proposalOf,
        entryId: entryIdOf,
        listName: listNameOf,
      },
      refresh: () => inUse.refresh(),
      refreshLocal: () => inUse.refreshLocal(),
    }),
    running,
    [Symbol.dispose]: () => inUse[Symbol.dispose](),
  };

  async function load(): Promise<void> {
    try {
      await takeConfigured(config, library, log);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      told('hot-list.file')(fault);
    }
    await inUse.refresh();
    faults.set('hot-list.loading', undefined);
  }
}

/** Whether it is done within the time; rejects as it does. */
async function settledWithin(limitMs: number, work: Promise<unknown>, clock: Clock): Promise<boolean> {
  const waiting = new AbortController();
  const late = clock.sleep(limitMs, waiting.signal).then(
    () => false,
    () => true,
  );
  const done = work.then(() => true).finally(() => waiting.abort());
  return await Promise.race([done, late]);
}

/** The unit's lists as they lie on its disk, for the unit itself and for commands beside it. */
export function openHotLists({
  config,
  profile,
  unitKind,
  audit,
  entropy,
  vault,
  keyring,
}: Pick<HotListParts, 'config' | 'profile' | 'audit' | 'entropy'> & {
  readonly unitKind: UnitIdentity['kind'];
  readonly vault: Vault;
  readonly keyring: Keyring;
}): { readonly library: Library; readonly local: LocalEntries } {
  const folder = sealedFiles(hotListFolder(config), vault);
  const signedList = (signed: Parameters<Keyring['signedList']>[0]) => keyring.signedList(signed);
  const { bad_lines_share_max: badLinesShareMax } = config.hot_list;
  return {
    library: new Library({ folder, profile, unitKind, audit, signedList, badLinesShareMax }),
    local: new LocalEntries({ folder, profile, unitKind, audit, entropy }),
  };
}

/** A statement of a file that nobody has signed. Rejects with Fault `hotlist.unreachable`. */
export async function unsignedStatement(
  path: string,
  { bytesMax, ...about }: Pick<ListStatement, 'list' | 'layout' | 'source'> & { readonly bytesMax: number },
): Promise<ListStatement> {
  const digest = createHash('sha256');
  for await (const chunk of fileChunks(path, bytesMax)) digest.update(chunk);
  return { ...about, madeAtMs: Math.floor(statSync(path).mtimeMs), sha256: digest.digest('hex') };
}

/** The list that the configuration names, if it is another than the library has; without one, none stays. */
async function takeConfigured({ hot_list }: Config, library: Library, log: Log): Promise<void> {
  const { file, layout, source, bytes_max: bytesMax } = hot_list;
  const old = library.about(CONFIGURED_LIST);
  if (file === '') {
    if (old !== undefined) library.remove(CONFIGURED_LIST, 'unit');
    return;
  }
  const statement = await unsignedStatement(file, { list: CONFIGURED_LIST, layout, source, bytesMax });
  if (old?.sha256 === statement.sha256 && old.madeAtMs === statement.madeAtMs) return;
  const { counts, badLines } = await library.take(
    { statement, chunks: fileChunks(file, bytesMax), vouched: true },
    'unit',
  );
  log.event('info', 'hotlist.taken', { list: CONFIGURED_LIST, ...counts });
  for (const { line, reason } of badLines) log.event('warning', 'hotlist.bad-line', { line, reason });
}

function carriersOf({ hot_list }: Config): { readonly carrier: ListCarrier; readonly everyMs: number }[] {
  const { incoming, pull, poll_ms, bytes_max: bytesMax } = hot_list;
  const bounds = { bytesMax, statementBytesMax: STATEMENT_BYTES_MAX };
  return [
    ...(incoming === '' ? [] : [{ carrier: incomingFolder(incoming, bounds), everyMs: poll_ms }]),
    ...pull.map(({ url, ca, certificate = '', key = '', every_ms: everyMs }) => ({
      carrier: httpsList({ ...{ url, ca, certificate, key }, ...bounds, silentMs: SILENT_MS }),
      everyMs,
    })),
  ];
}
