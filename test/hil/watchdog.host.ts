/** A machine with a watchdog that resets it, which may happen once, and only after the guest has said that it hangs now. */
import assert from 'node:assert/strict';
import type { Host } from './host.ts';

export async function openHost(): Promise<Host> {
  const wishes: string[] = [];
  return {
    devices: ['-device', 'i6300esb', '-action', 'watchdog=reset,reboot=reset'],
    asked: (wish) => void wishes.push(wish),
    judge({ boots }) {
      assert.deepEqual(wishes, ['watchdog hangs', 'watchdog was-reset']);
      assert.equal(boots, 2);
    },
    async [Symbol.asyncDispose]() {},
  };
}
