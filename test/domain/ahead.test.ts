/** Work ahead: order, how much is under way, and that a failure or an end leaves nothing behind. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ahead } from '../../firmware/domain/ahead.ts';

/** A source that can be told to deliver, and knows whether it was closed. */
async function* items(count: number, closed: () => void = () => {}): AsyncGenerator<number> {
  try {
    for (let i = 0; i < count; i++) yield i;
  } finally {
    closed();
  }
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('work ahead', () => {
  test('gives every result in order, with at most so many under way and, given time, as many', async () => {
    const drawn = fc.record({
      count: fc.integer({ min: 1, max: 5 }),
      turns: fc.array(fc.nat({ max: 4 }), { maxLength: 25 }),
    });
    await fc.assert(
      fc.asyncProperty(drawn, async ({ count, turns }) => {
        let underWay = 0;
        let most = 0;
        const work = async (item: number) => {
          most = Math.max(most, ++underWay);
          for (let i = 0; i <= turns[item]!; i++) await turn();
          underWay--;
          return item * 10;
        };
        const results: number[] = [];
        for await (const result of ahead(count, items(turns.length), work)) results.push(result);
        expect(results).toEqual(turns.map((_, index) => index * 10));
        expect(most).toBe(Math.min(count, turns.length));
      }),
    );
  });

  test('gives a result although no further item comes', async () => {
    async function* one() {
      yield 1;
      await new Promise(() => {});
    }
    const results = ahead(2, one(), async (item) => item);
    expect(await results.next()).toEqual({ done: false, value: 1 });
  });

  test('asks for the next item only when the last was taken, with one under way', async () => {
    const events: string[] = [];
    async function* source() {
      for (let i = 0; i < 3; i++) {
        events.push(`asked ${i}`);
        yield i;
      }
    }
    for await (const result of ahead(1, source(), async (item) => item)) events.push(`taken ${result}`);
    expect(events).toEqual(['asked 0', 'taken 0', 'asked 1', 'taken 1', 'asked 2', 'taken 2']);
  });

  test.each([1, 2, 3])(
    'with %i under way: a failure comes in its turn, waits for the others and closes the source',
    async (count) => {
      let closed = false;
      let underWay = 0;
      const work = async (item: number) => {
        underWay++;
        await turn();
        underWay--;
        if (item === 2) throw new Error('broken');
        return item;
      };
      const results: number[] = [];
      const run = (async () => {
        for await (const result of ahead(
          count,
          items(9, () => (closed = true)),
          work,
        ))
          results.push(result);
      })();
      await expect(run).rejects.toThrow('broken');
      expect(results).toEqual([0, 1]);
      expect({ closed, underWay }).toEqual({ closed: true, underWay: 0 });
    },
  );

  test('a source that fails fails it, after what came before', async () => {
    async function* source() {
      yield 0;
      yield 1;
      throw new Error('dark');
    }
    let worked = 0;
    const work = async (item: number) => {
      await turn();
      worked++;
      return item;
    };
    await expect(Array.fromAsync(ahead(2, source(), work))).rejects.toThrow('dark');
    expect(worked).toBe(2);
  });

  test('a consumer that leaves closes it, and hands back an item that comes too late', async () => {
    const late = Promise.withResolvers<void>();
    const closed = Promise.withResolvers<void>();
    async function* source() {
      try {
        yield 'first';
        await late.promise;
        yield 'second';
      } finally {
        closed.resolve();
      }
    }
    const unused: string[] = [];
    for await (const result of ahead(
      2,
      source(),
      async (item) => item,
      (item) => unused.push(item),
    )) {
      expect(result).toBe('first');
      break;
    }
    expect(unused).toEqual([]);
    late.resolve();
    await closed.promise;
    expect(unused).toEqual(['second']);
  });
});
