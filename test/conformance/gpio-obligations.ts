/** What every GPIO adapter owes (firmware/ports/gpio.ts), as one suite that each adapter runs. */
import { describe, expect, test } from 'vitest';
import { Fault } from '../../firmware/domain/fault.ts';
import type { Edge, Gpio } from '../../firmware/ports/gpio.ts';

export interface GpioUnderTest {
  readonly gpio: Gpio;
  /** An input and an output that are there. */
  readonly input: string;
  readonly output: string;
  /** Drives the input from outside. */
  drive(active: boolean): Promise<void>;
  /** The output's level as seen from outside. */
  level(): Promise<boolean>;
}

export function gpioObligations(name: string, open: () => Promise<GpioUnderTest>): void {
  describe(`GPIO: ${name}`, () => {
    test('an output starts inactive, follows, and is inactive after it is given back', async () => {
      const { gpio, output, level } = await open();
      const line = gpio.output(output);
      expect(line.line).toBe(output);
      expect(await level()).toBe(false);
      line.set(true);
      expect(await level()).toBe(true);
      line.close();
      expect(await level()).toBe(false);
    });

    test('an output has one holder at a time', async () => {
      const { gpio, output } = await open();
      const line = gpio.output(output);
      expect(codeOf(() => gpio.output(output))).toBe('gpio.busy');
      line.close();
      gpio.output(output).close();
    });

    test('a line that is not there is a fault', async () => {
      const { gpio } = await open();
      expect(codeOf(() => gpio.output('no-such-line'))).toBe('gpio.missing');
    });

    test('edges come in order, counted from 1 without gaps, with times that do not go back', async () => {
      const { gpio, input, drive } = await open();
      const stop = new AbortController();
      const edges = gpio.edges(input, stop.signal);
      for (let i = 0; i < 6; i++) await drive(i % 2 === 0);
      const seen: Edge[] = [];
      for await (const edge of edges) {
        seen.push(edge);
        if (seen.length === 6) break;
      }
      expect(seen.map((edge) => edge.rising)).toEqual([true, false, true, false, true, false]);
      expect(seen.map((edge) => edge.sequence)).toEqual([1, 2, 3, 4, 5, 6]);
      for (let i = 1; i < seen.length; i++) expect(seen[i]!.monotonic).toBeGreaterThanOrEqual(seen[i - 1]!.monotonic);
      stop.abort();
    });

    test('edges count anew when the line is asked for again', async () => {
      const { gpio, input, drive } = await open();
      for (const active of [true, false]) {
        const stop = new AbortController();
        const next = gpio.edges(input, stop.signal)[Symbol.asyncIterator]().next();
        await drive(active);
        expect((await next).value).toMatchObject({ rising: active, sequence: 1 });
        stop.abort();
      }
    });

    test('two listeners to one line both see every edge', async () => {
      const { gpio, input, drive } = await open();
      const stop = new AbortController();
      const both = [gpio.edges(input, stop.signal), gpio.edges(input, stop.signal)].map((edges) =>
        edges[Symbol.asyncIterator](),
      );
      const pending = both.map((iterator) => iterator.next());
      await drive(true);
      for (const next of await Promise.all(pending)) expect(next.value).toMatchObject({ rising: true, line: input });
      stop.abort();
    });

    test("an input's level can be asked for, listened to or not", async () => {
      const { gpio, input, drive } = await open();
      await drive(true);
      expect(gpio.level(input)).toBe(true);
      const stop = new AbortController();
      gpio.edges(input, stop.signal);
      expect(gpio.level(input)).toBe(true);
      await drive(false);
      expect(gpio.level(input)).toBe(false);
      stop.abort();
    });

    test('waiting for an edge ends when the signal aborts', async () => {
      const { gpio, input } = await open();
      const stop = new AbortController();
      const waiting = gpio.edges(input, stop.signal)[Symbol.asyncIterator]().next();
      stop.abort();
      await expect(waiting).resolves.toMatchObject({ done: true });
    });
  });
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
  return 'nothing was refused';
}
