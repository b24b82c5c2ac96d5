import type { SearchWord } from '../../db/index.ts';
import { matchQuery } from '../transcripts/search-index.ts';

const most = 8;

/** The words of a search field: full-width forms folded, split at spaces; each must be found. */
export function searchWords(q: string | undefined): SearchWord[] | undefined {
  const words = (q ?? '').normalize('NFKC').trim().split(/\s+/).filter(Boolean).slice(0, most);
  return words.length > 0 ? words.map((text) => ({ text, match: matchQuery(text) })) : undefined;
}
