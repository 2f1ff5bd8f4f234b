/** The native addon behind the Engine port. Opening it loads the addon: Fault `engine.unavailable` when that fails. */
import * as native from '../../native/index.ts';
import { Fault } from '../domain/fault.ts';
import type { Engine } from '../ports/engine.ts';

export function nativeEngine(): Engine {
  try {
    native.isa();
  } catch (cause) {
    throw new Fault('engine.unavailable', cause instanceof Error ? cause.message : String(cause), cause);
  }
  return native;
}
