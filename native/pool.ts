/**
 * The frame pool: a fixed number of frame buffers in one piece of shared memory, handed out as leases.
 *
 * Promises: nothing is copied and nothing locks; any thread that has the handle may acquire, retain and release, native threads
 * too. A slot has one acquirer at a time and stays as it is until its last holder releases it. Refuses a lease that is not held:
 * released already, of another generation, or of another pool.
 */

import { NativeArgumentError, objectOf, wholeNumber } from './arguments.ts';
import { addon } from './load.ts';

/** Plain data: it crosses threads in a message. Whoever posts it gives its hold away, or retains once more for the receiver. */
export interface Lease {
  readonly slot: number;
  readonly generation: number;
}

/** What another thread needs to attach; posting it copies nothing. */
export interface FramePoolHandle {
  readonly memory: SharedArrayBuffer;
  readonly slots: number;
  readonly bytesPerSlot: number;
}

const slotsMost = 4096;
const bytesPerSlotMost = 2 ** 30;
/** Above this SharedArrayBuffer allocation is refused by most systems. */
const memoryMost = 2 ** 32;
const word = { least: 0, most: 2 ** 32 - 1 };

export class FramePool {
  readonly handle: FramePoolHandle;
  readonly #memory: Uint8Array;

  private constructor(handle: FramePoolHandle, memory: Uint8Array) {
    this.handle = handle;
    this.#memory = memory;
  }

  /** Allocates slots of bytesPerSlot bytes each, every slot beginning on a page. All are free. */
  static create(sizes: { readonly slots: number; readonly bytesPerSlot: number }): FramePool {
    const slots = wholeNumber('slots', sizes.slots, { least: 1, most: slotsMost });
    const bytesPerSlot = wholeNumber('bytesPerSlot', sizes.bytesPerSlot, { least: 1, most: bytesPerSlotMost });
    const needed = addon().pool.bytesNeeded(slots, bytesPerSlot);
    if (needed > memoryMost) {
      throw new NativeArgumentError(
        'slots',
        `${slots} slots of ${bytesPerSlot} bytes are more than ${memoryMost} bytes`,
      );
    }
    const memory = new SharedArrayBuffer(needed);
    const view = new Uint8Array(memory);
    addon().pool.create(view, slots, bytesPerSlot);
    return new FramePool({ memory, slots, bytesPerSlot }, view);
  }

  /** The pool that another thread created. */
  static attach(handle: FramePoolHandle): FramePool {
    if (!(objectOf('handle', handle).memory instanceof SharedArrayBuffer)) {
      throw new NativeArgumentError('handle', 'its memory is not a SharedArrayBuffer');
    }
    const { memory, slots, bytesPerSlot } = handle;
    const view = new Uint8Array(memory);
    let found: { slots: number; bytesPerSlot: number };
    try {
      found = addon().pool.sizes(view);
    } catch {
      throw new NativeArgumentError('handle', 'there is no frame pool in its memory');
    }
    if (found.slots !== slots || found.bytesPerSlot !== bytesPerSlot) {
      throw new NativeArgumentError('handle', 'its sizes are not those of the pool in its memory');
    }
    return new FramePool({ memory, slots, bytesPerSlot }, view);
  }

  get slots(): number {
    return this.handle.slots;
  }

  get bytesPerSlot(): number {
    return this.handle.bytesPerSlot;
  }

  /** Slots that nobody holds at this moment. */
  get free(): number {
    return addon().pool.free(this.#memory);
  }

  /** A slot held once, by the caller; undefined when all are held. Its bytes are whatever the last holder left. */
  acquire(): Lease | undefined {
    return addon().pool.acquire(this.#memory);
  }

  /** The slot's bytes where they lie, bytesPerSlot of them. Do not use them after the release. */
  bytesOf(lease: Lease): Uint8Array {
    const { slot, generation } = named(lease);
    const offset = addon().pool.offset(this.#memory, slot, generation);
    if (offset < 0) throw stale(lease);
    return new Uint8Array(this.handle.memory, offset, this.handle.bytesPerSlot);
  }

  /** One holder more; each retain asks for one release. */
  retain(lease: Lease): void {
    const { slot, generation } = named(lease);
    if (!addon().pool.retain(this.#memory, slot, generation)) throw stale(lease);
  }

  /** One holder less; the last one frees the slot. */
  release(lease: Lease): void {
    const { slot, generation } = named(lease);
    if (!addon().pool.release(this.#memory, slot, generation)) throw stale(lease);
  }
}

function named(lease: Lease): Lease {
  const { slot, generation } = objectOf('lease', lease);
  return { slot: wholeNumber('lease', slot, word), generation: wholeNumber('lease', generation, word) };
}

function stale(lease: Lease): NativeArgumentError {
  return new NativeArgumentError('lease', `slot ${lease.slot}, generation ${lease.generation} is not held`);
}
