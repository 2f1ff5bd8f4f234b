/**
 * The machine's own watchdog (QEMU's i6300esb): for as long as it is petted nothing happens, and a program that hangs costs a
 * restart. This runs in both lives of the guest: the first ends in the hang, the second says why it began; that there were two,
 * and that the first came as far as the hang, is the host's to say (watchdog.host.ts).
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { hardwareWatchdog } from '../../firmware/devices/watchdogs.ts';
import { loadModule } from './gpio-sim.ts';
import { askHost } from './host.ts';

const TIMEOUT_S = 4;
/** WDIOF_CARDRESET of linux/watchdog.h: the watchdog reset the machine before this boot. */
const CARD_RESET = 0x20;

loadModule('i6300esb');
const bootStatus = Number(readFileSync('/sys/class/watchdog/watchdog0/bootstatus', 'utf8'));

if ((bootStatus & CARD_RESET) !== 0) {
  test('the kernel says that its watchdog reset the machine', () => {
    askHost('watchdog was-reset');
  });
} else {
  test('petted, given back and taken again it does nothing; hung, it resets', async () => {
    assert.equal(bootStatus, 0);
    hardwareWatchdog('/dev/watchdog0', TIMEOUT_S).disarm();
    await delay(1.5 * TIMEOUT_S * 1000);
    const watchdog = hardwareWatchdog('/dev/watchdog0', TIMEOUT_S);
    assert.equal(watchdog.timeoutMs, TIMEOUT_S * 1000);
    const until = performance.now() + 2.5 * watchdog.timeoutMs;
    for (; performance.now() < until; await delay(watchdog.timeoutMs / 3)) watchdog.pet();
    watchdog.pet();
    askHost('watchdog hangs');
    for (;;);
  });
}
