/** The character-device adapter on the kernel's own chips: what every adapter owes, and what only a kernel can do. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gpioChip } from '../../firmware/devices/gpiochip.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import type { Edge, LinePlace } from '../../firmware/ports/gpio.ts';
import { watchLine } from '../../firmware/services/line-watch.ts';
import { gpioChips } from '../../native/index.ts';
import { recordingLog } from '../broker/recording-log.ts';
import { gpioObligations } from '../conformance/gpio-obligations.ts';
import { type SimulatedChip, simulatedChip } from './gpio-sim.ts';

const LINES = ['tamper', 'strobe', 'lamp', 'hogged', 'door'];
/** More edges than the kernel keeps for who does not take them; the last one rises. */
const FLOOD = 1499;
const plain = { activeLow: false, bias: 'as-is', debounceUs: 0 } as const;
let chip: SimulatedChip;

beforeAll(() => {
  chip = simulatedChip('pole-box', LINES, ['hogged']);
});
afterAll(() => chip.remove());

function board(changes: Partial<Record<string, Partial<LinePlace>>> = {}) {
  const lines = LINES.map((line): [string, LinePlace] => [
    line,
    { chip: 'pole-box', line, ...plain, ...changes[line] },
  ]);
  return gpioChip(Object.fromEntries(lines));
}

gpioObligations('gpiochip', async () => ({
  gpio: board(),
  input: 'tamper',
  output: 'strobe',
  drive: async (active) => chip.drive('tamper', active),
  level: async () => chip.level('strobe'),
}));

/** So many edges of a line while `act` makes them. */
async function edgesOf(gpio: ReturnType<typeof board>, line: string, count: number, act: () => void): Promise<Edge[]> {
  const edges = gpio.edges(line, new AbortController().signal);
  act();
  const seen: Edge[] = [];
  for await (const edge of edges) if (seen.push(edge) === count) break;
  return seen;
}

describe('gpiochip on the kernel', () => {
  test('chips are found by label, with their lines and who holds them', () => {
    const found = gpioChips().find(({ label }) => label === 'pole-box')!;
    expect(found.lines.map(({ name }) => name)).toEqual(LINES);
    expect(found.lines.find(({ name }) => name === 'hogged')!.consumer).toBe('somebody');
    const held = board().output('lamp');
    expect(gpioChips().find(({ label }) => label === 'pole-box')!.lines[2]!.consumer).toBe('platekeeper');
    held.close();
  });

  test('a line may be named by its offset, and active-low turns levels and edges round', async () => {
    const gpio = board({ lamp: { line: 2, activeLow: true }, door: { activeLow: true } });
    const lamp = gpio.output('lamp');
    expect(chip.level('lamp')).toBe(true);
    lamp.set(true);
    expect(chip.level('lamp')).toBe(false);
    lamp.close();
    chip.drive('door', false);
    const edges = await edgesOf(gpio, 'door', 2, () => {
      chip.drive('door', true);
      chip.drive('door', false);
    });
    expect(edges.map(({ rising }) => rising)).toEqual([false, true]);
  });

  test('a bias pulls an input that nobody drives', () => {
    for (const [bias, high] of [
      ['pull-up', true],
      ['pull-down', false],
    ] as const) {
      const stop = new AbortController();
      board({ door: { bias } }).edges('door', stop.signal);
      expect(chip.level('door')).toBe(high);
      stop.abort();
    }
  });

  test('a line that the kernel or another program holds is busy', async () => {
    expect(() => board().output('hogged')).toThrow(expect.objectContaining({ code: 'gpio.busy' }));
    const script = `const { gpioChip } = await import('${new URL('../../firmware/devices/gpiochip.ts', import.meta.url)}');
      gpioChip({ lamp: ${JSON.stringify({ chip: 'pole-box', line: 'lamp', ...plain })} }).output('lamp').set(true);
      console.log('held'); setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(other.stdout!, 'data');
    expect(() => board().output('lamp')).toThrow(expect.objectContaining({ code: 'gpio.busy' }));
    const ended = once(other, 'exit');
    other.kill('SIGKILL');
    await ended;
    const lamp = board().output('lamp');
    expect(chip.level('lamp')).toBe(false);
    lamp.close();
  });

  test('a burst larger than a read comes whole, stamped by the kernel in order', async () => {
    const gpio = board();
    chip.drive('door', false);
    const before = process.hrtime.bigint();
    const edges = await edgesOf(gpio, 'door', 200, () => {
      for (let i = 0; i < 200; i++) chip.drive('door', i % 2 === 0);
    });
    expect(edges.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
    expect(edges[0]!.monotonic).toBeGreaterThan(Number(before) / 1e6);
    for (let i = 1; i < 200; i++) expect(edges[i]!.monotonic).toBeGreaterThan(edges[i - 1]!.monotonic);
  });

  test('what the kernel lost of a flood is counted, and the last edge, which says how the line is now, is not', async () => {
    chip.drive('door', false);
    const stop = new AbortController();
    const tally = new Tally('edges');
    const flooded = Promise.withResolvers<Edge>();
    const tools = { gpio: board(), clock: systemClock(), log: recordingLog(), tally, signal: stop.signal };
    const watched = watchLine(
      'door',
      { ...tools, reopenMs: 1000, onFault: () => undefined },
      {
        had() {
          for (let i = 0; i < FLOOD; i++) chip.drive('door', i % 2 === 0);
        },
        edge(edge) {
          if (edge.sequence === FLOOD) flooded.resolve(edge);
        },
      },
    );
    expect((await flooded.promise).rising).toBe(true);
    stop.abort();
    await watched;
    const { drops, ...counted } = tally.snapshot();
    expect(counted).toMatchObject({ in: FLOOD, held: 0 });
    expect(drops.lost).toBeGreaterThan(0);
  });

  test('a chip that vanishes is a fault for who reads and who writes, and the line is there again when it returns', async () => {
    const gpio = board();
    const lamp = gpio.output('lamp');
    const edges = gpio.edges('door', new AbortController().signal)[Symbol.asyncIterator]();
    const waiting = edges.next();
    chip.unplug();
    await expect(waiting).rejects.toMatchObject({ code: 'gpio.lost' });
    expect(() => lamp.set(true)).toThrow(expect.objectContaining({ code: 'gpio.lost' }));
    lamp.close();
    expect(() => gpio.output('lamp')).toThrow(expect.objectContaining({ code: 'gpio.missing' }));
    chip.plugIn();
    gpio.output('lamp').close();
    chip.drive('door', false);
    expect(await edgesOf(gpio, 'door', 1, () => chip.drive('door', true))).toMatchObject([
      { rising: true, sequence: 1 },
    ]);
  });
});
