/**
 * A board: what a machine *is* and no configuration changes, that is the place of every line that the unit knows, the
 * illuminator's PWM, the receiver's port, the watchdog and where the temperature is read. hw/boards holds those that come with the
 * program, hw/wiring.md their figures. A board has only what its file names; the unit goes without the rest.
 */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { LinePlace } from '../ports/gpio.ts';
import { checkedBy, readTable } from './toml.ts';

const place = z.strictObject({
  chip: z.string().min(1), // its label: `gpiodetect` shows it in brackets
  line: z.union([z.string().min(1), z.number().int().min(0).max(1023)]), // name, or offset on the chip
  active_low: z.boolean(),
  bias: z.enum(['as-is', 'pull-up', 'pull-down', 'disabled']),
});
const output = place.extend({ direction: z.literal('output') });
const input = place.extend({ direction: z.literal('input'), debounce_us: z.number().int().min(0).max(10_000_000) });

/** Every line that the unit knows. */
const lines = z.strictObject({
  'camera-trigger': output.optional(),
  strobe: output.optional(),
  'illuminator-enable': output.optional(),
  'status-lamp': output.optional(),
  'alert-lamp': output.optional(),
  'alert-buzzer': output.optional(),
  tamper: input.optional(),
  ignition: input.optional(),
  'supply-low': input.optional(),
  'camera-exposure': input.optional(), // high while the sensor exposes, for cameras that say so
  'pulse-per-second': input.optional(), // where [pps] names a device the kernel holds it, and the unit asks for the device alone
});

/** A device file. */
const device = z.string().regex(/^\/dev\/./, 'a path in /dev');

export const boardSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
  summary: z.string().min(1),
  gpio: z.strictObject({ adapter: z.enum(['gpiochip', 'onoff']) }),
  lines,
  pwm: z
    .strictObject({
      illuminator: z.strictObject({
        chip: z.string().min(1), // the device's name, to which `device` in /sys/class/pwm/pwmchip* is a link
        channel: z.number().int().min(0).max(63),
        period_ns: z.number().int().min(1000).max(1_000_000_000),
      }),
    })
    .optional(),
  camera: z.strictObject({
    mode: z.enum(['free-running', 'external-trigger']),
    exposure_offset_us: z.number().min(0).max(1000), // external-trigger: exposed longer than the trigger's pulse by so much
  }),
  gps: z.strictObject({ port: device }).optional(), // where the configuration's gps.port is empty
  pps: z.strictObject({ device }).optional(),
  watchdog: z.strictObject({ device, timeout_s: z.number().int().min(1).max(3600) }).optional(),
  thermal: z
    .strictObject({
      zone: z.string().min(1), // what `type` in /sys/class/thermal/thermal_zone* says
      // raspberry-pi: the firmware's get_throttled bits; cooling-devices: a state above 0 in /sys/class/thermal/cooling_device*
      throttling: z.enum(['none', 'raspberry-pi', 'cooling-devices']),
    })
    .optional(),
});

export type Board = z.infer<typeof boardSchema>;
export type LineName = keyof Board['lines'];
export type BoardLine = NonNullable<Board['lines'][LineName]>;

export const lineNames: readonly LineName[] = lines.keyof().options;

/** The board files that come with the program. */
export const shippedBoards = fileURLToPath(new URL('../../hw/boards', import.meta.url));

/** Whether it names a shipped board, and is no path. */
export function isBoardName(board: string): boolean {
  return /^[a-z0-9-]+$/.test(board);
}

/** @param board path of a board file, or the name of one in hw/boards. Throws the faults of a configuration. */
export async function loadBoard(board: string): Promise<Board> {
  const path = isBoardName(board) ? `${shippedBoards}/${board}.toml` : board;
  return checkedBy(boardSchema, await readTable(path), path);
}

/** The lines that the board has, in the schema's order. */
export function linesOf({ lines }: Board): [LineName, BoardLine][] {
  return lineNames.flatMap((name): [LineName, BoardLine][] => (lines[name] ? [[name, lines[name]]] : []));
}

/** The board's lines as the GPIO adapters take them. */
export function placesOf(board: Board): Readonly<Record<string, LinePlace>> {
  return Object.fromEntries(linesOf(board).map(([name, line]) => [name, placeOf(line)]));
}

export function placeOf(line: BoardLine): LinePlace {
  const { chip, line: at, active_low: activeLow, bias } = line;
  return { chip, line: at, activeLow, bias, debounceUs: line.direction === 'input' ? line.debounce_us : 0 };
}
