/** A simulated chip with the lines of a strobe controller, and the kernel's own record of what was driven on them. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { gpioChips, type SequencedExposure, type SequencedLine } from '../../native/index.ts';
import { type SimulatedChip, simulatedChip } from './gpio-sim.ts';

const TRACING = '/sys/kernel/tracing';

export interface Change {
  readonly us: number;
  readonly line: 'trigger' | 'strobe';
  readonly high: boolean;
}

export interface Pulse {
  readonly us: number;
  readonly width: number;
}

export interface LightBox {
  readonly chip: SimulatedChip;
  readonly trigger: SequencedLine;
  readonly strobe: SequencedLine;
  clear(): void;
  /** What was driven since `clear`, as the kernel's tracer saw it, microseconds of the monotonic clock. */
  changes(): Change[];
}

export const bright: SequencedExposure = { triggerUs: 1500, strobeDelayUs: 300, strobeUs: 1000 };
export const dark: SequencedExposure = { triggerUs: 3000, strobeDelayUs: 0, strobeUs: 0 };

export function lightBox(): LightBox {
  execFileSync('mount', ['-t', 'tracefs', 'tracefs', TRACING]);
  const chip = simulatedChip('light-box', ['trigger', 'strobe']);
  const { path } = gpioChips().find(({ label }) => label === 'light-box')!;
  writeFileSync(`${TRACING}/trace_clock`, 'mono');
  writeFileSync(`${TRACING}/events/gpio/gpio_value/enable`, '1');
  return {
    chip,
    trigger: { path, offset: 0, activeLow: true },
    strobe: { path, offset: 1, activeLow: false },
    clear: () => writeFileSync(`${TRACING}/trace`, ''),
    changes() {
      const found = readFileSync(`${TRACING}/trace`, 'utf8').matchAll(/ (\d+\.\d+): gpio_value: (\d+) set ([01])/g);
      const all = [...found].map(([, at, line, level]) => ({
        us: Number(at) * 1e6,
        number: Number(line),
        high: level === '1',
      }));
      // The kernel numbers all lines of the machine; ours are neighbours.
      const first = Math.min(...all.map(({ number }) => number));
      return all.map(({ us, number, high }) => ({ us, line: number === first ? 'trigger' : 'strobe', high }));
    },
  };
}

/** Pulses of a line: when each began, and how long it lasted. */
export function pulses(all: readonly Change[], line: Change['line'], active: boolean): Pulse[] {
  const own = all.filter((each) => each.line === line);
  return own.flatMap(({ us, high }, at) => {
    const next = own[at + 1];
    return high === active && next !== undefined && next.high !== active ? [{ us, width: next.us - us }] : [];
  });
}
