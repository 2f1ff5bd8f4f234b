/** The service's unit file as systemd itself reads it, what it is exposed to by systemd's own count, and what the program needs of it. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dropInFor } from '../../hw/systemd/allow-broker.ts';

const UNIT = fileURLToPath(new URL('../../hw/systemd/platekeeper.service', import.meta.url));
/** Tenths, of 100: `systemd-analyze security` of systemd 252 says 2.2 (docs/hardware.md). */
const EXPOSURE_MOST = 22;

const run = promisify(execFile);
let root: string;
let text: string;

beforeAll(async () => {
  text = await readFile(UNIT, 'utf8');
  // A root with the program in its place and the targets that the unit names.
  root = await mkdtemp(join(tmpdir(), 'systemd-'));
  const units = join(root, 'etc/systemd/system');
  await mkdir(join(root, 'usr/bin'), { recursive: true });
  await mkdir(units, { recursive: true });
  await writeFile(join(root, 'usr/bin/platekeeper'), '#!/bin/sh\n', { mode: 0o755 });
  const targets = ['basic', 'paths', 'sysinit', 'shutdown', 'network', 'time-sync', 'multi-user'];
  for (const name of targets) await writeFile(join(units, `${name}.target`), `[Unit]\nDescription=${name}\n`);
  await cp(UNIT, join(units, 'platekeeper.service'));
  for (const kind of ['path', 'service'])
    await cp(
      fileURLToPath(new URL(`../../hw/systemd/platekeeper-halt.${kind}`, import.meta.url)),
      join(units, `platekeeper-halt.${kind}`),
    );
  await writeFile(join(root, 'usr/bin/systemctl'), '#!/bin/sh\n', { mode: 0o755 });
});
afterAll(() => rm(root, { recursive: true }));

function valuesOf(key: string): string[] {
  return [...text.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map((each) => each[1]!);
}

describe('the service', () => {
  test.each(['platekeeper.service', 'platekeeper-halt.path'])(
    '%s is a unit file without a fault to systemd',
    async (unit) => {
      const { stdout, stderr } = await run('systemd-analyze', ['verify', `--root=${root}`, unit]);
      expect(stdout + stderr).toBe('');
    },
  );

  test('is found at fault where it is: the check can fail', async () => {
    const broken = join(root, 'etc/systemd/system/broken.service');
    await writeFile(broken, text.replace('ProtectSystem=strict', 'ProtectSistem=strict'));
    const { stderr } = await run('systemd-analyze', ['verify', `--root=${root}`, 'broken.service']);
    expect(stderr).toContain('ProtectSistem');
  });

  test('is exposed to no more than is recorded', async () => {
    const threshold = `--threshold=${EXPOSURE_MOST}`;
    await run('systemd-analyze', ['security', '--offline=true', threshold, UNIT]);
    await expect(
      run('systemd-analyze', ['security', '--offline=true', `--threshold=${EXPOSURE_MOST - 1}`, UNIT]),
    ).rejects.toThrow();
  });

  test("grants the sequencer's thread its priority and its pages, and no capability", async () => {
    const source = await readFile(new URL('../../native/src/gpio/sequencer.cc', import.meta.url), 'utf8');
    const priority = Number(/constexpr int priority = (\d+)/.exec(source)![1]);
    expect(Number(valuesOf('LimitRTPRIO')[0])).toBeGreaterThanOrEqual(priority);
    expect(valuesOf('LimitMEMLOCK')).toEqual(['1M']);
    expect(valuesOf('CapabilityBoundingSet')).toEqual(['']);
    expect(valuesOf('RestrictRealtime')).toEqual([]);
  });

  test('leaves the halt where platekeeper-halt.path looks', async () => {
    const config = await readFile(new URL('../../hw/package/unit.toml', import.meta.url), 'utf8');
    const path = await readFile(new URL('../../hw/systemd/platekeeper-halt.path', import.meta.url), 'utf8');
    const file = /^halt = \["touch", "(.+)"\]/m.exec(config)![1]!;
    expect(path).toContain(`PathExists=${file}\n`);
    expect(file).toMatch(new RegExp(`^/run/${valuesOf('RuntimeDirectory')[0]}/`));
  });

  test('has a closed network', () => {
    expect(valuesOf('IPAddressDeny')).toEqual(['any']);
    expect(valuesOf('IPAddressAllow')).toEqual(['localhost']);
  });
});

describe('the drop-in for the broker', () => {
  const head = '# Written by platekeeper-allow-broker; it is made anew from the configuration.\n[Service]\n';

  test('opens an address and nothing else', async () => {
    expect(await dropInFor('mqtts://192.0.2.7:8883', 'nameserver 192.0.2.53\n')).toBe(
      `${head}IPAddressAllow=192.0.2.7\n`,
    );
    expect(await dropInFor('mqtts://[2001:db8::7]:8883', '')).toBe(`${head}IPAddressAllow=2001:db8::7\n`);
  });

  test('opens the addresses of a name, and the servers that know it', async () => {
    const text = await dropInFor(
      'mqtts://localhost:8883',
      '# comment\nnameserver 192.0.2.53\nnameserver fe80::1%eth0\n',
    );
    expect(text).toMatch(/^IPAddressAllow=(127\.0\.0\.1|::1)$/m);
    expect(text).toContain('IPAddressAllow=192.0.2.53\n');
    expect(text).toContain('IPAddressAllow=fe80::1\n');
  });

  test('opens nothing where there is no broker', async () => {
    expect(await dropInFor('', 'nameserver 192.0.2.53\n')).toBe(head);
  });
});
