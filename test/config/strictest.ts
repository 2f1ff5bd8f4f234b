/** Which of several policies' values is the strictest, key by key. */
import { roles } from '../../firmware/domain/role.ts';

type Order = (values: readonly unknown[]) => unknown;

const least: Order = (values) => Math.min(...(values as number[]));
/** What serves the account that a unit has to give is kept longest. */
const longest: Order = (values) => (values.includes('permanent') ? 'permanent' : Math.max(...(values as number[])));
const shortest: Order = (values) => Math.min(...(values.filter((each) => each !== 'permanent') as number[]));
const forbidden: Order = (values) => !values.includes(false);
const demanded: Order = (values) => values.includes(true);
/** All that any of them asks for. */
const all: Order = (values) => [...new Set((values as string[][]).flat())];
const fewest: Order = (values) => (values as string[][]).reduce((a, b) => (b.length < a.length ? b : a));
/** The roles whose most junior is the most senior; of those the fewest. */
const senior: Order = (values) => {
  const junior = (list: readonly string[]) => Math.min(...list.map((each) => roles.indexOf(each as never)));
  return (values as string[][]).reduce((a, b) =>
    junior(b) > junior(a) || (junior(b) === junior(a) && b.length < a.length) ? b : a,
  );
};

export const strictest: Readonly<Record<string, Order>> = {
  'retention.detections_hours': least,
  'retention.hits': shortest,
  'retention.searches': longest,
  'retention.audit': longest,
  'delivery.limit_hours': least,
  'hot_list.sources': all,
  'hot_list.motor_carrier_sources': fewest,
  'hot_list.refresh_hours': least,
  'hot_list.barred_purposes': all,
  'local_entries.required': all,
  'local_entries.partial_plates': forbidden,
  'local_entries.partial_major_crimes_only': demanded,
  'local_entries.days_max': least,
  'local_entries.extension_days': least,
  'local_entries.enter_roles': senior,
  'local_entries.approve_roles': senior,
  'local_entries.extend_roles': senior,
  'local_entries.withdraw_roles': senior,
  'local_entries.see_roles': senior,
  'alerts.classes': all,
  'alerts.unmutable': all,
  'alerts.confirm': all,
  'alerts.dispatch_confirmation': demanded,
  'alerts.act_roles': senior,
  'access.audit_roles': senior,
  'search.case_number': (values) => (values.includes('required') ? 'required' : 'or-investigation'),
  'search.reason': demanded,
  // An exception is open to nobody whose policy does not make it.
  'search.purposes_by_written_approval': () => [],
  'search.past_reads_hours': least,
  'search.roles': senior,
  'search.rows_max': least,
};
