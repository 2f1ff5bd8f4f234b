/** Checks of what is given to the native engine, each naming the argument it refuses. C++ behind this door trusts the values. */

/** An argument that the engine refuses. `argument` is its path as the caller wrote it, as in `image.strideBytes`. */
export class NativeArgumentError extends TypeError {
  override readonly name = 'NativeArgumentError';
  readonly argument: string;

  constructor(argument: string, what: string) {
    super(`${argument}: ${what}`);
    this.argument = argument;
  }
}

export function wholeNumber(argument: string, value: unknown, range: { least: number; most: number }): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < range.least || value > range.most) {
    throw new NativeArgumentError(
      argument,
      `${shown(value)} is not a whole number from ${range.least} to ${range.most}`,
    );
  }
  return value;
}

export function numberWithin(argument: string, value: unknown, range: { least: number; most: number }): number {
  if (typeof value !== 'number' || !(value >= range.least && value <= range.most)) {
    throw new NativeArgumentError(argument, `${shown(value)} is not a number from ${range.least} to ${range.most}`);
  }
  return value;
}

export function bytes(argument: string, value: unknown, length: number): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new NativeArgumentError(argument, 'is not a Uint8Array');
  if (value.length !== length) throw new NativeArgumentError(argument, `has ${value.length} bytes, needs ${length}`);
  return value;
}

export function floats(argument: string, value: unknown, length: number): Float32Array {
  if (!(value instanceof Float32Array)) throw new NativeArgumentError(argument, 'is not a Float32Array');
  if (value.length !== length) throw new NativeArgumentError(argument, `has ${value.length} floats, needs ${length}`);
  return value;
}

export function objectOf<T extends object>(argument: string, value: T): T {
  if (typeof value !== 'object' || value === null)
    throw new NativeArgumentError(argument, `${shown(value)} is not an object`);
  return value;
}

function shown(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' || value === null ? String(value) : typeof value;
}

/** Quadrilaterals: eight finite floats each. */
export function corners(argument: string, quads: unknown): Float32Array {
  if (!(quads instanceof Float32Array)) throw new NativeArgumentError(argument, 'is not a Float32Array');
  if (quads.length % 8 !== 0) throw new NativeArgumentError(argument, `has ${quads.length} floats, not 8 a quad`);
  const strange = quads.findIndex((value) => !Number.isFinite(value));
  if (strange >= 0) throw new NativeArgumentError(argument, `number ${strange} is not finite`);
  return quads;
}
