/** Where a command writes, a line to the standard output or to the standard error, and what it is given there. */
export interface Console {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
  /** The standard input, to its end. */
  readonly input: () => string;
}

/** A plate as an option gives it; `-`: the first line of the input, so that it stands in no list of processes. */
export function plateGiven(option: string | undefined, { input }: Console): string | undefined {
  return option === '-' ? input().split('\n', 1)[0]!.trim() : option;
}
