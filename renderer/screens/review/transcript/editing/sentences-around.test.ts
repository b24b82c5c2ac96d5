import { describe, expect, it } from 'vitest';
import type { Transcript } from '../../../../../core/contract/index.ts';
import { neighbour, sentenceAt, sentenceBy, withText } from './sentences-around.ts';

const segment = (id: number, start: number) => ({
  id,
  speaker: 'agent' as const,
  start,
  end: start + 1,
  text: `${id}`,
});
// Ids do not tell the order: the second half of a split is younger than what follows it.
const transcript = { segments: [segment(1, 1), segment(9, 2), segment(2, 5)] } as unknown as Transcript;

describe('the sentences around a place', () => {
  it('are found by the order in which they are said', () => {
    expect(neighbour(transcript, 1, 1)?.id).toBe(9);
    expect(neighbour(transcript, 9, 1)?.id).toBe(2);
    expect(neighbour(transcript, 1, -1)).toBeUndefined();
    expect(neighbour(transcript, 404, 1)).toBeUndefined();
  });

  it('at a second: the last that has begun, before the first the first', () => {
    expect([0, 1, 1.5, 4, 99].map((time) => sentenceAt(transcript, time)?.id)).toEqual([1, 1, 1, 9, 2]);
    expect(sentenceAt(null, 1)).toBeUndefined();
  });

  it('keep their places when one of them says something else', () => {
    const changed = withText(transcript, 9, '改');
    expect(changed.segments.map(({ text }) => text)).toEqual(['1', '改', '2']);
    expect(sentenceBy(transcript, 9)?.text).toBe('9');
  });
});
