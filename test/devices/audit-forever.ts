/** Writes records into the audit log of a folder until it is killed, or as many as it is told; says so after each. For audit-folder.test.ts. */
import { createPrivateKey } from 'node:crypto';
import { openAuditFolder } from '../../firmware/devices/audit-folder.ts';
import { AuditLog } from '../../firmware/governance/audit-log.ts';

const [, , folder = '', name = '', pem = '', count = 'Infinity'] = process.argv;
const log = new AuditLog({
  files: openAuditFolder(folder),
  unit: { agency: 'test', unit: 'unit-7' },
  key: createPrivateKey(Buffer.from(pem, 'base64').toString()),
  now: () => ({ epochMs: Date.now(), quality: { source: 'free-running' } }),
  fileBytes: 65_536,
  checkpointRecords: 50,
});
for (let number = 1; number <= Number(count); number += 1) {
  log.record({ action: 'search.done', by: 'unit', subject: `${name}-${number}` });
  process.stdout.write(`${number}\n`);
}
