import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyControls, type ControlValue, nameOf, settingsOf } from '../../firmware/devices/v4l2-controls.ts';
import type { CameraControl, VideoDevice } from '../../native/index.ts';

const plain = { least: 0, most: 255, step: 1, readOnly: false, items: [] };
const integer = (name: string, range: Partial<CameraControl> = {}): CameraControl => ({
  id: 1,
  name,
  kind: 'integer',
  ...plain,
  ...range,
});
const menu: CameraControl = {
  ...integer('Auto Exposure'),
  kind: 'menu',
  items: [
    { index: 1, name: 'Manual Mode' },
    { index: 3, name: 'Aperture Priority Mode' },
  ],
};

const taken = (control: CameraControl, value: ControlValue) =>
  settingsOf([control], { [nameOf(control.name)]: value })[0]!.value;
const refusal = (control: CameraControl, value: ControlValue) => () => taken(control, value);

describe("a camera's controls by name", () => {
  test.each([
    ['Exposure Time, Absolute', 'exposure_time_absolute'],
    ["Y'CbCr Encoding", 'y_cbcr_encoding'],
    ['Gain (analogue)', 'gain_analogue'],
    ['White Balance, Automatic', 'white_balance_automatic'],
  ])('%s is %s', (theirs, ours) => expect(nameOf(theirs)).toBe(ours));

  test('come in the order in which they are written', () => {
    const controls = [integer('Gain'), menu, integer('Exposure Time, Absolute')];
    const wanted = { auto_exposure: 'Manual Mode', exposure_time_absolute: 20, gain: 3 };
    expect(settingsOf(controls, wanted).map(({ name, value }) => [name, value])).toEqual([
      ['auto_exposure', 1],
      ['exposure_time_absolute', 20],
      ['gain', 3],
    ]);
  });

  test('whole numbers within the range and on its steps are taken, all others refused with what would be', () => {
    const range = fc.record({
      least: fc.integer({ min: -100, max: 100 }),
      steps: fc.integer({ min: 0, max: 20 }),
      step: fc.integer({ min: 1, max: 7 }),
    });
    fc.assert(
      fc.property(range, fc.integer({ min: -300, max: 300 }), ({ least, steps, step }, value) => {
        const most = least + steps * step;
        const gain = integer('Gain', { least, most, step });
        if (value >= least && value <= most && (value - least) % step === 0) expect(taken(gain, value)).toBe(value);
        else expect(refusal(gain, value)).toThrow(`takes whole numbers from ${least} to ${most}`);
      }),
    );
    expect(refusal(integer('Gain'), 1.5)).toThrow('"gain" takes whole numbers from 0 to 255, not 1.5');
    expect(refusal(integer('Gain', { step: 5 }), 7)).toThrow('in steps of 5, not 7');
    expect(refusal(integer('Gain'), true)).toThrow('not true');
  });

  test("a menu takes an item's name as it is written, the same as a name, or its number", () => {
    for (const value of ['Aperture Priority Mode', 'aperture_priority_mode', 3]) expect(taken(menu, value)).toBe(3);
    expect(refusal(menu, 2)).toThrow('takes one of 1 "Manual Mode", 3 "Aperture Priority Mode", not 2');
    expect(refusal(menu, 'Night')).toThrow('not "Night"');
  });

  test('one that is not there, can only be read, or is no value at all is refused', () => {
    expect(() => settingsOf([integer('Gain'), menu], { gian: 1 })).toThrow(
      '"gian" does not exist; the nearest is "gain"',
    );
    expect(() => settingsOf([], { gain: 1 })).toThrow('the camera has no controls');
    expect(refusal(integer('Gain', { readOnly: true }), 1)).toThrow('can only be read');
    expect(refusal(integer('Reset', { kind: 'button' }), 1)).toThrow('can not be set here');
    expect(refusal(integer('Mirror', { kind: 'boolean' }), 1)).toThrow('takes true or false, not 1');
  });

  test('one that the camera refuses to set is named; a camera that has gone is no matter of its controls', () => {
    const failing = (code: string) =>
      ({
        write() {
          throw Object.assign(new Error('VIDIOC_S_EXT_CTRLS'), { code });
        },
      }) as Partial<VideoDevice> as VideoDevice;
    const settings = settingsOf([integer('Gain')], { gain: 8 });
    expect(() => applyControls(failing('EBUSY'), settings)).toThrow('"gain" could not be set to 8');
    expect(() => applyControls(failing('ENODEV'), settings)).toThrow(/^VIDIOC_S_EXT_CTRLS$/);
  });

  test('one that the camera does not keep is refused after all have been set', () => {
    const written: number[] = [];
    const device = {
      write: ({ id }: CameraControl) => void written.push(id),
      read: ({ id }: CameraControl) => (id === 1 ? 9 : 20),
    } as Partial<VideoDevice> as VideoDevice;
    const settings = settingsOf([integer('Gain'), integer('Exposure', { id: 2 })], { gain: 8, exposure: 20 });
    expect(() => applyControls(device, settings)).toThrow('"gain" is 9 after it was set to 8');
    expect(written).toEqual([1, 2]);
  });
});
