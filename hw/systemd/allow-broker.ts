/**
 * Opens the service's network to the configured broker and to the name servers that find it, and to nothing else: prints, or writes, a
 * drop-in for platekeeper.service, whose own network is closed. To be run by root after broker.url has changed, or its address:
 *
 *   platekeeper-allow-broker [--config FILE] [--print]
 *
 * systemd filters packets by address (in the kernel, by cgroup): any port of the broker's machine is open, and a name is
 * looked up now. A broker behind changing addresses needs its network here by hand (IPAddressAllow=192.0.2.0/24).
 */
import { lookup } from 'node:dns/promises';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../../firmware/config/load.ts';

const DROP_IN = '/etc/systemd/system/platekeeper.service.d/10-broker.conf';

/** @param resolvConf the text of /etc/resolv.conf. Throws where the broker's name is not known. */
export async function dropInFor(brokerUrl: string, resolvConf: string): Promise<string> {
  const head = '# Written by platekeeper-allow-broker; it is made anew from the configuration.\n[Service]\n';
  if (brokerUrl === '') return head;
  const host = new URL(brokerUrl).hostname.replace(/^\[|\]$/g, '');
  const named = isIP(host) === 0;
  const servers = named ? [...resolvConf.matchAll(/^nameserver\s+(\S+)/gm)].map((each) => each[1]!.split('%')[0]!) : [];
  const addresses = named ? (await lookup(host, { all: true })).map(({ address }) => address) : [host];
  const all = [...new Set([...addresses, ...servers])].filter((address) => isIP(address) !== 0).sort();
  return head + all.map((address) => `IPAddressAllow=${address}\n`).join('');
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      config: { type: 'string', default: '/etc/platekeeper/unit.toml' },
      print: { type: 'boolean', default: false },
    },
  });
  const config = await loadConfig(values.config);
  const text = await dropInFor(config.broker.url, await readFile('/etc/resolv.conf', 'utf8').catch(() => ''));
  if (values.print) {
    process.stdout.write(text);
  } else {
    await mkdir(dirname(DROP_IN), { recursive: true });
    await writeFile(DROP_IN, text);
    process.stdout.write(`${DROP_IN} is written; now: systemctl daemon-reload && systemctl restart platekeeper\n`);
  }
}
