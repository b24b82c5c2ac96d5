import type { Segment } from '../../../../core/contract/index.ts';

export interface Match {
  segmentId: number;
  from: number;
  to: number;
}

/** Every place of `query` in the sentences, without regard to case or full-width forms of the same length. */
export function findMatches(segments: readonly Segment[], query: string): Match[] {
  const wanted = fold(query.trim());
  if (wanted === '') return [];
  return segments.flatMap(({ id, text }) => {
    const folded = fold(text);
    const matches: Match[] = [];
    for (let from = folded.indexOf(wanted); from >= 0; from = folded.indexOf(wanted, from + wanted.length))
      matches.push({ segmentId: id, from, to: from + wanted.length });
    return matches;
  });
}

/** Character by character, so that places in the folded text are places in the original. */
const fold = (text: string): string =>
  Array.from(text, (sign) => {
    const folded = sign.normalize('NFKC').toLowerCase();
    return folded.length === sign.length ? folded : sign;
  }).join('');
