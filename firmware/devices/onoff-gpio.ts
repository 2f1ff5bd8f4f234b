/**
 * GPIO by sysfs, through the package onoff: for kernels whose character device is missing or too old. Chips are found by label
 * and their base is read from the system, for it is another after every kernel.
 *
 * What sysfs can not do: it has no stamps and no counts (an edge is stamped when JavaScript hears of it, and edges in between are
 * lost unseen), it can not pull a line, and what a unit that was killed exported stays so: it is taken over.
 * To be used on the main thread alone: epoll, under onoff, ends the process elsewhere.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Gpio as Line } from 'onoff';
import { Fault } from '../domain/fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Gpio, LinePlace } from '../ports/gpio.ts';
import { sharedEdges } from './edge-stream.ts';
import { faultOfCall, guarded } from './gpio-fault.ts';

const CLASS = '/sys/class/gpio';

/** @param lines the board's, by the names under which the unit asks for them; each by its offset. */
export function onoffGpio(lines: Readonly<Record<string, LinePlace>>, clock: Clock): Gpio {
  const held = new Set<number>();
  /** Those whose edges are listened to. */
  const inputs = new Map<string, Line>();

  function request(name: string, output: boolean): { line: Line; release: () => void } {
    const place = lines[name];
    if (place === undefined) throw new Fault('gpio.missing', `The board has no line "${name}".`);
    const number = numberOf(name, place);
    if (held.has(number)) throw new Fault('gpio.busy', `"${name}" is held by this unit already.`);
    const { activeLow, debounceUs } = place;
    // `low` and `high` are levels of the wire: either way the line starts inactive.
    const direction = !output ? 'in' : activeLow ? 'high' : 'low';
    const options = { activeLow, ...(output ? {} : { debounceTimeout: debounceUs / 1000 }) };
    const line = guarded(name, () => new Line(number, direction, output ? 'none' : 'both', options));
    held.add(number);
    const release = () => {
      if (!held.delete(number)) return;
      try {
        line.unexport();
      } catch {
        // The chip has gone, and the line with it.
      }
    };
    return { line, release };
  }

  return {
    output(name) {
      const { line, release } = request(name, true);
      let open = true;
      const set = (active: boolean) => guarded(name, () => line.writeSync(active ? 1 : 0));
      return {
        line: name,
        set(active) {
          if (!open) throw new Fault('gpio.missing', `The output "${name}" has been given back.`);
          set(active);
        },
        close() {
          if (!open) return;
          open = false;
          try {
            set(false);
          } catch {
            // The chip has gone.
          }
          release();
        },
      };
    },

    level(name) {
      const listened = inputs.get(name);
      if (listened !== undefined) return guarded(name, () => listened.readSync() === 1);
      const { line, release } = request(name, false);
      try {
        return guarded(name, () => line.readSync() === 1);
      } finally {
        release();
      }
    },

    edges: sharedEdges((name, { edge, fail }) => {
      const { line, release } = request(name, false);
      inputs.set(name, line);
      const end = () => {
        inputs.delete(name);
        release();
      };
      let sequence = 0;
      // onoff reads the level before it calls anyone; an error there would end the process.
      const read = line.readSync.bind(line);
      line.readSync = () => {
        try {
          return read();
        } catch (error) {
          end();
          fail(faultOfCall(name, error as Error));
          return 0;
        }
      };
      line.watch((_, value) => {
        edge({ line: name, rising: value === 1, monotonic: clock.monotonic(), sequence: ++sequence });
      });
      return end;
    }),
  };
}

/** The number by which sysfs knows a line: its chip's base and its offset. */
function numberOf(name: string, { chip, line, bias }: LinePlace): number {
  if (typeof line !== 'number')
    throw new Fault('config.invalid-value', `"${name}": sysfs knows lines by their offset only, not by a name.`);
  if (bias !== 'as-is')
    throw new Fault(
      'config.invalid-value',
      `"${name}": sysfs can not set ${bias}; use a resistor, or the character device.`,
    );
  if (!existsSync(CLASS)) throw new Fault('gpio.missing', 'This kernel has no GPIO in sysfs.');
  const text = (folder: string, file: string) => readFileSync(`${CLASS}/${folder}/${file}`, 'utf8').trim();
  const found = readdirSync(CLASS).find((each) => each.startsWith('gpiochip') && text(each, 'label') === chip);
  if (found === undefined) throw new Fault('gpio.missing', `"${name}": there is no chip labelled "${chip}".`);
  if (line >= Number(text(found, 'ngpio')))
    throw new Fault('gpio.missing', `"${name}": chip "${chip}" has no line ${line}.`);
  return Number(text(found, 'base')) + line;
}
