/**
 * GPIO by the kernel's character device. Lines are known by the names of the board file, chips by their labels: both are
 * looked up when a line is asked for, so a chip that vanished and returned is found again wherever it is now.
 */
import { type GpioLine, gpioChips, requestLine } from '../../native/index.ts';
import { Fault } from '../domain/fault.ts';
import { monotonicMs } from '../domain/instant.ts';
import type { Gpio, LinePlace } from '../ports/gpio.ts';
import { type EdgeListener, edgeStream } from './edge-stream.ts';

const CONSUMER = 'platekeeper';

interface Watched {
  readonly line: GpioLine;
  readonly listeners: Set<EdgeListener>;
}

/** @param lines the board's, by the names under which the unit asks for them. */
export function gpioChip(lines: Readonly<Record<string, LinePlace>>): Gpio {
  const watched = new Map<string, Watched>();

  function request(name: string, output: boolean): GpioLine {
    const place = lines[name];
    if (place === undefined) throw new Fault('gpio.missing', `The board has no line "${name}".`);
    const { activeLow, bias, debounceUs } = place;
    const settings = { output, activeLow, bias, debounceUs: output ? 0 : debounceUs };
    return guarded(name, () => requestLine(found(name, place), CONSUMER, settings));
  }

  function watch(name: string): Watched {
    const watching: Watched = { line: request(name, false), listeners: new Set() };
    watched.set(name, watching);
    watching.line.watch({
      edge({ monotonicMs: at, rising, sequence }) {
        for (const { edge } of watching.listeners) edge({ line: name, rising, monotonic: monotonicMs(at), sequence });
      },
      gone(error) {
        watched.delete(name);
        for (const { fail } of watching.listeners) fail(faultOfCall(name, error));
      },
    });
    return watching;
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

    edges(name, signal) {
      const watching = watched.get(name) ?? watch(name);
      return edgeStream((listener) => {
        watching.listeners.add(listener);
        return () => {
          watching.listeners.delete(listener);
          if (watching.listeners.size > 0) return;
          watching.line.close();
          if (watched.get(name) === watching) watched.delete(name);
        };
      }, signal);
    },
  };
}

function found(name: string, { chip: label, line }: LinePlace): { path: string; offset: number } {
  const chip = gpioChips().find((each) => each.label === label);
  if (chip === undefined) throw new Fault('gpio.missing', `"${name}": there is no chip labelled "${label}".`);
  const at = chip.lines.find((each) => (typeof line === 'number' ? each.offset === line : each.name === line));
  if (at === undefined) throw new Fault('gpio.missing', `"${name}": chip "${label}" has no line ${line}.`);
  return { path: chip.path, offset: at.offset };
}

function guarded<T>(name: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof Error ? faultOfCall(name, error) : error;
  }
}

function faultOfCall(name: string, error: Error): Error {
  const { code } = error as { code?: string };
  const detail = `"${name}": ${error.message}.`;
  switch (code) {
    case 'EBUSY':
      return new Fault('gpio.busy', detail, error);
    case 'ENODEV':
    case 'ENOENT':
      return new Fault('gpio.lost', detail, error);
    case 'EACCES':
    case 'EPERM':
      return new Fault('gpio.refused', detail, error);
    case 'EINVAL':
      return new Fault(
        'gpio.missing',
        `${detail} The chip has no such line, or can not do what its entry asks.`,
        error,
      );
    default:
      return error;
  }
}
