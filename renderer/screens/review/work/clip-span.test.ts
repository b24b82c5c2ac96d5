import { expect, it } from 'vitest';
import type { FindingMark } from '../findings/marks.ts';
import { clipSpan } from './clip-span.ts';

const call = {
  duration: 100,
  time: 12,
  selection: null,
  mark: null,
  segments: [{ id: 1, speaker: 'agent' as const, start: 10, end: 15, text: '您好' }],
};
const mark = { span: { start: 99, end: 100 } } as FindingMark;

it('cuts the selection exactly, before anything else', () => {
  expect(clipSpan({ ...call, mark, selection: { start: 1, end: 2 } })).toEqual({ start: 1, end: 2 });
});

it('cuts the finding that is checked, within the call', () => {
  expect(clipSpan({ ...call, mark })).toEqual({ start: 98.7, end: 100 });
});

it('cuts the sentence under the playhead, and nothing in a pause', () => {
  expect(clipSpan(call)).toEqual({ start: 9.7, end: 15.3 });
  expect(clipSpan({ ...call, time: 50 })).toBeNull();
});
