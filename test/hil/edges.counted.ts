/**
 * How long an edge takes from the kernel's stamp to the listener, on a machine that counts instructions: a figure of the code
 * (kernel, addon and adapter together), the same in every run, and not of a real processor.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gpioChip } from '../../firmware/devices/gpiochip.ts';
import { simulatedChip } from './gpio-sim.ts';

const EDGES = 400;
/** Milliseconds between two, within which the process falls idle, as it is when a door opens. */
const APART_MS = 5;
/** Just under twice what was measured (docs/measured.md). */
const P50_MS = 0.1;
const P99_MS = 1.5;

test(`${EDGES} edges, one at a time, each reach the listener soon after the kernel stamped it`, async () => {
  const chip = simulatedChip('pole-box', ['door']);
  const door = { chip: 'pole-box', line: 'door', activeLow: false, bias: 'as-is', debounceUs: 0 } as const;
  const edges = gpioChip({ door }).edges('door', new AbortController().signal);
  using _driving = chip.toggle('door', EDGES, APART_MS);
  const late: number[] = [];
  let last = 0;
  for await (const { monotonic, sequence } of edges) {
    late.push(Number(process.hrtime.bigint()) / 1e6 - monotonic);
    last = sequence;
    if (late.length === EDGES) break;
  }
  assert.equal(last, EDGES);
  late.sort((a, b) => a - b);
  const [p50, p99] = [0.5, 0.99].map((share) => late[Math.floor(share * EDGES)]!) as [number, number];
  console.log(
    `kernel's stamp to listener: p50 ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms, most ${late.at(-1)!.toFixed(3)} ms`,
  );
  assert.ok(late[0]! > 0);
  assert.ok(p50 < P50_MS, `p50 ${p50} ms`);
  assert.ok(p99 < P99_MS, `p99 ${p99} ms`);
});
