import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FramePool, type Lease, NativeArgumentError } from '../../native/index.ts';

const refused = expect.objectContaining({ name: 'NativeArgumentError', argument: 'lease' });

describe('the frame pool', () => {
  it('hands out every slot once, then none, and is full again after the releases', () => {
    const pool = FramePool.create({ slots: 3, bytesPerSlot: 100 });
    const leases = [pool.acquire(), pool.acquire(), pool.acquire()].map((lease) => lease!);
    expect(new Set(leases.map((lease) => lease.slot)).size).toBe(3);
    expect(pool.acquire()).toBeUndefined();
    expect(pool.free).toBe(0);
    for (const lease of leases) pool.release(lease);
    expect(pool.free).toBe(pool.slots);
  });

  it('gives each slot its own bytes in the one memory, beginning on a page', () => {
    const pool = FramePool.create({ slots: 3, bytesPerSlot: 5000 });
    const views = [1, 2, 3].map((mark) => pool.bytesOf(pool.acquire()!).fill(mark));
    views.forEach((view, i) => {
      expect(view.buffer).toBe(pool.handle.memory);
      expect(view.length).toBe(5000);
      expect(view.every((byte) => byte === i + 1)).toBe(true);
      expect((view.byteOffset - views[0]!.byteOffset) % 4096).toBe(0);
    });
  });

  it('refuses a lease once released, also when the slot is held anew', () => {
    const pool = FramePool.create({ slots: 1, bytesPerSlot: 16 });
    const first = pool.acquire()!;
    pool.release(first);
    for (const use of [() => pool.release(first), () => pool.retain(first), () => pool.bytesOf(first)])
      expect(use).toThrow(refused);
    const second = pool.acquire()!;
    expect(second.slot).toBe(first.slot);
    expect(second.generation).not.toBe(first.generation);
    expect(() => pool.release(first)).toThrow(NativeArgumentError);
    expect(pool.free).toBe(0);
  });

  it.each([
    [{}],
    [null],
    [{ slot: 9, generation: 1 }],
    [{ slot: -1, generation: 1 }],
    [{ slot: 0, generation: 0 }],
    [{ slot: 0.5, generation: 1 }],
  ])('refuses %o as a lease', (lease) => {
    const pool = FramePool.create({ slots: 2, bytesPerSlot: 16 });
    for (const use of [pool.release, pool.retain, pool.bytesOf])
      expect(() => use.call(pool, lease as Lease)).toThrow(refused);
    expect(pool.free).toBe(2);
  });

  it('refuses a handle whose sizes are not the pool that it holds', () => {
    const { handle } = FramePool.create({ slots: 2, bytesPerSlot: 16 });
    expect(() => FramePool.attach({ ...handle, slots: 3 })).toThrow(expect.objectContaining({ argument: 'handle' }));
    expect(() => FramePool.attach({ ...handle, bytesPerSlot: 1 << 20 })).toThrow(
      expect.objectContaining({ argument: 'handle' }),
    );
  });

  it('keeps count as a simple model does, whatever the order', () => {
    const step = fc.record({ kind: fc.constantFrom('acquire', 'retain', 'release'), pick: fc.nat() });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(step, { maxLength: 80 }), (slots, steps) => {
        const pool = FramePool.create({ slots, bytesPerSlot: 8 });
        const held: { lease: Lease; holders: number }[] = [];
        for (const { kind, pick } of steps) {
          const chosen = held[pick % Math.max(held.length, 1)];
          if (kind === 'acquire') {
            const lease = pool.acquire();
            expect(lease === undefined).toBe(held.length === slots);
            if (lease !== undefined) held.push({ lease, holders: 1 });
          } else if (chosen !== undefined) {
            chosen.holders += kind === 'retain' ? 1 : -1;
            pool[kind as 'retain' | 'release'](chosen.lease);
            if (chosen.holders === 0) held.splice(held.indexOf(chosen), 1);
          }
          expect(pool.free).toBe(slots - held.length);
          expect(new Set(held.map(({ lease }) => lease.slot)).size).toBe(held.length);
        }
      }),
    );
  });

  it('crosses threads as plain data, the memory shared and not copied', async () => {
    const pool = FramePool.create({ slots: 1, bytesPerSlot: 16 });
    const lease = pool.acquire()!;
    const { port1, port2 } = new MessageChannel();
    port1.postMessage({ handle: pool.handle, lease });
    const [message] = await once(port2, 'message');
    port1.close();
    const other = FramePool.attach(message.handle);
    other.bytesOf(message.lease).fill(7);
    expect([...pool.bytesOf(lease)]).toEqual(Array(16).fill(7));
    other.release(message.lease);
    expect(pool.free).toBe(1);
  });

  it('never has two holders of one slot, from four threads at once, and is full again', async () => {
    const pool = FramePool.create({ slots: 5, bytesPerSlot: 256 });
    const threads = [1, 2, 3, 4].map(
      (mark) =>
        new Worker(new URL('./pool-worker.ts', import.meta.url), {
          workerData: { handle: pool.handle, mark, rounds: 8_000 },
        }),
    );
    const reports = await Promise.all(threads.map(async (thread) => (await once(thread, 'message'))[0]));
    await Promise.all(threads.map((thread) => thread.terminate()));
    expect(reports.map(({ foreign }) => foreign)).toEqual([0, 0, 0, 0]);
    const refused = reports.reduce((sum, report) => sum + report.refused, 0);
    expect(refused, "the threads were in each other's way").toBeGreaterThan(0);
    expect(pool.free).toBe(5);
  });
});
