import { expect, test } from 'vitest';
import { faultOfCall } from '../../firmware/devices/gpio-fault.ts';
import { Fault } from '../../firmware/domain/fault.ts';

/** A refused call as the addon and Node throw it. */
const refused = (code: string) => faultOfCall('strobe', Object.assign(new Error(`ioctl: ${code}`), { code }));

test.each([
  ['ENODEV', 'gpio.lost'],
  ['EIO', 'gpio.lost'],
  ['ENXIO', 'gpio.lost'],
  ['EREMOTEIO', 'gpio.lost'],
  ['ETIMEDOUT', 'gpio.lost'],
  ['EBUSY', 'gpio.busy'],
  ['EINVAL', 'gpio.missing'],
  ['EACCES', 'gpio.refused'],
])(
  '%s is %s, which names the line and may pass: chips come late, and udev gives them to their group later still',
  (errno, code) => {
    const fault = refused(errno);
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({ code, passes: true, detail: expect.stringContaining('"strobe"') });
  },
);

test('what no system call refused is no fault', () => {
  for (const error of [
    new TypeError('no function'),
    Object.assign(new TypeError('no string'), { code: 'ERR_INVALID_ARG_TYPE' }),
  ])
    expect(faultOfCall('strobe', error)).toBe(error);
});
