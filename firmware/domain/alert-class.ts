/** Classes of alerts, from which sound, priority and the rules of muting follow. */

/** Why a plate is listed (POLICY.md U5). */
export const alertClasses = [
  'felony-vehicle',
  'stolen-vehicle',
  'stolen-plate',
  'amber',
  'silver',
  'missing-person',
  'wanted-person',
  'protection-order',
  'terrorist-related',
  'suspended-or-revoked',
  'local-bolo',
] as const;
export type AlertClass = (typeof alertClasses)[number];

export const alertPriorities = ['high', 'medium', 'low'] as const;
export type AlertPriority = (typeof alertPriorities)[number];

/**
 * Which hit of a vehicle speaks first, and how loudly: somebody's life before somebody's car before a matter of record. The
 * order is ours; that felony, stolen, AMBER and SILVER are high is the policies' (POLICY.md U5).
 */
const ranks: Readonly<Record<AlertClass, readonly [rank: number, priority: AlertPriority]>> = {
  'felony-vehicle': [0, 'high'],
  amber: [1, 'high'],
  'terrorist-related': [2, 'high'],
  silver: [3, 'high'],
  'stolen-vehicle': [4, 'high'],
  'wanted-person': [5, 'medium'],
  'missing-person': [6, 'medium'],
  'protection-order': [7, 'medium'],
  'stolen-plate': [8, 'medium'],
  'local-bolo': [9, 'low'],
  'suspended-or-revoked': [10, 'low'],
};

/** From 0, the first to be told. */
export function rankOf(alertClass: AlertClass): number {
  return ranks[alertClass][0];
}

/** @param unmutable what the profile lets nobody mute: always high. */
export function priorityOf(alertClass: AlertClass, unmutable: readonly AlertClass[]): AlertPriority {
  return unmutable.includes(alertClass) ? 'high' : ranks[alertClass][1];
}
