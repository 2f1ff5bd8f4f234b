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
