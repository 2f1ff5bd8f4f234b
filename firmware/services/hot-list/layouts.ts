/** The layouts of files that a unit can take, by name, with the source that each is of where its layout belongs to one. */
import type { ListLayout, ListSource } from '../../domain/hot-list.ts';
import type { Layout } from './layout.ts';
import { leads } from './leads.ts';
import { ncicCsv, ncicFixed } from './ncic.ts';
import { ownCsv, ownJson } from './own-format.ts';
import { secretaryOfState } from './secretary-of-state.ts';

export const layouts: Readonly<Record<ListLayout, Layout>> = {
  leads,
  sos: secretaryOfState,
  'ncic-csv': ncicCsv,
  'ncic-fixed': ncicFixed,
  csv: ownCsv,
  json: ownJson,
};

/** Undefined: any source may write it. */
export const sourceOf: Readonly<Record<ListLayout, ListSource | undefined>> = {
  leads: 'LEADS',
  sos: 'SOS',
  'ncic-csv': 'NCIC',
  'ncic-fixed': 'NCIC',
  csv: undefined,
  json: undefined,
};
