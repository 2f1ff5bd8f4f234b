/** A device's file: whether it is there and this account may use it; if not, which group could. */
import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { type Finding, good, wrong } from './finding.ts';

/** The file systems that are looked at; a test gives a folder of its own. */
export interface Machine {
  /** Before every absolute path; empty: the machine's own. */
  readonly root: string;
}

/** @param absent what to do where the file is not there. */
export async function deviceFile(
  { root }: Machine,
  { subject, path, absent }: { readonly subject: string; readonly path: string; readonly absent: string },
): Promise<Finding> {
  const file = root + path;
  const owner = await stat(file).catch(() => undefined);
  if (owner === undefined) return wrong(subject, `${path} is not there.`, absent);
  const usable = await access(file, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
  if (usable) return good(subject, path);
  const { username } = userInfo();
  const group = owner.gid === 0 ? undefined : await groupName(root, owner.gid);
  return group === undefined
    ? wrong(
        subject,
        `${path} is root's alone.`,
        'Install hw/udev/60-platekeeper.rules, then unplug and plug it in, or restart.',
      )
    : wrong(
        subject,
        `${path} is for group ${group}, and ${username} is not in it.`,
        `sudo usermod -aG ${group} ${username}`,
      );
}

async function groupName(root: string, id: number): Promise<string> {
  const groups = await readFile(`${root}/etc/group`, 'utf8').catch(() => '');
  const entry = groups.split('\n').find((line) => line.split(':')[2] === String(id));
  return entry?.split(':')[0] ?? String(id);
}
