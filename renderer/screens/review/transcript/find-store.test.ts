import { beforeEach, describe, expect, it } from 'vitest';
import type { Segment } from '../../../../core/contract/index.ts';
import { clearFind, search, searchAgain, stepMatch, useFind } from './find-store.ts';

const segments = (...texts: string[]): Segment[] =>
  texts.map((text, id) => ({ id, speaker: 'agent', start: id, end: id + 1, text }));
const hit = () => {
  const { matches, current } = useFind.getState();
  return matches[current] && [matches[current].segmentId, matches[current].from];
};

beforeEach(clearFind);

describe('hits in a transcript that is corrected meanwhile', () => {
  it('are those of the new words, and the current one stays where it is still one', () => {
    search(segments('套参', '没有', '套参', '套参'), '套参');
    stepMatch(1);
    expect(hit()).toEqual([2, 0]);
    searchAgain(segments('套餐', '没有', '套参', '套参'));
    expect([useFind.getState().matches.length, hit()]).toEqual([2, [2, 0]]);
  });

  it('go on with the next one where the current one was corrected, and end with the last', () => {
    search(segments('套参', '套参'), '套参');
    searchAgain(segments('套餐', '套参'));
    expect(hit()).toEqual([1, 0]);
    searchAgain(segments('套餐', '套餐'));
    expect(hit()).toBeUndefined();
  });

  it('are not looked for without a query', () => {
    searchAgain(segments('套参'));
    expect(useFind.getState().matches).toEqual([]);
  });
});
