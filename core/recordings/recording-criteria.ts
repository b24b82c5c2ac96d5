import { callsSaying, type LibraryDb, type RecordingCriteria } from '../../db/index.ts';
import type { RecordingFilter } from '../contract/index.ts';
import { spokenCriteria } from '../search/search-query.ts';
import { searchWords } from './search-words.ts';
import { endOfDay, startOfDay } from './time-zone.ts';

/** The filter as the database takes it; what was said is looked for first. Where nothing is looked for, nothing is found. */
export async function criteriaOf(
  library: LibraryDb,
  { spoken, ...filter }: RecordingFilter,
  zone: string,
): Promise<RecordingCriteria> {
  const criteria = plainCriteria(filter, zone);
  if (!spoken) return criteria;
  const said = spokenCriteria(spoken);
  return said ? { ...criteria, spoken: await callsSaying(library, said) } : { ...criteria, ids: [] };
}

/** Recordings without a business date count on the local day of their import. */
export function plainCriteria({ q, ...filter }: Omit<RecordingFilter, 'spoken'>, zone: string): RecordingCriteria {
  const { from, to } = filter;
  return {
    ...filter,
    words: searchWords(q),
    ...(from === undefined ? {} : { importedFrom: startOfDay(from, zone) }),
    ...(to === undefined ? {} : { importedBefore: endOfDay(to, zone) }),
  };
}
