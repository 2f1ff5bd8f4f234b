/**
 * The simulated hot list: one vehicle in `oneIn` of those that truly pass is listed, chosen by the street's own seed, so
 * that the same run meets the same hits. Exact plates, as any list.
 */
import { type AlertClass, alertClasses } from '../firmware/domain/alert-class.ts';
import type { HotLists } from '../firmware/domain/matched.ts';
import { hotListsOf } from '../firmware/services/hot-list.ts';
import { Dice } from './dice.ts';
import type { Street } from './street.ts';

export function listedAmong(street: Street, { seed, oneIn }: { seed: number; oneIn: number }): HotLists {
  const madeEpochMs = street.clock.wall().epochMs;
  return {
    hitsOf(detection) {
      const entries = street.truth().flatMap(({ plate, region }, index) => {
        const dice = new Dice(`listed/${seed}/${plate}`);
        if (dice.integer(oneIn) !== 0) return [];
        const alertClass: AlertClass = alertClasses[dice.integer(alertClasses.length)]!;
        return [
          {
            list: 'simulated',
            entryId: String(index),
            text: plate,
            region,
            alertClass,
            note: 'listed by the simulator',
          },
        ];
      });
      return hotListsOf(entries, { madeEpochMs, clock: street.clock, ageMsMax: 86_400_000 }).hitsOf(detection);
    },
  };
}
