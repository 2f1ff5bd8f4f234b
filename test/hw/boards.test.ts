/** The boards that come with the program: what holds for each of them, and that wiring.md says the same as they do. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Board, linesOf, loadBoard, shippedBoards } from '../../firmware/config/board.ts';

const names = readdirSync(shippedBoards).map((file) => file.replace(/\.toml$/, ''));
const boards = await Promise.all(names.map(async (name): Promise<[string, Board]> => [name, await loadBoard(name)]));
const wiring = readFileSync(new URL('../../hw/wiring.md', import.meta.url), 'utf8');

/** Header pins of the Raspberry Pi that other functions need: identity, I2C, SPI, serial port, PWM (Raspberry Pi documentation, GPIO). */
const taken = new Set([0, 1, 2, 3, 7, 8, 9, 10, 11, 12, 14, 15]);

describe.each(boards)('board %s', (name, board) => {
  const lines = linesOf(board);

  test('has the name of its file', () => {
    expect(board.name).toBe(name);
  });

  test('has no two lines on one pin', () => {
    const pins = lines.map(([, { chip, line }]) => `${chip} ${line}`);
    expect(new Set(pins).size).toBe(pins.length);
  });

  test('keeps its lines off the pins of other functions', () => {
    const clashes = lines.filter(([, { chip, line }]) => /bcm|rp1/.test(chip) && taken.has(Number(line)));
    expect(clashes).toEqual([]);
  });

  test('lights nothing by an undriven line: what makes light is active high, for the pull-down beside it', () => {
    const light = lines.filter(([line]) => ['strobe', 'illuminator-enable'].includes(line));
    expect(light.map(([, { active_low }]) => active_low)).not.toContain(true);
  });

  test('debounces what people and vehicles switch, and nothing that is timed', () => {
    for (const [line, place] of lines) {
      if (place.direction !== 'input') continue;
      const timed = line === 'camera-exposure' || line === 'pulse-per-second';
      expect([line, place.debounce_us === 0]).toEqual([line, timed]);
    }
  });

  test('has a trigger where its camera waits for one', () => {
    if (board.camera.mode === 'external-trigger') expect(board.lines['camera-trigger']).toBeDefined();
    else expect(board.camera.exposure_offset_us).toBe(0);
  });

  test('is wired line by line in wiring.md', () => {
    const section = wiring.split(/^## /m).find((each) => each.split('\n')[0]!.split(', ').includes(name)) ?? '';
    expect(section).toContain('```');
    const rows = [...section.matchAll(/^\| ([a-z-]+) \| ([^|]+) \| ([^|]+) \|/gm)].filter(
      ([, line]) => line !== 'line',
    );
    const said = new Map(rows.map(([, line, at]) => [line, at]));
    expect(Object.fromEntries(lines.map(([line]) => [line, said.get(line)]))).toEqual(
      Object.fromEntries(lines.map(([line, { line: at }]) => [line, String(at)])),
    );
    const pins = rows.map(([, , , pin]) => pin).filter((pin) => pin !== 'none');
    expect(new Set(pins).size).toBe(pins.length);
  });
});

test('every section of wiring.md that has a table is of a board that there is', () => {
  const sections = wiring.split(/^## /m).filter((each) => each.includes('| line |'));
  expect(sections.flatMap((each) => each.split('\n')[0]!.split(', ')).sort()).toEqual([...names].sort());
});
