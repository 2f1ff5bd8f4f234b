/**
 * GPIO by the kernel's character device. Lines are known by the names of the board file, chips by their labels: both are
 * looked up when a line is asked for, so a chip that vanished and returned is found again wherever it is now.
 */
import { type GpioLine, gpioChips, type LineLocation, requestLine } from '../../native/index.ts';
import { Fault } from '../domain/fault.ts';
import { monotonicMs } from '../domain/instant.ts';
import type { Gpio, LinePlace } from '../ports/gpio.ts';
import { sharedEdges } from './edge-stream.ts';
import { faultOfCall, guarded } from './gpio-fault.ts';

/** Under which the unit holds its lines: what `gpioinfo` shows. */
export const CONSUMER = 'platekeeper';

/** @param lines the board's, by the names under which the unit asks for them. */
export function gpioChip(lines: Readonly<Record<string, LinePlace>>): Gpio {
  /** Those whose edges are listened to. */
  const inputs = new Map<string, GpioLine>();

  function request(name: string, output: boolean): GpioLine {
    const place = lines[name];
    if (place === undefined) throw new Fault('gpio.missing', `The board has no line "${name}".`);
    const { activeLow, bias, debounceUs } = place;
    const settings = { output, activeLow, bias, debounceUs: output ? 0 : debounceUs };
    return guarded(name, () => requestLine(locationOf(name, place), CONSUMER, settings));
  }

  return {
    output(name) {
      const line = request(name, true);
      let open = true;
      return {
        line: name,
        set(active) {
          if (!open) throw new Fault('gpio.missing', `The output "${name}" has been given back.`);
          guarded(name, () => line.set(active));
        },
        close() {
          if (!open) return;
          open = false;
          try {
            line.set(false);
          } catch {
            // The chip has gone, and the line with it.
          }
          line.close();
        },
      };
    },

    level(name) {
      const listened = inputs.get(name);
      if (listened !== undefined) return guarded(name, () => listened.get());
      const line = request(name, false);
      try {
        return guarded(name, () => line.get());
      } finally {
        line.close();
      }
    },

    edges: sharedEdges((name, { edge, fail }) => {
      const line = request(name, false);
      inputs.set(name, line);
      line.watch({
        edge: ({ monotonicMs: at, rising, sequence }) =>
          edge({ line: name, rising, monotonic: monotonicMs(at), sequence }),
        gone(error) {
          inputs.delete(name);
          fail(faultOfCall(name, error));
        },
      });
      return () => {
        if (inputs.get(name) === line) inputs.delete(name);
        line.close();
      };
    }),
  };
}

/** Where a line is now. Throws Fault `gpio.missing`. */
export function locationOf(name: string, { chip: label, line }: LinePlace): LineLocation {
  const chips = gpioChips();
  const chip = chips.find((each) => each.label === label);
  if (chip === undefined) {
    const there = chips.length === 0 ? 'none at all' : chips.map((each) => each.label).join(', ');
    throw new Fault('gpio.missing', `"${name}": there is no chip labelled "${label}"; there is ${there}.`);
  }
  const at = chip.lines.find((each) => (typeof line === 'number' ? each.offset === line : each.name === line));
  if (at === undefined) throw new Fault('gpio.missing', `"${name}": chip "${label}" has no line ${line}.`);
  return { path: chip.path, offset: at.offset };
}
