/**
 * A camera's controls by name, as `[camera.controls]` writes them: `v4l2-ctl`'s own names (`exposure_time_absolute`).
 * Every value is checked against what the camera says of the control before anything is set, and read back afterwards:
 * a control that does not exist, a value out of its range and one that the camera did not keep are refused by name.
 */
import type { CameraControl, VideoDevice } from '../../native/index.ts';
import { distanceOf } from '../domain/edit-distance.ts';
import { Fault } from '../domain/fault.ts';

/** A number; true or false; or the name of a menu's item. */
export type ControlValue = number | boolean | string;

/** In the order in which they are set: an automatic is switched off before what it governs is set. */
export type WantedControls = Readonly<Record<string, ControlValue>>;

export interface ControlSetting {
  readonly name: string;
  readonly control: CameraControl;
  readonly value: number;
}

/** Lower case, with one underscore for whatever is no letter or digit: `Gain, Automatic` is `gain_automatic`. */
export function nameOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}

/** Throws Fault `camera.unsuitable`, naming the control and what it takes. */
export function settingsOf(controls: readonly CameraControl[], wanted: WantedControls): readonly ControlSetting[] {
  const byName = new Map(controls.map((control) => [nameOf(control.name), control]));
  return Object.entries(wanted).map(([name, value]) => {
    const control = byName.get(name);
    if (control === undefined) throw unknown(name, [...byName.keys()]);
    return { name, control, value: numberOf(name, control, value) };
  });
}

/** Sets all of them, in order, and reads each back. Throws as settingsOf does; the error of a camera that has gone as it is. */
export function applyControls(device: VideoDevice, settings: readonly ControlSetting[]): void {
  for (const { name, control, value } of settings) {
    try {
      device.write(control, value);
    } catch (error) {
      if ((error as { code?: string }).code === 'ENODEV') throw error;
      throw refused(name, `could not be set to ${value}`, error);
    }
  }
  for (const { name, control, value } of settings) {
    const kept = device.read(control);
    if (kept === value) continue;
    throw refused(name, `is ${kept} after it was set to ${value}; another control may govern it`);
  }
}

function numberOf(name: string, control: CameraControl, value: ControlValue): number {
  const { kind, least, most, step, readOnly, items } = control;
  if (readOnly) throw refused(name, 'can only be read');
  switch (kind) {
    case 'boolean':
      if (typeof value === 'boolean') return value ? 1 : 0;
      throw refused(name, `takes true or false, not ${shown(value)}`);
    case 'menu': {
      const item = items.find(({ index, name: text }) => value === index || value === text || value === nameOf(text));
      if (item !== undefined) return item.index;
      const known = items.map((each) => `${each.index} "${each.name}"`).join(', ');
      throw refused(name, `takes one of ${known}, not ${shown(value)}`);
    }
    case 'integer':
    case 'wide': {
      const whole = typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
      if (whole && (step <= 1 || (value - least) % step === 0)) return value;
      const steps = step > 1 ? ` in steps of ${step}` : '';
      throw refused(name, `takes whole numbers from ${least} to ${most}${steps}, not ${shown(value)}`);
    }
    case 'button':
    case 'other':
      throw refused(name, 'is of a kind that can not be set here');
  }
}

function unknown(name: string, known: readonly string[]): Fault {
  if (known.length === 0) return refused(name, 'does not exist: the camera has no controls');
  const nearest = known.reduce((best, each) => (distanceOf(each, name) < distanceOf(best, name) ? each : best));
  return refused(name, `does not exist; the nearest is "${nearest}"`);
}

function refused(name: string, what: string, cause?: unknown): Fault {
  return new Fault('camera.unsuitable', `Its control "${name}" ${what}.`, cause);
}

function shown(value: ControlValue): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}
