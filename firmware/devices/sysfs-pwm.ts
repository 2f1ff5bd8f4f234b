/**
 * PWM by sysfs (Documentation/driver-api/pwm.rst of the kernel). Chips are found by the name of their device, since their numbers
 * follow the order of the drivers. A channel that a killed unit left exported is taken over. It is opened by the first `set`, and
 * anew by the next one after a failure, so that a chip which comes late or comes back is used.
 */
import { existsSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Fault } from '../domain/fault.ts';
import type { Pwm } from '../ports/pwm.ts';

export interface PwmPlace {
  /** The name of the chip's device, such as `1f00098000.pwm`. */
  readonly chip: string;
  readonly channel: number;
  readonly periodNs: number;
}

/** @param root of the class; another for tests. */
export function sysfsPwm(place: PwmPlace, root = '/sys/class/pwm'): Pwm {
  let folder: string | undefined;
  return {
    set(share) {
      folder ??= opened(place, root);
      try {
        write(dutyOf(folder, place), Math.round(Math.min(1, Math.max(0, share)) * place.periodNs));
      } catch (error) {
        folder = undefined;
        throw error;
      }
    },
    close() {
      if (folder === undefined) return;
      write(dutyOf(folder, place), 0);
      write(join(folder, `pwm${place.channel}`, 'enable'), 0);
      write(join(folder, 'unexport'), place.channel);
    },
  };
}

/** The chip's folder, with the channel exported, dark and running. */
function opened({ chip, channel, periodNs }: PwmPlace, root: string): string {
  const folder = chipFolder(root, chip);
  const at = join(folder, `pwm${channel}`);
  if (!existsSync(at)) write(join(folder, 'export'), channel);
  // The period can not be made shorter than the pulse that stands: that one goes first.
  write(join(at, 'duty_cycle'), 0);
  write(join(at, 'period'), periodNs);
  write(join(at, 'enable'), 1);
  return folder;
}

function dutyOf(folder: string, { channel }: PwmPlace): string {
  return join(folder, `pwm${channel}`, 'duty_cycle');
}

function write(path: string, value: number): void {
  try {
    writeFileSync(path, String(value));
  } catch (cause) {
    throw new Fault('pwm.unavailable', `${path} refused ${value}.`, cause);
  }
}

function chipFolder(root: string, chip: string): string {
  const chips = existsSync(root) ? readdirSync(root).filter((name) => name.startsWith('pwmchip')) : [];
  const found = chips.find((name) => basename(linkOf(join(root, name, 'device'))) === chip);
  if (found === undefined) throw new Fault('pwm.unavailable', `There is no PWM chip of the device "${chip}".`);
  return join(root, found);
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
