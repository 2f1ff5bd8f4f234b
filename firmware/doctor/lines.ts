/**
 * Every line of the board, asked for as the unit asks for it and given back: that proves chip, line, bias, debounce and permission at
 * once. A free output is driven inactive for a moment, which is what it is to be while nobody drives it.
 */
import type { GpioChip } from '../../native/index.ts';
import { type Board, type BoardLine, linesOf } from '../config/board.ts';
import { CONSUMER } from '../devices/gpiochip.ts';
import { faultOf } from '../domain/fault.ts';
import type { Gpio } from '../ports/gpio.ts';
import { type Finding, good, leftOut, wrong, wrongBy } from './finding.ts';

const LOAD_PPS = 'Load pps-gpio on it (the board file says how), or leave [pps] out of the board file.';

/** @param chips those that there are, for who holds a line; none where the kernel does not say. */
export function checkLines(board: Board, gpio: Gpio, chips: readonly GpioChip[]): Finding[] {
  const lines = linesOf(board);
  if (lines.length === 0) return [leftOut('lines', 'The board has none.')];
  return lines.map(([name, line]) => {
    const subject = `line ${name}`;
    const where = `${line.chip} ${line.line}`;
    const holder = holderOf(line, chips);
    // The kernel's own pulse counter is to hold it.
    const counted = name === 'pulse-per-second' && board.pps !== undefined;
    if (counted && holder !== undefined) return good(subject, `${where}, held by "${holder}"`);
    if (holder === CONSUMER) return good(subject, `${where}, held by this program, which runs`);
    try {
      if (line.direction === 'input') {
        const level = gpio.level(name) ? 'active' : 'inactive';
        return counted ? wrong(subject, `${where} is free, ${level}.`, LOAD_PPS) : good(subject, `${where}, ${level}`);
      }
      gpio.output(name).close();
      return good(subject, `${where}, free`);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      if (fault.code === 'gpio.busy' && holder !== undefined)
        return wrong(subject, `${where} is held by "${holder}".`, fault.remedy);
      return wrongBy(subject, fault);
    }
  });
}

/** Who holds a line; undefined: nobody, or the line is not there. */
function holderOf({ chip: label, line }: BoardLine, chips: readonly GpioChip[]): string | undefined {
  const chip = chips.find((each) => each.label === label);
  const at = chip?.lines.find(({ offset, name }) => (typeof line === 'number' ? offset === line : name === line));
  return at === undefined || at.consumer === '' ? undefined : at.consumer;
}
