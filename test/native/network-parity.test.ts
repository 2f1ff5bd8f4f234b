import { describe, it } from 'vitest';
import { isa } from '../../native/index.ts';
import { networkParities } from './network-parity.ts';
import { nativeOn } from './tensors.ts';

describe.each(isa().available)("tfjs's CPU backend and the native one on %s agree on", (tested) => {
  it.each(networkParities)('$name', { timeout: 120_000 }, ({ check }) => {
    check(nativeOn(tested), 150);
  });
});
