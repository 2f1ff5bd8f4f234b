/**
 * A list of millions through the whole way: taken into the library and sealed, loaded into memory, and met by reads with their details
 * unsealed. What it takes in time, how long the main thread is kept, and in memory.
 *
 *     node test/measure/hot-lists.ts [ENTRIES]
 */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { loadProfile } from '../../firmware/config/profile.ts';
import { aesVault } from '../../firmware/devices/aes-vault.ts';
import { sealedFiles } from '../../firmware/devices/sealed-files.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import type { Fault } from '../../firmware/domain/fault.ts';
import { isPrintedBy } from '../../firmware/pipeline/known-series.ts';
import { indexOf } from '../../firmware/services/hot-list/indexing.ts';
import { Library } from '../../firmware/services/hot-list/library.ts';
import { ListsInUse } from '../../firmware/services/hot-list/lists-in-use.ts';
import { LocalEntries } from '../../firmware/services/hot-list/local-entries.ts';
import { Matcher } from '../../firmware/services/hot-list/matcher.ts';
import { readOf } from '../services/hot-list/lists.ts';

const entries = Number(process.argv[2] ?? 5_000_000);
const CALLS = 20_000;
const plateOf = (number: number) => `A${((number * 7919) % 60_466_176).toString(36).toUpperCase().padStart(6, '0')}`;

const path = await mkdtemp(join(tmpdir(), 'platekeeper-lists-'));
try {
  const profile = await loadProfile('isp');
  const folder = sealedFiles(path, aesVault(new Uint8Array(32)));
  const audit = { record: () => {} };
  const rules = { folder, profile, unitKind: 'stationary', audit } as const;
  const library = new Library({ ...rules, signedList: () => true, badLinesShareMax: 0 });
  await take(library, 1);
  const clock = systemClock();
  const log = { event: () => {} };
  const matcher = new Matcher({ now: () => clock.wall(), log, isPrintedBy });
  const local = new LocalEntries({ ...rules, entropy: { bytes: (count) => new Uint8Array(count) } });
  const onFault = (_of: string, fault: Fault | undefined) => {
    if (fault !== undefined) throw fault;
  };
  const now = () => clock.wall();
  using lists = new ListsInUse({
    library,
    local,
    matcher,
    clock,
    now,
    log,
    onFault,
    indexOf: (_name, opened) => indexOf(opened),
  });
  for (const what of ['loaded', 'loaded anew beside the old one'] as const) {
    const before = residentMb();
    let most = before;
    const watching = setInterval(() => {
      most = Math.max(most, residentMb());
    }, 1);
    const spent = await timed(() => lists.refresh());
    clearInterval(watching);
    console.log(`${what}: ${spent};`);
    console.log(
      `  resident ${before.toFixed(0)} MB before, ${most.toFixed(0)} at most, ${residentMb().toFixed(0)} after`,
    );
    if (what === 'loaded') await take(library, 2);
  }
  for (const [what, first] of [
    ['listed', 0],
    ['not listed', entries],
  ] as const) {
    const reads = Array.from({ length: CALLS }, (_, call) =>
      readOf(plateOf(first + call * 239), { confidences: [1, 0.5, 1, 0.5] }),
    );
    const wall = reads.map((read) => {
      const began = performance.now();
      lists.hitsOf(read);
      return performance.now() - began;
    });
    wall.sort((a, b) => a - b);
    console.log(
      `a read that is ${what}: ${us(wall[CALLS / 2]!)}, ${us(wall[Math.floor(0.99 * CALLS)]!)} in the 99th percentile`,
    );
  }
} finally {
  await rm(path, { recursive: true });
}

async function take(library: Library, madeAtMs: number): Promise<void> {
  const digest = createHash('sha256');
  for (const chunk of chunks()) digest.update(chunk);
  const about = { list: 'ncic', layout: 'csv', source: 'NCIC', madeAtMs, sha256: digest.digest('hex') } as const;
  // Signatures cost nothing here and are taken as they are.
  const statement = { ...about, signed: { body: Buffer.of(), signature: Buffer.of(), keyId: 'any' } };
  const taking = library.take(
    { statement, chunks: Readable.from(chunks()) },
    { name: 'measure', role: 'administrator' },
  );
  console.log(`taken and sealed: ${await timed(() => taking)}`);
}

function* chunks(): Iterable<Uint8Array> {
  yield Buffer.from('plate,region,class,make,model,colour,note\n');
  for (let from = 0; from < entries; from += 1000) {
    const lines = Array.from(
      { length: Math.min(1000, entries - from) },
      (_, index) => `${plateOf(from + index)},us-il,stolen-vehicle,DODG,MAG,RED,DOT 010315\n`,
    );
    yield Buffer.from(lines.join(''));
  }
}

async function timed(run: () => Promise<unknown>): Promise<string> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(before);
  return `${((performance.now() - began) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of CPU`;
}

function residentMb(): number {
  return process.memoryUsage.rss() / 1e6;
}

function us(milliseconds: number): string {
  return `${(1000 * milliseconds).toFixed(1)} µs`;
}
