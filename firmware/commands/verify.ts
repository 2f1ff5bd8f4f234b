/**
 * `verify`: whether an audit log or an evidence package is what a unit wrote. Of a log it says how far it is proven and by what; the
 * status is 1 where anything does not hold.
 */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { publishedCheckpointOf } from '../devices/audit-codec.ts';
import { readPackage } from '../devices/package-folder.ts';
import { Fault } from '../domain/fault.ts';
import { linesOf, type Proof, type Verdict, verifyLog } from '../governance/audit-chain.ts';
import { flawsOf, KEY } from '../governance/evidence.ts';
import type { Console } from './console.ts';

const options = {
  log: { type: 'string' },
  checkpoint: { type: 'string' },
  evidence: { type: 'string' },
  key: { type: 'string' },
} as const;

export async function verifyCommand(args: readonly string[], console: Console): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  const key = values.key === undefined ? undefined : publicKey(readFileSync(values.key), values.key);
  if (values.evidence !== undefined) return verifyEvidence(values.evidence, key, console);
  if (values.log === undefined) throw new Fault('usage', 'verify: give --log or --evidence.');
  return verifyAudit(values.log, { key, checkpoint: values.checkpoint }, console);
}

function verifyAudit(
  path: string,
  { key, checkpoint }: { readonly key: KeyObject | undefined; readonly checkpoint: string | undefined },
  { out, error }: Console,
): number {
  const log = bytesOf(path);
  const published = checkpoint === undefined ? undefined : publishedCheckpointOf(readFileSync(checkpoint));
  if (checkpoint !== undefined && published === undefined)
    throw new Fault('usage', `${checkpoint} is no message of the topic audit.`);
  const proof: Proof = { ...(key && { key }), ...(published && { checkpoint: published }) };
  const verdict = verifyLog(log, proof);
  if (verdict.flaw === undefined) {
    out(told(verdict, key));
    return 0;
  }
  const { line, what } = verdict.flaw;
  const before = Array.from(linesOf(log)).at(line - 1)?.from ?? 0;
  if (verdict.end.record > 0)
    out(`before the flaw: ${told(verifyLog(log.subarray(0, before), key ? { key } : {}), key)}`);
  error(`line ${line}: ${what}`);
  throw new Fault('audit.unproven', `${path}, line ${line}.`);
}

function told({ first, end, signedTo }: Verdict, key: KeyObject | undefined): string {
  const signed =
    key === undefined
      ? 'signatures were not looked at, as no --key was given'
      : `to record ${signedTo} signed by the key, after it by the chain alone`;
  return `records ${first} to ${end.record} hold; ${signed}`;
}

/** A file, or all of a folder in the order of their names: together they are one chain. */
function bytesOf(path: string): Uint8Array {
  if (!statSync(path, { throwIfNoEntry: false })) throw new Fault('usage', `${path} is not there.`);
  if (!statSync(path).isDirectory()) return readFileSync(path);
  const names = readdirSync(path).filter((name) => /^audit-\d+\.log$/.test(name));
  return Buffer.concat(names.sort().map((name) => readFileSync(join(path, name))));
}

function verifyEvidence(folder: string, given: KeyObject | undefined, { out, error }: Console): number {
  const files = readPackage(folder);
  const own = files.get(KEY);
  const key = given ?? (own && publicKey(own, join(folder, KEY)));
  if (key === undefined) throw new Fault('audit.unproven', `${folder} holds no ${KEY}; give --key.`);
  const flaws = flawsOf(files, key);
  for (const flaw of flaws) error(flaw);
  if (flaws.length > 0) throw new Fault('audit.unproven', `${folder}: ${flaws.length} flaws.`);
  const whose =
    given === undefined ? 'by the key that lies in it: compare that with the one on file' : 'by the key given';
  out(`${files.size} files hold, signed ${whose}`);
  return 0;
}

function publicKey(pem: Uint8Array, path: string): KeyObject {
  try {
    return createPublicKey(Buffer.from(pem));
  } catch (cause) {
    throw new Fault('usage', `${path} is no public key.`, cause);
  }
}
