/**
 * Watches for partial plates (POLICY.md H4): entries whose text holds `?` for one character or `*` for any run, an empty one too. Each is
 * held against every read, so a list has a bounded number of them; and each names a few characters, for one that names none would ask
 * for every vehicle.
 */

/** Watches in a list. */
export const WATCHES_MAX = 1000;
/** Characters that a watch names. */
const NAMED_MIN = 3;
/** The longest plate. */
const LENGTH_MAX = 15;
const ANY_RUN = '*'.charCodeAt(0);
const ANY_ONE = '?'.charCodeAt(0);

export function isWatch(text: string): boolean {
  return text.includes('?') || text.includes('*');
}

/** Why a text can not be watched for; undefined: it can. */
export function unfitWatch(text: string): string | undefined {
  if (!/^[0-9A-Z?*]+$/.test(text)) return 'a partial plate is of letters, digits, ? and *';
  if (text.replaceAll('*', '').length > LENGTH_MAX || text.length > 2 * LENGTH_MAX)
    return 'the partial plate is too long';
  const named = text.replaceAll(/[?*]/g, '').length;
  return named < NAMED_MIN ? `a partial plate names ${NAMED_MIN} characters or more` : undefined;
}

/** Whether the plate is one that is watched for. Takes at most as many steps as both lengths multiplied. */
export function isWatchedFor(watch: string, plate: string): boolean {
  let inWatch = 0;
  let inPlate = 0;
  // Where the last run began: in the watch behind its `*`, in the plate behind what it has swallowed.
  let runInWatch = -1;
  let runInPlate = 0;
  while (inPlate < plate.length) {
    const sign = inWatch < watch.length ? watch.charCodeAt(inWatch) : 0;
    if (sign === ANY_RUN) {
      runInWatch = ++inWatch;
      runInPlate = inPlate;
    } else if (sign === ANY_ONE || sign === plate.charCodeAt(inPlate)) {
      inWatch++;
      inPlate++;
    } else if (runInWatch >= 0) {
      inWatch = runInWatch;
      inPlate = ++runInPlate;
    } else return false;
  }
  while (watch.charCodeAt(inWatch) === ANY_RUN) inWatch++;
  return inWatch === watch.length;
}
