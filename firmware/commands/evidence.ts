/** `evidence`: writes a package of what this unit's store holds, for a case; recorded before it is written. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { parseArgs } from 'node:util';
import { evidenceOf } from '../devices/evidence-codec.ts';
import { evidenceSource } from '../devices/evidence-source.ts';
import { writePackage } from '../devices/package-folder.ts';
import { publicPem } from '../devices/signing-key.ts';
import { Fault } from '../domain/fault.ts';
import { exportEvidence } from '../governance/evidence-export.ts';
import { modelHashes } from '../model-hashes.ts';
import { shippedModels } from '../unit.ts';
import { viewUnitStore } from '../unit-store.ts';
import { version } from '../version.ts';
import { actorOptions, openBeside } from './actor.ts';
import type { Console } from './console.ts';

const options = {
  config: { type: 'string' },
  case: { type: 'string', default: '' },
  ...actorOptions,
  reason: { type: 'string', default: '' },
  detection: { type: 'string', multiple: true, default: [] as string[] },
  hold: { type: 'string' },
  out: { type: 'string' },
} as const;

export async function evidenceCommand(args: readonly string[], { out }: Console): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  const { config: path, detection, hold, out: folder } = values;
  if (path === undefined || folder === undefined) throw new Fault('usage', 'evidence: --config or --out is missing.');
  if (detection.length > 0 === (hold !== undefined))
    throw new Fault('usage', 'evidence: give --detection, as often as needed, or --hold.');
  using beside = await openBeside(path, 'evidence');
  const { config, profile: rules, cited, unit, now, key, log } = beside;
  const by = beside.actor(values);
  using store = viewUnitStore(config);
  const source = evidenceSource(store);
  const made = exportEvidence(
    { caseNumber: values.case, by, reason: values.reason, detections: detection },
    {
      id: randomUUID(),
      unit: {
        ...{ agency: unit.agency, unit: unit.unit, kind: unit.kind, machine: hostname() },
        ...{ program: version, models: modelHashes(config.inference.models || shippedModels) },
        pictures: config.evidence,
      },
      profile: { id: rules.id, agency: rules.agency, policy: rules.policy, values: cited },
      publicKey: publicPem(key),
      ...{ rules, log, key, now },
      find: (id) => evidenceIn(source.detection(id)),
      held: () => source.held(hold ?? '').map(evidenceOf),
    },
  );
  writePackage(folder, made);
  out(`${made.size} files in ${folder}; README.md there says how to check them.`);
  return 0;
}

function evidenceIn(message: Uint8Array | undefined) {
  return message && evidenceOf(message);
}
