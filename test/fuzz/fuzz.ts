/** Runs one subject on many inputs, and tells the first that it does not take as it must. */
import { Fault } from '../../firmware/domain/fault.ts';
import { Dice } from '../../sim/dice.ts';
import { mutated } from './mutations.ts';
import type { Subject } from './subjects.ts';

/** No input of this size may take longer; a stall of a busy machine is no finding. */
const SLOW_CPU_MS = 500;
/** A piece of the input so long in an error's text is no chance. */
const LEAK_CHARACTERS = 12;

export interface Finding {
  /** Which execution; with the seed it is played again. */
  readonly execution: number;
  readonly what: string;
  /** Base64. */
  readonly input: string;
}

export interface Fuzzed {
  readonly executions: number;
  /** Of those, how many were taken without a fault. */
  readonly taken: number;
  readonly finding?: Finding;
}

/** @param from the first execution: a finding alone is played again by `from` its number and `executions` 1. */
export async function fuzz(
  subject: Subject,
  { seed, executions, from = 0 }: { readonly seed: string; readonly executions: number; readonly from?: number },
): Promise<Fuzzed> {
  let taken = 0;
  for (let execution = from; execution < from + executions; execution += 1) {
    const dice = new Dice(`fuzz/${seed}/${execution}`);
    const input = mutated(subject.samples, dice);
    const found = (what: string): Fuzzed => ({
      executions: execution - from + 1,
      taken,
      finding: { execution, what, input: input.toString('base64') },
    });
    const began = performance.now();
    try {
      const running = subject.run(input, dice);
      if (running !== undefined) await running;
      taken += 1;
    } catch (error) {
      if (!(error instanceof Fault)) return found(`threw ${error instanceof Error ? error.stack : String(error)}`);
      const leaked = leakOf(input, error);
      if (leaked !== undefined) return found(`the fault ${error.code} says "${leaked}", which the input says`);
    }
    if (performance.now() - began > SLOW_CPU_MS) {
      const again = process.cpuUsage();
      await (async () => subject.run(input, dice))().catch(() => undefined);
      if (process.cpuUsage(again).user / 1000 > SLOW_CPU_MS) return found('took half a second');
    }
  }
  return { executions, taken };
}

/** A run of letters and digits, as plates and keys are, that a fault has from the input. */
function leakOf(input: Buffer, { detail }: Fault): string | undefined {
  const text = input.toString('latin1');
  return detail.match(/[A-Z0-9]{6,}/g)?.find((word) => word.length >= LEAK_CHARACTERS / 2 && text.includes(word));
}
