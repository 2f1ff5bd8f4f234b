/** The Secretary of State's file of suspended and revoked registrations, in fixed columns (docs/hot-lists.md). */
import { bad, linewise, plated } from './layout.ts';

const lists: readonly string[] = ['SUSPEND', 'REVOKED'];

export const secretaryOfState = linewise((line, number) => {
  const list = line.slice(13, 21).trim();
  if (!lists.includes(list)) return bad(`the list is none of ${lists.join(', ')}`);
  const since = tagged(line, 'DOT/', 21, 6);
  const expires = tagged(line, 'EXP/', 32, 4);
  if (since === false || expires === false) return bad('DOT/ and EXP/ are not at columns 21 and 32');
  const note = ['Secretary of State: registration', list === 'REVOKED' ? 'revoked' : 'suspended', since].filter(
    Boolean,
  );
  return plated(
    { plate: line.slice(0, 9), state: line.slice(9, 11) },
    {
      entryId: `line ${number}`,
      alertClass: 'suspended-or-revoked',
      note: [note.join(' '), expires && `plates expire ${expires}`].filter(Boolean).join(', '),
    },
  );
});

/** The digits behind a tag; empty where the line ends before it, false where something else stands there. */
function tagged(line: string, tag: string, at: number, digits: number): string | false {
  if (line.slice(at).trim() === '') return '';
  const value = line.slice(at + tag.length, at + tag.length + digits).trim();
  return line.startsWith(tag, at) && /^\d*$/.test(value) && value;
}
