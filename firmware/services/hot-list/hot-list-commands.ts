/**
 * What commands from the broker may do with hot lists (POLICY.md H2 to H7): replace a list, and propose, approve, extend and withdraw local
 * entries. Who commands has been proven before; whether the role may, each step asks the profile again.
 */
import type { Profile } from '../../config/profile.ts';
import { Fault } from '../../domain/fault.ts';
import type { WallInstant } from '../../domain/instant.ts';
import type { Person, Role } from '../../domain/role.ts';
import type { Delivery, Library } from './library.ts';
import { LOCAL_LIST } from './library.ts';
import type { LocalAnswer, LocalEntries } from './local-entries.ts';
import type { Proposal } from './local-entry.ts';

export interface HotListCommandTools {
  readonly library: Library;
  readonly local: LocalEntries;
  readonly profile: Profile;
  /** Reads an action's message; each throws Fault `hotlist.refused` where it is none. */
  readonly codec: {
    delivery(body: unknown): Delivery;
    proposal(body: unknown): Proposal;
    entryId(body: unknown): string;
    /** Of a withdrawal. */
    listName(body: unknown): string;
  };
  readonly now: () => WallInstant;
  /** Takes lists into use, or local entries, at once. */
  readonly refresh: () => Promise<void>;
  readonly refreshLocal: () => void;
}

export interface Outcome {
  readonly status: 'done' | 'refused' | 'failed';
  readonly detail?: string;
}

/** An action with the roles that may ask for it, and what carries it out. */
export interface HotListAction {
  readonly roles: readonly Role[];
  readonly handler: (body: unknown, by: Person) => Promise<Outcome>;
}

export function hotListActions(tools: HotListCommandTools): ReadonlyMap<string, HotListAction> {
  const { library, local, profile, codec, now, refresh, refreshLocal } = tools;
  const { enter_roles, approve_roles, extend_roles, withdraw_roles } = profile.local_entries;
  const carriedOut = async (work: () => LocalAnswer | Promise<string>): Promise<Outcome> => {
    try {
      const answer = await work();
      if (typeof answer === 'object' && answer.kind === 'refused') return { status: 'refused', detail: answer.reason };
      return { status: 'done', detail: typeof answer === 'string' ? answer : answer.id };
    } catch (error) {
      if (error instanceof Fault && !error.passes) return { status: 'refused', detail: error.detail };
      throw error;
    }
  };
  const step = (take: (body: unknown, by: Person) => LocalAnswer) => (body: unknown, by: Person) =>
    carriedOut(() => {
      const answer = take(body, by);
      refreshLocal();
      return answer;
    });
  return new Map<string, HotListAction>([
    [
      'replace_hot_list',
      {
        // The list itself is signed by the agency's own key; the role says who may send it.
        roles: profile.access.list_roles,
        handler: (body, by) =>
          carriedOut(async () => {
            const { counts } = await library.take(codec.delivery(body), by);
            await refresh();
            return Object.entries(counts)
              .map(([name, count]) => `${name} ${count}`)
              .join(', ');
          }),
      },
    ],
    [
      'propose_entry',
      { roles: enter_roles, handler: step((body, by) => local.propose(codec.proposal(body), { by, now: now() })) },
    ],
    [
      'approve_entry',
      { roles: approve_roles, handler: step((body, by) => local.approve(codec.entryId(body), { by, now: now() })) },
    ],
    [
      'extend_entry',
      { roles: extend_roles, handler: step((body, by) => local.extend(codec.entryId(body), { by, now: now() })) },
    ],
    [
      'withdraw_entry',
      {
        // Its author may too, whose role is one that enters.
        roles: [...new Set([...enter_roles, ...withdraw_roles])],
        handler: step((body, by) => {
          if (codec.listName(body) !== LOCAL_LIST)
            return { kind: 'refused', reason: 'an entry of another list goes with its list' };
          return local.withdraw(codec.entryId(body), { by, now: now() });
        }),
      },
    ],
  ]);
}
