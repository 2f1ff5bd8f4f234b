/**
 * The index of what was read, in memory, packed: 16 bytes a plate (text and length), and beside it sequence, time, place, region and
 * unit, in blocks of some thousands. A search goes through it from the newest, and asks first what costs least: a block's times, the set
 * of the plate's characters, then the text. What is purged is overwritten, and a block that is empty goes.
 */
import { Plate } from '../../domain/plate.ts';
import type { DetectionQuery, FoundRead, PlateRead } from '../../ports/detection-search.ts';
import { platePattern } from './plate-pattern.ts';

export const TEXT_BYTES = 16;
const LENGTH_AT = 15;
const BLOCK = 4096;

interface Block {
  readonly texts: Uint8Array;
  readonly words: Uint32Array;
  /** Which characters stand in the text, hashed to 32 bits. */
  readonly characters: Uint32Array;
  readonly ids: Uint32Array;
  readonly sequences: Float64Array;
  readonly times: Float64Array;
  /** Latitude and longitude; NaN: none. */
  readonly places: Float32Array;
  /** Numbers of region and unit among the known names. */
  readonly names: Uint16Array;
  /** Entries from..to are in use. */
  from: number;
  to: number;
  earliestMs: number;
  latestMs: number;
}

export class ReadIndex {
  readonly #blocks: Block[] = [];
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Sequences come in order. */
  add({ sequence, detectionId, plate, exposedMs, region, unit, position }: PlateRead): void {
    if ((this.#blocks.at(-1)?.to ?? BLOCK) === BLOCK) this.#blocks.push(emptyBlock());
    const block = this.#blocks.at(-1)!;
    const at = block.to++;
    const text = plate.reveal();
    let characters = 0;
    for (let each = 0; each < text.length; each += 1) {
      const code = text.charCodeAt(each);
      block.texts[at * TEXT_BYTES + each] = code;
      characters |= 1 << (code & 31);
    }
    block.texts[at * TEXT_BYTES + LENGTH_AT] = text.length;
    block.characters[at] = characters;
    block.ids[at] = tagOf(detectionId);
    block.sequences[at] = Number(sequence);
    block.times[at] = exposedMs;
    block.places[2 * at] = position?.latitude ?? Number.NaN;
    block.places[2 * at + 1] = position?.longitude ?? Number.NaN;
    block.names[2 * at] = this.#numberOf(region);
    block.names[2 * at + 1] = this.#numberOf(unit);
    block.earliestMs = Math.min(block.earliestMs, exposedMs);
    block.latestMs = Math.max(block.latestMs, exposedMs);
    this.#count += 1;
  }

  /** Newest first. */
  find(query: DetectionQuery, limit: number): { found: FoundRead[]; more: boolean } {
    const { fromMs = Number.NEGATIVE_INFINITY, toMs = Number.POSITIVE_INFINITY, within } = query;
    const pattern = query.pattern === undefined ? undefined : platePattern(query.pattern);
    const region = query.region === undefined ? undefined : (this.#numbers.get(query.region) ?? -1);
    const unit = query.unit === undefined ? undefined : (this.#numbers.get(query.unit) ?? -1);
    const needed = pattern?.characters ?? 0;
    const found: FoundRead[] = [];
    for (let each = this.#blocks.length - 1; each >= 0; each -= 1) {
      const block = this.#blocks[each]!;
      if (block.latestMs < fromMs || block.earliestMs >= toMs) continue;
      const { characters, times, places, names } = block;
      for (let at = block.to - 1; at >= block.from; at -= 1) {
        if ((characters[at]! & needed) !== needed) continue;
        if (!(times[at]! >= fromMs && times[at]! < toMs)) continue;
        if (region !== undefined && names[2 * at] !== region) continue;
        if (unit !== undefined && names[2 * at + 1] !== unit) continue;
        if (within !== undefined && !inside(within, places[2 * at]!, places[2 * at + 1]!)) continue;
        if (pattern !== undefined && !pattern.fits(block.texts, block.words, at)) continue;
        if (found.length === limit) return { found, more: true };
        found.push(this.#readAt(block, at));
      }
    }
    return { found, more: false };
  }

  /** Also while others are added and purged: what is purged before its turn is left out. */
  *since(fromMs: number, after = 0n): IterableIterator<FoundRead> {
    const last = Number(after);
    for (const block of [...this.#blocks]) {
      if (block.latestMs < fromMs || block.sequences[block.to - 1]! <= last) continue;
      for (let at = block.from; at < block.to; at = Math.max(at + 1, block.from))
        if (block.times[at]! >= fromMs && block.sequences[at]! > last) yield this.#readAt(block, at);
    }
  }

  /** Sequences that may be those of the detection, newest first. */
  candidatesOf(detectionId: string): bigint[] {
    const tag = tagOf(detectionId);
    const found: bigint[] = [];
    for (const { ids, sequences, from, to } of this.#blocks.toReversed())
      for (let at = to - 1; at >= from; at -= 1) if (ids[at] === tag) found.push(BigInt(sequences[at]!));
    return found;
  }

  /** Forgets all up to this sequence. */
  dropThrough(sequence: bigint): void {
    const last = Number(sequence);
    for (let first = this.#blocks[0]; first !== undefined; first = this.#blocks[0]) {
      const before = first.from;
      while (first.from < first.to && first.sequences[first.from]! <= last) first.from += 1;
      this.#count -= first.from - before;
      first.texts.fill(0, before * TEXT_BYTES, first.from * TEXT_BYTES);
      if (first.from < first.to) return;
      this.#blocks.shift();
    }
  }

  /** Forgets one. */
  drop(sequence: bigint): void {
    const one = Number(sequence);
    for (const { sequences, texts, times, characters, from, to } of this.#blocks) {
      const at = sequences.subarray(from, to).indexOf(one);
      if (at < 0) continue;
      // It keeps its place, and fits nothing any more.
      texts.fill(0, (from + at) * TEXT_BYTES, (from + at + 1) * TEXT_BYTES);
      characters[from + at] = 0;
      times[from + at] = Number.NaN;
      return;
    }
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  #readAt(block: Block, at: number): FoundRead {
    const start = at * TEXT_BYTES;
    const text = Buffer.from(block.texts.buffer, start, block.texts[start + LENGTH_AT]).toString('latin1');
    const [latitude, longitude] = [block.places[2 * at]!, block.places[2 * at + 1]!];
    return {
      sequence: BigInt(block.sequences[at]!),
      plate: new Plate(text),
      exposedMs: block.times[at]!,
      region: this.#names[block.names[2 * at]!]!,
      unit: this.#names[block.names[2 * at + 1]!]!,
      ...(!Number.isNaN(latitude) && { position: { latitude, longitude } }),
    };
  }
}

function emptyBlock(): Block {
  const texts = new Uint8Array(BLOCK * TEXT_BYTES);
  return {
    texts,
    words: new Uint32Array(texts.buffer),
    characters: new Uint32Array(BLOCK),
    ids: new Uint32Array(BLOCK),
    sequences: new Float64Array(BLOCK),
    times: new Float64Array(BLOCK),
    places: new Float32Array(2 * BLOCK),
    names: new Uint16Array(2 * BLOCK),
    from: 0,
    to: 0,
    earliestMs: Number.POSITIVE_INFINITY,
    latestMs: Number.NEGATIVE_INFINITY,
  };
}

function inside(
  { south, west, north, east }: NonNullable<DetectionQuery['within']>,
  latitude: number,
  longitude: number,
): boolean {
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}

/** FNV-1a of 32 bits. */
function tagOf(id: string): number {
  let tag = 0x811c9dc5;
  for (let each = 0; each < id.length; each += 1) tag = Math.imul(tag ^ id.charCodeAt(each), 0x01000193);
  return tag >>> 0;
}
