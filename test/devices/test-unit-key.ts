/** A unit key for stores of tests. */
export const testUnitKey = new Uint8Array(32).fill(0x7e);
