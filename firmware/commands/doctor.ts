/**
 * `doctor`: looks at all that a unit on this machine needs, and says of each what is wrong and what mends it. Exit status 1 when something
 * is. It may run beside a unit: what that holds is left to it.
 */
import { parseArgs } from 'node:util';
import { type GpioChip, gpioChips } from '../../native/index.ts';
import { type Board, loadBoard, placesOf } from '../config/board.ts';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/schema.ts';
import { gpioChip } from '../devices/gpiochip.ts';
import { onoffGpio } from '../devices/onoff-gpio.ts';
import { systemClock } from '../devices/system-clock.ts';
import type { Machine } from '../doctor/device-file.ts';
import { type Finding, good, leftOut } from '../doctor/finding.ts';
import { checkLines } from '../doctor/lines.ts';
import { checkLoopback, wireOf } from '../doctor/loopback.ts';
import {
  checkClock,
  checkDisk,
  checkPort,
  checkPulse,
  checkPwm,
  checkThermal,
  checkWatchdog,
} from '../doctor/machine.ts';
import { checkAddon, checkCamera, checkModels } from '../doctor/program.ts';
import { Fault } from '../domain/fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Console } from './console.ts';

export async function doctorCommand(args: readonly string[], console: Console): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      board: { type: 'string' },
      config: { type: 'string' },
      loopback: { type: 'boolean', default: false },
      wire: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const clock = systemClock();
  const config = await loadConfig(values.config);
  const named = values.board ?? config.board;
  const board = named === '' ? undefined : await loadBoard(named);
  if (values.loopback && board === undefined) throw new Fault('usage', 'doctor: --loopback needs a board.');
  const findings = await findingsOf(config, board, clock);
  if (values.loopback) findings.push(...(await checkLoopback(board!, wireOf(board!, values.wire))));
  for (const finding of findings)
    for (const line of values.json ? [JSON.stringify(finding)] : shown(finding)) console.out(line);
  return findings.some(({ state }) => state === 'wrong') ? 1 : 0;
}

async function findingsOf(config: Config, board: Board | undefined, clock: Clock): Promise<Finding[]> {
  const machine: Machine = { root: '' };
  const addon = await checkAddon();
  const findings = [
    addon,
    await checkModels(config),
    await checkCamera(config, process.env.PATH ?? ''),
    await checkDisk(config),
    checkClock(clock),
    await checkPort(machine, config.gps.port === '' ? (board?.gps?.port ?? '') : config.gps.port),
  ];
  if (board === undefined) return [...findings, leftOut('board', 'Neither --board nor the configuration names one.')];
  findings.push(good('board', `${board.name}: ${board.summary}`));
  findings.push(...(addon.state === 'good' ? await findingsOfLines(board, clock) : []));
  findings.push(await checkPulse(machine, board, clock), await checkPwm(machine, board));
  findings.push(await checkWatchdog(machine, board), await checkThermal(machine, board));
  return findings;
}

async function findingsOfLines(board: Board, clock: Clock): Promise<Finding[]> {
  const places = placesOf(board);
  const gpio = board.gpio.adapter === 'onoff' ? onoffGpio(places, clock) : gpioChip(places);
  return checkLines(board, gpio, chipsToSee());
}

/** None where this account may not look: each line then says so itself. */
function chipsToSee(): readonly GpioChip[] {
  try {
    return gpioChips();
  } catch {
    return [];
  }
}

function shown({ subject, state, found, remedy }: Finding): string[] {
  const mark = { good: 'good ', wrong: 'WRONG', 'left-out': '-    ' }[state];
  const line = `${mark}  ${subject.padEnd(24)} ${found}`;
  return remedy === undefined ? [line] : [line, `${' '.repeat(32)}${remedy}`];
}
