/**
 * What runs in place of the unit in service.guest.ts: says READY as the unit does, tries what the service's settings give and what they keep
 * from it, and prints what came of each as JSON. `hang`: says READY and is never heard of again.
 *
 *   service-probe.ts CHIP ADDRESS PORT | hang
 */
import { closeSync, globSync, openSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { systemdSupervisor } from '../../firmware/devices/watchdogs.ts';
import { gpioChips, kernelClock, startSequencer } from '../../native/index.ts';

const [chip, address, port] = process.argv.slice(2);
systemdSupervisor(process.env)!.ready();
if (chip === 'hang') await delay(60_000);

/** `done`, or the error's code. */
function outcome(act: () => void): string {
  try {
    act();
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

async function reaches(host: string): Promise<boolean> {
  const socket = connect({ host, port: Number(port) });
  const reached = await Promise.race([
    new Promise<boolean>((resolve) => socket.once('connect', () => resolve(true)).once('error', () => resolve(false))),
    delay(3000, false),
  ]);
  socket.destroy();
  return reached;
}

const { path } = gpioChips().find(({ label }) => label === chip)!;
const strobe = { path, offset: 0, activeLow: false };
const plan = { periodUs: 20_000, exposures: [{ triggerUs: 0, strobeDelayUs: 0, strobeUs: 500 }] };
const sequencer = startSequencer({ strobe }, plan);
await delay(300);
const { realtime, locked, cycles } = sequencer.report();
sequencer.close();

const found = {
  account: process.getuid!(),
  realtime,
  locked,
  cycles,
  ownFolder: outcome(() => writeFileSync('/var/lib/platekeeper/probe', '')),
  sysfs: outcome(() => writeFileSync(globSync('/sys/devices/platform/gpio-sim.*/*/sim_gpio0/pull')[0]!, 'pull-down')),
  kernel: outcome(() => writeFileSync('/proc/sys/kernel/printk', '1')),
  program: outcome(() => writeFileSync('/usr/lib/platekeeper/probe', '')),
  configuration: outcome(() => writeFileSync('/etc/platekeeper/unit.toml', '')),
  otherDevice: outcome(() => closeSync(openSync('/dev/rtc0', 'r'))),
  clock: outcome(() => kernelClock()),
  itself: await reaches('127.0.0.1'),
  elsewhere: await reaches(address!),
};
process.stdout.write(JSON.stringify(found));
