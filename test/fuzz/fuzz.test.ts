/** The short part of `make fuzz`, and that it finds what it is there to find. */
import { describe, expect, test } from 'vitest';
import { Fault } from '../../firmware/domain/fault.ts';
import { fuzz } from './fuzz.ts';
import { type Subject, subjects } from './subjects.ts';

const EXECUTIONS = 5_000;

test.each(Object.entries(subjects))(
  '%s: whatever bytes come, they are taken or refused by a fault that keeps them to itself',
  async (_, subject) => {
    const seen = await fuzz(subject, { seed: 'check', executions: Math.ceil(EXECUTIONS * subject.share) });
    expect(seen.finding).toBeUndefined();
    expect(seen.executions).toBeGreaterThan(0);
  },
  60_000,
);

describe('the fuzzer finds', () => {
  const samples = [Buffer.from('AB12345, a plate')];
  const foundIn = async (run: Subject['run']) =>
    (await fuzz({ share: 1, samples, run }, { seed: 'self', executions: 2000 })).finding?.what;

  test('an error that is no fault', async () => {
    expect(await foundIn((input) => void JSON.parse(input.toString()))).toMatch(/^threw SyntaxError/);
  });
  test('a fault that says what it was given', async () => {
    const leaky = (input: Buffer) => {
      throw new Fault('hotlist.unreadable', `line 1: ${input.toString('latin1')}`);
    };
    expect(await foundIn(leaky)).toContain('hotlist.unreadable');
  });
  test('an input that takes long', async () => {
    const slow = () => {
      for (const before = process.cpuUsage(); process.cpuUsage(before).user < 600_000; );
    };
    expect(await foundIn(slow)).toBe('took half a second');
  });
});
