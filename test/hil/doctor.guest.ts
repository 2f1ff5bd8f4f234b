/**
 * The doctor on the kernel's own chips: the simulator's board on a gpio-sim chip of its label. The wire of --loopback is a process that
 * copies the output's level to the input, so the figures are those of that process, and only what holds whatever they are is asked.
 */
import { spawn } from 'node:child_process';
import { chmodSync, chownSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Board, lineNames, loadBoard, placesOf } from '../../firmware/config/board.ts';
import { gpioChip } from '../../firmware/devices/gpiochip.ts';
import type { Finding } from '../../firmware/doctor/finding.ts';
import { checkLines } from '../../firmware/doctor/lines.ts';
import { checkLoopback } from '../../firmware/doctor/loopback.ts';
import { gpioChips } from '../../native/index.ts';
import { type SimulatedChip, simulatedChip } from './gpio-sim.ts';

const wire = { from: 'strobe', to: 'camera-exposure' } as const;
const NOBODY = 65_534;
let chip: SimulatedChip;
let board: Board;

beforeAll(async () => {
  chip = simulatedChip('simulator', lineNames, ['tamper']);
  board = await loadBoard('simulator');
});
afterAll(() => chip.remove());

function findings(of: Board = board): Map<string, Finding> {
  const all = checkLines(of, gpioChip(placesOf(of)), gpioChips());
  return new Map(all.map((finding) => [finding.subject, finding]));
}

describe('the doctor, of lines', () => {
  test('finds every line free and gives it back, but for one that another holds, whom it names', () => {
    chip.drive('ignition', false);
    const found = findings();
    expect(found.get('line tamper')).toMatchObject({
      state: 'wrong',
      found: 'simulator tamper is held by "somebody".',
    });
    expect([...found.values()].filter(({ state }) => state === 'wrong')).toHaveLength(1);
    expect(found.get('line strobe')).toMatchObject({ state: 'good', found: 'simulator strobe, free' });
    expect(found.get('line supply-low')).toMatchObject({ found: 'simulator supply-low, active' });
    gpioChip(placesOf(board)).output('strobe').close();
  });

  test('leaves a line to the unit that runs', () => {
    const held = gpioChip(placesOf(board)).output('status-lamp');
    held.set(true);
    expect(findings().get('line status-lamp')).toMatchObject({
      state: 'good',
      found: expect.stringContaining('which runs'),
    });
    expect(chip.level('status-lamp')).toBe(true);
    held.close();
  });

  test('wants the pulse held by the kernel where the board says so', () => {
    const found = findings({ ...board, pps: { device: '/dev/pps0' } });
    expect(found.get('line pulse-per-second')).toMatchObject({
      state: 'wrong',
      remedy: expect.stringContaining('pps-gpio'),
    });
  });

  test('says which chips there are when one has gone', () => {
    chip.unplug();
    const found = findings();
    chip.plugIn();
    for (const name of lineNames)
      expect(found.get(`line ${name}`)).toMatchObject({
        state: 'wrong',
        found: expect.stringContaining('no chip labelled "simulator"'),
      });
  });
});

describe('the doctor, of permissions', () => {
  test('says to an account that may not which group may', async () => {
    chownSync('/dev/ttyS0', 0, 20);
    chmodSync('/dev/ttyS0', 0o660);
    const script = `
      const { gpioChip } = await import('${new URL('../../firmware/devices/gpiochip.ts', import.meta.url)}');
      const { checkLines } = await import('${new URL('../../firmware/doctor/lines.ts', import.meta.url)}');
      const { checkPort } = await import('${new URL('../../firmware/doctor/machine.ts', import.meta.url)}');
      const { loadBoard, placesOf } = await import('${new URL('../../firmware/config/board.ts', import.meta.url)}');
      const board = await loadBoard('simulator');
      const lines = checkLines(board, gpioChip(placesOf(board)), []);
      console.log(JSON.stringify([await checkPort({ root: '' }, '/dev/ttyS0'), lines[0]]));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      uid: NOBODY,
      gid: NOBODY,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    for await (const chunk of child.stdout!) out += chunk;
    const [port, line] = JSON.parse(out) as Finding[];
    expect(port).toMatchObject({
      state: 'wrong',
      found: '/dev/ttyS0 is for group dialout, and nobody is not in it.',
      remedy: 'sudo usermod -aG dialout nobody',
    });
    expect(line).toMatchObject({ state: 'wrong', remedy: expect.stringContaining('hw/udev') });
  });
});

describe('the doctor, through a wire', () => {
  test('times every edge, and measures strobe pulses against what the sequencer played', async () => {
    using _ = chip.wire('strobe', 'camera-exposure');
    const [found, edges, widths] = await checkLoopback(board, wire);
    console.log(`${edges?.found}\n${widths?.found}`);
    expect(found).toMatchObject({ subject: 'wire strobe to camera-exposure', state: 'good' });
    expect(edges!.measured).toMatchObject({ edges: 200 });
    expect(edges!.measured!.stamp_us_p50).toBeGreaterThan(0);
    expect(edges!.measured!.heard_us_p50).toBeGreaterThan(0);
    const { played, seen, realtime, locked } = widths!.measured!;
    expect({ realtime, locked }).toEqual({ realtime: true, locked: true });
    expect(played).toBeGreaterThan(80);
    // A process is no wire: it sleeps through some pulses, and the doctor says that they did not come.
    expect(seen).toBeGreaterThan(20);
    if (seen !== played)
      expect(widths).toMatchObject({ state: 'wrong', found: expect.stringContaining(`${seen} of ${played}`) });
  });

  test('says so when the wire is not there, or leads elsewhere', async () => {
    const missing = { state: 'wrong', found: 'camera-exposure does not follow strobe.' };
    expect(await checkLoopback(board, wire)).toMatchObject([missing]);
    using _ = chip.wire('strobe', 'ignition');
    expect(await checkLoopback(board, wire)).toMatchObject([missing]);
  });

  test('leaves the strobe dark', async () => {
    using _ = chip.wire('strobe', 'camera-exposure');
    await checkLoopback(board, wire);
    expect(chip.level('strobe')).toBe(false);
  });
});
