import { expect, it } from 'vitest';
import { type Line, measured, spokenCall } from '../../test-support/spoken-call.ts';
import { talkShare } from './talk-share.ts';

/** Five turns of each side, so many seconds long. */
const turns = (agentS: number, customerS: number, count = 5): Line[] =>
  Array.from({ length: count }, (_, index): Line[] => {
    const at = index * (agentS + customerS + 4);
    return [
      ['agent', at, at + agentS, `说明${index}`],
      ['customer', at + agentS + 2, at + agentS + 2 + customerS, '客户的话'],
    ];
  }).flat();
const detect = (lines: Line[] | null, facts: Parameters<typeof spokenCall>[1] = {}, params = {}) =>
  talkShare.detect(spokenCall(lines, facts), params);
const sides = (lines: Line[]) =>
  (['agent', 'customer'] as const).map((who) =>
    lines.filter(([by]) => by === who).map(([, start, end]): [number, number, number] => [start, end, -20]),
  );

it('is the agent’s share of what both say', () => {
  expect(detect(turns(15, 5))).toMatchObject({ verdict: 'met', value: 75 });
  const outcome = detect(turns(18, 2));
  expect(outcome).toMatchObject({ verdict: 'not_met', value: 90 });
  expect(outcome.evidence.map(({ text }) => text)).toEqual(['说明0', '说明1', '说明2']);
  expect(detect(turns(18, 2), {}, { limit: 95 }).verdict).toBe('met');
});

it('takes the sound before the transcript, and needs no transcript', () => {
  const measures = measured({}, sides(turns(18, 2)));
  expect(detect(null, { measures })).toMatchObject({ verdict: 'not_met', value: 90 });
  expect(detect(turns(10, 10), { measures }).value).toBe(90);
});

it.each([
  ['talk is short', turns(6, 1), {}],
  ['the customer says a word or two', turns(60, 2, 2), {}],
  ['the customer’s side is missing', turns(30, 5).filter(([who]) => who === 'agent'), {}],
  [
    'much is nobody’s',
    turns(18, 2).map((line, i): Line => (i % 4 ? line : ['unknown', line[1], line[2], line[3]])),
    {},
  ],
  ['ends of sentences are not known', turns(18, 2), { timing: 'starts' as const }],
])('cannot tell where %s', (_name, lines, facts) => {
  expect(detect(lines, facts).verdict).toBe('cannot_tell');
});

it('cannot tell in a mono recording by its sound', () => {
  const measures = measured({}, [sides(turns(18, 2)).flat()]);
  expect(detect(null, { channels: 1, agentChannel: null, measures }).verdict).toBe('cannot_tell');
});
