/** What is being searched for, and where in the results the user is. Kept while other screens are shown. */
import { create } from 'zustand';
import type { RecordingFilter, SearchQuery, SpokenFilter } from '../../../core/contract/index.ts';

interface SearchState {
  /** The words as they were last asked for. */
  text: string;
  scope: NonNullable<SpokenFilter['scope']>;
  speakers: NonNullable<SpokenFilter['speakers']>;
  time: SpokenFilter['time'];
  filter: RecordingFilter;
  /** Row that the keyboard is on. */
  row: string | null;
  /** Sentences ticked for clips. */
  selected: ReadonlySet<number>;
  /** Calls of which all hits are shown. */
  expanded: ReadonlySet<string>;
}

const fresh = { row: null, selected: new Set<number>(), expanded: new Set<string>() };

export const useSearch = create<SearchState>(() => ({
  text: '',
  scope: 'sentence',
  speakers: [],
  time: undefined,
  filter: {},
  ...fresh,
}));

/** Another question: the place in the results starts anew. */
export function ask(change: Partial<Pick<SearchState, 'text' | 'scope' | 'speakers' | 'time' | 'filter'>>): void {
  useSearch.setState({ ...change, ...fresh });
}

/** The question as the core takes it; null while there is none. */
export function queryOf({ text, scope, speakers, time, filter }: SearchState): SearchQuery | null {
  if (text.trim() === '') return null;
  return {
    ...filter,
    spoken: {
      text: text.trim(),
      ...(scope === 'call' ? { scope } : {}),
      ...(speakers.length > 0 ? { speakers } : {}),
      ...(time ? { time } : {}),
    },
  };
}

/** Asks what was asked before. */
export function askAgain({ spoken, ...filter }: SearchQuery): void {
  const { text, scope = 'sentence', speakers = [], time } = spoken;
  ask({ text, scope, speakers, time, filter });
}

export const isNarrowed = ({ speakers, time, filter }: SearchState): boolean =>
  speakers.length > 0 || time !== undefined || Object.keys(filter).length > 0;

export function tick(segmentId: number, on: boolean): void {
  const selected = new Set(useSearch.getState().selected);
  if (on) selected.add(segmentId);
  else selected.delete(segmentId);
  useSearch.setState({ selected });
}

export function expand(recordingId: string): void {
  useSearch.setState(({ expanded }) => ({ expanded: new Set(expanded).add(recordingId) }));
}
