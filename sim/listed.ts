/**
 * The simulated hot list: one vehicle in `oneIn` of those that truly pass is listed, chosen by the street's own seed, so
 * that the same run meets the same hits. Exact plates, as any list.
 */
import { alertClasses } from '../firmware/domain/alert-class.ts';
import type { HotLists } from '../firmware/domain/matched.ts';
import { ageOf } from '../firmware/services/hot-list/matcher.ts';
import { agrees, STATE_SURE } from '../firmware/services/hot-list/state.ts';
import { Dice } from './dice.ts';
import type { Street } from './street.ts';

export function listedAmong(street: Street, { seed, oneIn }: { seed: number; oneIn: number }): HotLists {
  const head = { list: 'simulated', source: 'NCIC', madeAt: street.clock.wall(), limitHours: 24 } as const;
  return {
    hitsOf(read) {
      return street.truth().flatMap(({ plate, region }, index) => {
        // Asked for every look, so the cheapest question first.
        if (plate !== read.plate.reveal() || !agrees(region, read.region, STATE_SURE)) return [];
        const dice = new Dice(`listed/${seed}/${plate}`);
        if (dice.integer(oneIn) !== 0) return [];
        const alertClass = alertClasses[dice.integer(alertClasses.length)]!;
        const note = 'listed by the simulator';
        const entry = { list: head.list, entryId: String(index), text: plate, region, alertClass, note };
        return [{ entry, kind: 'exact' as const, ...ageOf(head, street.clock.wall()) }];
      });
    },
  };
}
