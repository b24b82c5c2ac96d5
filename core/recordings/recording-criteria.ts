import type { RecordingCriteria } from '../../db/index.ts';
import type { RecordingFilter, SpokenFilter } from '../contract/index.ts';
import { spokenCriteria } from '../search/search-query.ts';
import { searchWords } from './search-words.ts';
import { endOfDay, startOfDay } from './time-zone.ts';

/** Recordings without a business date count on the local day of their import. */
export function criteriaOf({ q, spoken, ...filter }: RecordingFilter, zone: string): RecordingCriteria {
  const { from, to } = filter;
  return {
    ...filter,
    words: searchWords(q),
    ...(spoken ? spokenPart(spoken) : {}),
    ...(from === undefined ? {} : { importedFrom: startOfDay(from, zone) }),
    ...(to === undefined ? {} : { importedBefore: endOfDay(to, zone) }),
  };
}

/** Where nothing is looked for, nothing is found. */
function spokenPart(filter: SpokenFilter): Pick<RecordingCriteria, 'spoken' | 'ids'> {
  const spoken = spokenCriteria(filter);
  return spoken ? { spoken } : { ids: [] };
}
