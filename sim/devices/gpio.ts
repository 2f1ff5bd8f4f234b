/**
 * Simulated GPIO behind the port, time-stamped by the simulated clock. Its back door drives inputs and looks at outputs.
 */
import { type EdgeListener, edgeStream } from '../../firmware/devices/edge-stream.ts';
import { Fault } from '../../firmware/domain/fault.ts';
import type { MonotonicMs } from '../../firmware/domain/instant.ts';
import type { Clock } from '../../firmware/ports/clock.ts';
import type { Edge, Gpio, OutputLine } from '../../firmware/ports/gpio.ts';
import { FaultSwitch, type SimulatedFault } from '../faults.ts';

/** What an output did, for tests and for the street. */
export interface OutputChange {
  readonly line: string;
  readonly active: boolean;
  readonly monotonic: MonotonicMs;
}

interface Input {
  active: boolean;
  sequence: number;
  readonly listeners: Set<EdgeListener>;
}

export class SimGpio implements Gpio {
  readonly #clock: Clock;
  readonly #inputs = new Map<string, Input>();
  readonly #outputs = new Map<string, { active: boolean; held: boolean }>();
  readonly #changes: OutputChange[] = [];
  readonly #fault = new FaultSwitch('GPIO chip', ['off', 'stuck'], {
    garbage: 'a line has two levels, and both mean something',
    wrong: 'a level that is false is a level; the wire of a line that never changes is stuck',
    slow: 'the kernel stamps edges and hands them out, or has lost the chip',
    delayed: 'the kernel stamps edges and hands them out, or has lost the chip',
    intermittent: 'each time it is off, and comes back from that',
  });
  /** How often the chip has gone: what was held before is lost. */
  #plugged = 0;

  constructor(clock: Clock, lines: { readonly inputs: readonly string[]; readonly outputs: readonly string[] }) {
    this.#clock = clock;
    for (const line of lines.inputs) this.#inputs.set(line, { active: false, sequence: 0, listeners: new Set() });
    for (const line of lines.outputs) this.#outputs.set(line, { active: false, held: false });
  }

  output(line: string): OutputLine {
    const output = this.#outputs.get(line);
    if (!output) throw new Fault('gpio.missing', `There is no simulated output "${line}".`);
    this.#assertThere(line);
    if (output.held) throw new Fault('gpio.busy', `The simulated output "${line}" is held already.`);
    output.held = true;
    const plugged = this.#plugged;
    let open = true;
    const drive = (active: boolean) => {
      if (output.active === active) return;
      output.active = active;
      this.#changes.push({ line, active, monotonic: this.#clock.monotonic() });
    };
    return {
      line,
      set: (active) => {
        if (!open) throw new Fault('gpio.missing', `The output "${line}" has been given back.`);
        if (plugged !== this.#plugged) throw lost(line);
        drive(active);
      },
      close: () => {
        if (!open) return;
        open = false;
        if (plugged !== this.#plugged) return;
        drive(false);
        output.held = false;
      },
    };
  }

  level(line: string): boolean {
    const { active } = this.#input(line);
    this.#assertThere(line);
    return active;
  }

  /** Back door. `off`: the chip has gone, and with it every line that was held. `stuck`: inputs change no more. */
  set fault(fault: SimulatedFault | undefined) {
    this.#fault.set(fault);
    if (fault !== 'off') return;
    this.#plugged += 1;
    for (const output of this.#outputs.values()) Object.assign(output, { active: false, held: false });
    for (const [line, { listeners }] of this.#inputs) {
      for (const listener of listeners) listener.fail(lost(line));
      listeners.clear();
    }
  }

  edges(line: string, signal: AbortSignal): AsyncIterable<Edge> {
    const input = this.#input(line);
    this.#assertThere(line);
    return edgeStream((listener) => {
      if (input.listeners.size === 0) input.sequence = 0;
      input.listeners.add(listener);
      return () => input.listeners.delete(listener);
    }, signal);
  }

  /** Back door: drives an input. Driving it to the level it has makes no edge. */
  drive(line: string, active: boolean): void {
    const input = this.#input(line);
    if (input.active === active || this.#fault.present !== undefined) return;
    input.active = active;
    input.sequence++;
    const edge: Edge = { line, rising: active, monotonic: this.#clock.monotonic(), sequence: input.sequence };
    for (const listener of input.listeners) listener.edge(edge);
  }

  /** Back door: every change of an output so far, or since they were forgotten, in order. */
  get changes(): readonly OutputChange[] {
    return this.#changes;
  }

  /** Back door. */
  forgetChanges(): void {
    this.#changes.length = 0;
  }

  /** Back door: whether an output is active. */
  driven(line: string): boolean {
    const output = this.#outputs.get(line);
    if (!output) throw new RangeError(`no output "${line}"`);
    return output.active;
  }

  #assertThere(line: string): void {
    if (this.#fault.present === 'off') throw new Fault('gpio.missing', `"${line}": the simulated chip is not there.`);
  }

  #input(line: string): Input {
    const input = this.#inputs.get(line);
    if (!input) throw new Fault('gpio.missing', `There is no simulated input "${line}".`);
    return input;
  }
}

function lost(line: string): Fault {
  return new Fault('gpio.lost', `"${line}": the simulated chip has gone.`);
}
