import { describe, expect, it } from 'vitest';
import type { Heard } from '../../../../core/contract/index.ts';
import { pausesOf } from './pauses.ts';

const heard = (changes: Partial<Heard>): Heard => ({ speech: [], music: [], waits: [], ...changes });
const gap = { start: 10, end: 80 };

describe('a gap in the transcript', () => {
  it('over speech is not transcribed, and no wait', () => {
    const speech = [
      { start: 12, end: 40 },
      { start: 41, end: 79 },
    ];
    expect(pausesOf(gap, { heard: heard({ speech }), quiet: [] })).toEqual([
      { start: 12, end: 79, sound: 'untranscribed', cause: null },
    ]);
  });

  it('over music is a hold and over nothing silence, each with its cause', () => {
    const waits = [{ start: 10, end: 80, cause: 'music' as const }];
    expect(pausesOf(gap, { heard: heard({ music: [{ start: 12, end: 79 }], waits }), quiet: null })).toEqual([
      { ...gap, sound: 'hold', cause: 'music' },
    ]);
    const away = [{ start: 9, end: 78, cause: 'customer-away' as const }];
    expect(pausesOf(gap, { heard: heard({ waits: away }), quiet: null })).toEqual([
      { ...gap, sound: 'silence', cause: 'customer-away' },
    ]);
  });

  it('of which a part is talked through is cut there', () => {
    const speech = [{ start: 50, end: 70 }];
    const pauses = pausesOf(gap, { heard: heard({ speech, music: [{ start: 10, end: 48 }] }), quiet: null });
    expect(pauses.map(({ start, end, sound }) => [start, end, sound])).toEqual([
      [10, 50, 'hold'],
      [50, 70, 'untranscribed'],
      [70, 80, 'silence'],
    ]);
  });

  it('stays one wait under a hum, a short question and the edges of words', () => {
    const speech = [
      { start: 8, end: 10.6 },
      { start: 30, end: 32.5 },
      { start: 79.2, end: 83 },
    ];
    expect(pausesOf(gap, { heard: heard({ speech }), quiet: null })).toEqual([
      { ...gap, sound: 'silence', cause: null },
    ]);
  });

  it('of a call that was not measured is never called music', () => {
    expect(pausesOf(gap, { heard: null, quiet: [] })).toEqual([{ ...gap, sound: 'untranscribed', cause: null }]);
    expect(pausesOf(gap, { heard: null, quiet: [gap] })).toEqual([{ ...gap, sound: 'silence', cause: null }]);
    expect(pausesOf(gap, { heard: null, quiet: null })).toEqual([{ ...gap, sound: 'silence', cause: null }]);
  });
});
