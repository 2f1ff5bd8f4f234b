import { SimClock } from '../../sim/clock.ts';
import { SimGpio } from '../../sim/devices/gpio.ts';
import { gpioObligations } from './gpio-obligations.ts';

gpioObligations('simulated', async () => {
  const clock = new SimClock({ startEpochMs: 0 });
  const gpio = new SimGpio(clock, { inputs: ['ignition'], outputs: ['lamp'] });
  return {
    gpio,
    input: 'ignition',
    output: 'lamp',
    drive: async (active) => {
      await clock.advanceTo(clock.monotonic() + 1);
      gpio.drive('ignition', active);
    },
    level: async () => gpio.driven('lamp'),
  };
});
