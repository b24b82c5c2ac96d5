import { expect, it } from 'vitest';
import type { RecordingFilter, Review } from '../../../../core/contract/index.ts';
import type { FindingMark } from '../findings/marks.ts';
import { arrival } from './arrival.ts';

const mark = (id: string, itemId: string, starts: number[], over: Partial<FindingMark> = {}) =>
  ({
    number: 1,
    standing: 'open',
    itemId,
    span: starts.length > 0 ? { start: starts[0]!, end: starts.at(-1)! + 1 } : null,
    finding: { id, evidence: starts.map((start) => ({ start, end: start + 1 })) },
    ...over,
  }) as unknown as FindingMark;

const review = (over: {
  state?: Review['state'];
  lost?: Record<string, number>;
  fatal?: string[];
  comments?: [string | null, number][];
}): Review =>
  ({
    templateId: 'standard',
    state: over.state ?? 'submitted',
    answers: ['greeting', 'number', 'words'].map((itemId) => ({ itemId })),
    comments: (over.comments ?? []).map(([itemId, at]) => ({ itemId, at })),
    score: {
      fatal: over.fatal ?? [],
      lines: Object.entries(over.lost ?? {}).map(([itemId, lost]) => ({ itemId, lost })),
    },
  }) as unknown as Review;

const marks = [
  mark('dismissed', 'number', [3], { standing: 'dismissed' }),
  mark('in order', 'number', [4], { number: null }),
  mark('n1', 'number', [12, 40]),
  mark('w1', 'words', [30]),
];
const scope = { from: '2026-03-02', to: '2026-03-08', reviewStates: ['submitted'] } satisfies RecordingFilter;

it.each<[string, Parameters<typeof arrival>[0], Review, unknown]>([
  [
    'a call of an item’s list begins on the item, at its first evidence that stands',
    { itemId: null, filter: { ...scope, templateId: 'standard', lostItem: 'number' } },
    review({ lost: { words: 900, number: 100 } }),
    { itemId: 'number', pointId: 'n1', place: 0, at: 12 },
  ],
  [
    'what a person noted comes before the evidence, at the place that it lies in',
    { itemId: null, filter: { ...scope, lostItem: 'number' } },
    review({
      comments: [
        ['number', 41],
        ['number', 43],
        ['words', 1],
        [null, 0],
      ],
    }),
    { itemId: 'number', pointId: 'n1', place: 1, at: 41 },
  ],
  [
    'without evidence the item is shown and the call begins at its start',
    { itemId: null, filter: { ...scope, lostItem: 'greeting' } },
    review({}),
    { itemId: 'greeting', pointId: null, place: 0, at: null },
  ],
  [
    'a report’s item comes before the list’s',
    { itemId: 'words', filter: { ...scope, lostItem: 'number' } },
    review({ state: 'draft' }),
    { itemId: 'words', pointId: 'w1', place: 0, at: 30 },
  ],
  [
    'a list of a team shows what cost most',
    { itemId: null, filter: { ...scope, teams: ['一组'] } },
    review({ lost: { greeting: 0, words: 900, number: 100 } }),
    { itemId: 'words', pointId: 'w1', place: 0, at: 30 },
  ],
  [
    'a fatal item comes before what cost more',
    { itemId: null, filter: { ...scope, fatal: true } },
    review({ lost: { words: 900, number: 100 }, fatal: ['number'] }),
    { itemId: 'number', pointId: 'n1', place: 0, at: 12 },
  ],
  ['a call without a loss begins at its start', { itemId: null, filter: scope }, review({ lost: { words: 0 } }), null],
  [
    'a draft is begun from its start',
    { itemId: null, filter: {} },
    review({ state: 'draft', lost: { words: 9 } }),
    null,
  ],
  [
    'an item of another form is not looked for in this one',
    { itemId: null, filter: { ...scope, templateId: 'conduct', lostItem: 'number' } },
    review({ state: 'draft' }),
    null,
  ],
])('%s', (_, led, given, expected) => {
  expect(arrival(led, given, marks)).toEqual(expected);
});
