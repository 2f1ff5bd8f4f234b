/** Prints the packages below a folder's node_modules, a line each: name, version, licence. For the package's copyright file. */
import { globSync, readFileSync } from 'node:fs';

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
}

const manifests = globSync(`${process.argv[2]}/node_modules/**/package.json`).map(
  (path) => JSON.parse(readFileSync(path, 'utf8')) as Manifest,
);
const lines = manifests
  .filter(({ name, version }) => name !== undefined && version !== undefined)
  .map(({ name, version, license }) => `${name} ${version} ${license ?? 'see its folder'}`);
process.stdout.write(`${[...new Set(lines)].sort().join('\n')}\n`);
