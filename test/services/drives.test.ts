/**
 * Real drives: logs of real receivers, read over a real pseudo-terminal by the real serial adapter. The logs are not
 * part of the project; without them (receiver-logs.ts) these tests are skipped.
 */
import { closeSync, readFileSync, writeSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { serialPort } from '../../firmware/devices/serial-port.ts';
import { Gps } from '../../firmware/services/gps/gps.ts';
import { openPseudoTerminal } from '../../native/index.ts';
import { SimClock } from '../../sim/clock.ts';
import { recordingLog } from '../broker/recording-log.ts';
import { gpsDefaults } from './lines.ts';
import { logsOf, receiverLogs } from './receiver-logs.ts';

const drives = logsOf('drives');

/** Bytes at a time: what the kernel's buffer takes. */
const piece = 1024;

/** Seconds of the day in the first RMC; a drive ends on the day on which it began. */
function secondsOf(text: string): number | undefined {
  const time = /RMC,(\d\d)(\d\d)(\d\d)/.exec(text);
  return time === null ? undefined : Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3]);
}

describe.skipIf(drives.length === 0)('real drives', () => {
  test.each(drives)('%s is read to the last byte, and gives a moving fix', async (name) => {
    const log = readFileSync(new URL(name, receiverLogs));
    const terminal = openPseudoTerminal();
    const clock = new SimClock({ startEpochMs: 0 });
    const line = serialPort({ path: terminal.path });
    const events = recordingLog();
    const gps = new Gps({ ...gpsDefaults, line, clock, log: events });
    const stop = new AbortController();
    const running = gps.run(stop.signal);
    await gps.opened();
    let fixes = 0;
    let fastest = 0;
    const start = secondsOf(log.toString('latin1', 0, 10_000));
    for (let at = 0; at < log.length; at += piece) {
      const chunk = log.subarray(at, at + piece);
      // Parts of the drives were cut out: the clock must know.
      await clock.advanceTo(Math.max(clock.monotonic(), 1000 * ((secondsOf(chunk.toString('latin1')) ?? 0) - start!)));
      writeSync(terminal.fd, chunk);
      await gps.consumed(at + chunk.length);
      const fix = gps.fix();
      if (fix.quality !== 'none') fixes++;
      fastest = Math.max(fastest, fix.speedMps ?? 0);
    }
    stop.abort();
    await running;
    closeSync(terminal.fd);
    const { bytes, sentences, damaged } = gps.counts;
    expect(bytes).toBe(log.length);
    expect(sentences).toBeGreaterThan(1000);
    expect(damaged / sentences).toBeLessThan(0.02);
    expect(fixes).toBeGreaterThan(100);
    expect(events.events.map((each) => each.name)).not.toContain('gps.jumped');
    expect(fastest).toBeGreaterThan(5);
    expect(fastest).toBeLessThan(60);
  });
});
