/** The native addon behind the Engine port. Throws Fault `engine.unavailable` when the addon does not load. */
import * as native from '../../native/index.ts';
import type { Engine } from '../ports/engine.ts';

export function nativeEngine(): Engine {
  return {
    lumaOf: native.lumaOf,
    letterbox: native.letterbox,
    rectify: native.rectify,
    rectifyToGrey: native.rectifyToGrey,
    lumaStatistics: native.lumaStatistics,
  };
}
