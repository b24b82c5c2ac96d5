import type { RecordingCriteria } from '../../db/index.ts';
import type { RecordingFilter } from '../contract/index.ts';
import { searchWords } from './search-words.ts';
import { endOfDay, startOfDay } from './time-zone.ts';

/** Recordings without a business date count on the local day of their import. */
export function criteriaOf({ q, ...filter }: RecordingFilter, zone: string): RecordingCriteria {
  const { from, to } = filter;
  return {
    ...filter,
    words: searchWords(q),
    ...(from === undefined ? {} : { importedFrom: startOfDay(from, zone) }),
    ...(to === undefined ? {} : { importedBefore: endOfDay(to, zone) }),
  };
}
