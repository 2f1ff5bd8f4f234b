import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lineNames, loadBoard, placesOf } from '../../firmware/config/board.ts';

const LEAST = `name = "bench"
summary = "A bench"
gpio = { adapter = "gpiochip" }
lines = {}
camera = { mode = "free-running", exposure_offset_us = 0 }
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function loaded(toml: string) {
  const path = join(folder, 'board.toml');
  await writeFile(path, toml);
  return loadBoard(path);
}

const withLine = (line: string) => LEAST.replace('lines = {}', `lines = { ${line} }`);
const strobe = 'chip = "pole-box", line = 3, direction = "output", active_low = true, bias = "pull-down"';

describe('a board', () => {
  test('may have no more than a camera', async () => {
    expect(await loaded(LEAST)).toEqual({
      name: 'bench',
      summary: 'A bench',
      gpio: { adapter: 'gpiochip' },
      lines: {},
      camera: { mode: 'free-running', exposure_offset_us: 0 },
    });
  });

  test('is found by its name among those that come with the program, and has every line there', async () => {
    const places = placesOf(await loadBoard('simulator'));
    expect(Object.keys(places)).toEqual(lineNames);
    expect(places.tamper).toEqual({
      chip: 'simulator',
      line: 'tamper',
      activeLow: false,
      bias: 'pull-up',
      debounceUs: 20_000,
    });
  });

  test('gives an output to the adapters without debounce', async () => {
    expect(placesOf(await loaded(withLine(`strobe = { ${strobe} }`)))).toEqual({
      strobe: { chip: 'pole-box', line: 3, activeLow: true, bias: 'pull-down', debounceUs: 0 },
    });
  });

  test.each([
    [
      'a line that the unit does not know',
      `strobo = { ${strobe} }`,
      '"lines.strobo" is not known; the nearest known key is "lines.strobe"',
    ],
    ['an output with debounce', `strobe = { ${strobe}, debounce_us = 5 }`, '"lines.strobe.debounce_us" is not known'],
    ['a line turned round', `tamper = { ${strobe}, debounce_us = 5 }`, 'lines.tamper.direction'],
    ['an offset below 0', `strobe = { ${strobe.replace('3', '-3')} }`, 'lines.strobe.line'],
    ['a bias that no kernel knows', `strobe = { ${strobe.replace('pull-down', 'down')} }`, 'lines.strobe.bias'],
  ])('refuses %s by its key', async (_, line, said) => {
    await expect(loaded(withLine(line))).rejects.toMatchObject({ detail: expect.stringContaining(said) });
  });

  test('that is not there is named', async () => {
    await expect(loadBoard('raspberry-pi-44')).rejects.toMatchObject({
      code: 'config.unreadable',
      detail: expect.stringContaining('raspberry-pi-44.toml'),
    });
  });
});
