/** The command line as its users run it: a child process, its output and its exit status. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export const street = fileURLToPath(new URL('../../docs/street.jpg', import.meta.url));
/** The plate of the vehicle in front there: drawn by the simulator. */
export const streetPlate = 'UFJ4423';
const MAIN = fileURLToPath(new URL('../../firmware/main.ts', import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

export function platekeeper(...args: readonly string[]): Promise<Outcome> {
  return started(...args).ended;
}

/** Told the text on its standard input. */
export function platekeeperTold(text: string, ...args: readonly string[]): Promise<Outcome> {
  const { tell, told, ended } = platekeeperAsking(...args);
  void tell(text);
  told();
  return ended;
}

/** Whose standard input stays open until all is told. */
export function platekeeperAsking(...args: readonly string[]) {
  const child = spawn(process.execPath, runArguments(...args));
  // One that has ended takes nothing more; its outcome says why.
  child.stdin.on('error', () => {});
  return {
    /** Resolves when the text is in the pipe. */
    tell: (text: string) => new Promise<void>((resolve) => child.stdin.write(text, () => resolve())),
    told: () => void child.stdin.end(),
    ended: outcomeOf(child),
  };
}

export interface Running {
  /** Asks it to stop, as systemd does. */
  stop(): void;
  readonly ended: Promise<Outcome>;
}

/** What Node is to be given for a command of ours. */
export const runArguments = (...args: readonly string[]) => [MAIN, ...args];

export function started(...args: readonly string[]): Running {
  const child = spawn(process.execPath, runArguments(...args), { stdio: ['ignore', 'pipe', 'pipe'] });
  return { stop: () => void child.kill('SIGTERM'), ended: outcomeOf(child) };
}

function outcomeOf(child: ChildProcessByStdio<Writable | null, Readable, Readable>): Promise<Outcome> {
  let out = '';
  let error = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, out, error }));
  });
}
