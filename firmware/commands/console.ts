/** Where a command writes: a line to the standard output, a line to the standard error. */
export interface Console {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}
