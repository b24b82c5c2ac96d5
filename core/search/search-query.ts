/** What people type into a search over transcripts, and the queries of the index that it stands for. */
import type { SpokenCriteria } from '../../db/index.ts';
import type { SpokenFilter } from '../contract/index.ts';
import { matchQuery } from '../transcripts/search-index.ts';
import { spellings } from './number-spellings.ts';

export interface SearchTerm {
  text: string;
  excluded: boolean;
  /** The term itself first, then the same number written otherwise. Each is found as one stretch of characters. */
  spellings: string[];
}

/** More words narrow a search no further. */
const most = 12;
/** An opening quotation mark of any kind, up to a closing one or the end; or anything up to the next space. */
const part = /([-－−]?)["＂“”「『]([^"＂“”」』]*)["＂“”」』]?|(\S+)/gu;

/** The terms of a query; what holds nothing that can be searched for (punctuation, a lone minus) is left out. */
export function parseTerms(text: string): SearchTerm[] {
  const terms: SearchTerm[] = [];
  for (const [, minus, quoted, plain] of text.matchAll(part)) {
    const excluded = quoted === undefined ? /^[-－−]./u.test(plain!) : minus !== '';
    const word = quoted ?? (excluded ? plain!.slice(1) : plain!);
    if (matchQuery(word) !== null) terms.push({ text: word, excluded, spellings: spellings(word) });
  }
  return terms.slice(0, most);
}

/** What the database is asked for; null when nothing is looked for, or everything is only excluded. */
export function spokenCriteria({ text, scope, speakers, time }: SpokenFilter): SpokenCriteria | null {
  const terms = parseTerms(text);
  const wanted = terms.filter(({ excluded }) => !excluded).map(queryOf);
  const unwanted = terms.filter(({ excluded }) => excluded).map(queryOf);
  if (wanted.length === 0) return null;
  const none = unwanted.length > 0 ? unwanted.join(' OR ') : null;
  const everywhere = {
    speakers: speakers?.length ? speakers : undefined,
    time: time && {
      edge: time.edge,
      fromMs: time.from === undefined ? undefined : Math.round(time.from * 1000),
      toMs: time.to === undefined ? undefined : Math.round(time.to * 1000),
    },
  };
  if (scope === 'call')
    return { hit: wanted.join(' OR '), together: wanted.length > 1 ? wanted : [], without: none, ...everywhere };
  const all = wanted.join(' AND ');
  return { hit: none === null ? all : `(${all}) NOT (${none})`, together: [], without: null, ...everywhere };
}

function queryOf({ spellings: forms }: SearchTerm): string {
  const queries = forms.map(matchQuery).filter((query) => query !== null);
  return queries.length === 1 ? queries[0]! : `(${queries.join(' OR ')})`;
}
