/**
 * The arrays that tensors of the native backend live in. An array comes back when its tensor is disposed of and serves the next
 * tensor of the same length, so that a network allocates nothing from its second run on.
 *
 * Promises: an array is in one place at a time; one that somebody else may still look at (it was read, or another tensor was made
 * from it) is left to the garbage collector. Keeps at most so many bytes of unused arrays, those of the sizes used last.
 */
export class NativeBuffers {
  readonly #bytesMost: number;
  /** Unused arrays by length; the length that was used last is last. */
  readonly #unused = new Map<number, Float32Array[]>();
  /** Memory that is given out and comes back. */
  readonly #lent = new WeakSet<ArrayBufferLike>();
  #unusedBytes = 0;

  constructor(bytesMost: number) {
    this.#bytesMost = bytesMost;
  }

  get unusedBytes(): number {
    return this.#unusedBytes;
  }

  /** An array of whatever values. */
  take(length: number): Float32Array {
    const found = this.#unused.get(length)?.pop();
    if (found !== undefined) this.#unusedBytes -= found.byteLength;
    const array = found ?? new Float32Array(length);
    this.#lent.add(array.buffer);
    return array;
  }

  /** Takes an array back, if it was lent here and not let go since. */
  give(array: unknown): void {
    if (!(array instanceof Float32Array) || !this.#lent.delete(array.buffer)) return;
    const { length } = array;
    const peers = this.#unused.get(length) ?? [];
    this.#unused.delete(length);
    this.#unused.set(length, peers);
    peers.push(array);
    this.#unusedBytes += array.byteLength;
    while (this.#unusedBytes > this.#bytesMost) this.#forgetOldest();
  }

  /** From now on this memory is somebody else's. */
  letGo(array: unknown): void {
    if (ArrayBuffer.isView(array)) this.#lent.delete(array.buffer);
  }

  #forgetOldest(): void {
    for (const [length, arrays] of this.#unused) {
      this.#unused.delete(length);
      this.#unusedBytes -= arrays.length * length * Float32Array.BYTES_PER_ELEMENT;
      if (arrays.length > 0) return;
    }
  }
}
