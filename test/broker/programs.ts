/** Programs that tests need beside Node: found, or a plain word about which Debian package holds them. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const packages = {
  mosquitto: 'mosquitto',
  mosquitto_sub: 'mosquitto-clients',
  mosquitto_pub: 'mosquitto-clients',
  openssl: 'openssl',
  protoc: 'protobuf-compiler',
} as const;

/** The program's path. Throws when it is not installed: such a test must not pass by not running. */
export function program(name: keyof typeof packages): string {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  for (const folder of folders) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  throw new Error(
    `This test needs the program ${name}: sudo apt-get install --no-install-recommends ${packages[name]}`,
  );
}
