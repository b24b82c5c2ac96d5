import { create } from 'zustand';
import type { Segment } from '../../../../core/contract/index.ts';
import { findMatches, type Match } from './find.ts';

interface Find {
  query: string;
  matches: readonly Match[];
  current: number;
}

export const useFind = create<Find>(() => ({ query: '', matches: [], current: 0 }));

export const search = (segments: readonly Segment[], query: string): void =>
  useFind.setState({ query, matches: findMatches(segments, query), current: 0 });

/** The same query in a transcript that was changed; the current hit stays where it is still one. */
export const searchAgain = (segments: readonly Segment[]): void =>
  useFind.setState(({ query, matches, current }) => {
    if (query === '') return {};
    const now = findMatches(segments, query);
    const was = matches[current];
    const same = now.findIndex(({ segmentId, from }) => segmentId === was?.segmentId && from === was.from);
    return { matches: now, current: same >= 0 ? same : Math.min(current, Math.max(0, now.length - 1)) };
  });

export const stepMatch = (step: 1 | -1): void =>
  useFind.setState(({ matches, current }) =>
    matches.length === 0 ? {} : { current: (current + step + matches.length) % matches.length },
  );

export const clearFind = (): void => useFind.setState({ query: '', matches: [], current: 0 });
