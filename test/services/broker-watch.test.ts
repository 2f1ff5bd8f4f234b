import { expect, test } from 'vitest';
import { Fault, type FaultCode } from '../../firmware/domain/fault.ts';
import { BrokerWatch } from '../../firmware/services/broker-watch.ts';

test('a fault of the broker lasts until it has acknowledged a message that names it, and one that goes on is there after that', () => {
  const broker: { fault: Fault | undefined } = { fault: undefined };
  const watch = new BrokerWatch(broker);
  const tell = (...codes: FaultCode[]) =>
    watch.told({ faults: codes.map((code) => ({ code, since: { epochMs: 0, quality: { source: 'simulated' } } })) });
  expect(watch.fault()).toBeUndefined();
  broker.fault = new Fault('broker.unreachable', 'cut.');
  expect(watch.fault()).toBe('broker.unreachable');
  broker.fault = undefined;
  tell();
  tell('gps.silent');
  expect(watch.fault()).toBe('broker.unreachable');
  tell('gps.silent', 'broker.unreachable');
  expect(watch.fault()).toBeUndefined();
  broker.fault = new Fault('broker.slow', 'still.');
  expect(watch.fault()).toBe('broker.slow');
  tell('broker.slow');
  expect(watch.fault()).toBe('broker.slow');
});
