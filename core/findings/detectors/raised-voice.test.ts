import { describe, expect, it } from 'vitest';
import { agentSays, type Line, measured, spokenCall } from '../../test-support/spoken-call.ts';
import { raisedVoice } from './raised-voice.ts';

const levels = (...levelsDb: number[]) =>
  levelsDb.map((level, index): [number, number, number] => [index * 3, index * 3 + 2, level]);
const detect = (
  agent: [number, number, number][],
  customer: [number, number, number][] = [],
  lines = agentSays('一', '二', '三'),
) => raisedVoice.detect(spokenCall(lines, { measures: measured({}, [agent, customer]) }));

it('compares the agent with the agent’s usual level', () => {
  expect(detect(levels(-20, -22, -11))).toMatchObject({
    verdict: 'not_met',
    value: 9,
    evidence: [{ start: 6, end: 8, channel: 0, text: '三' }],
  });
  expect(detect(levels(-20, -19, -15))).toMatchObject({ verdict: 'met', value: 4 });
});

/** Level and length of one piece after the other, 1 s apart. */
const pieces = (...given: [db: number, seconds: number][]) => {
  let at = 0;
  return given.map(([db, length]): [number, number, number] => {
    const start = at;
    at += length + 1;
    return [start, start + length, db];
  });
};
const greeting: [number, number] = [-24, 5];

describe('the usual level', () => {
  it.each<[string, string, [number, number][]]>([
    [
      'is not learned from an agent who shouts most of the time',
      'not_met',
      [greeting, [-14, 4], [-15, 4], [-24, 1], [-14, 3], [-15, 3]],
    ],
    [
      'is the greeting’s, the shouting long and the calm words few',
      'not_met',
      [
        [-30, 4],
        [-20, 6],
        [-21, 5],
        [-29, 0.8],
        [-20, 3],
      ],
    ],
    [
      'is not known where the voice grows louder once for all: the microphone may have moved',
      'cannot_tell',
      [greeting, [-14, 4], [-15, 4], [-14, 5], [-14, 3]],
    ],
    [
      'is not that of a soft first sentence with one soft word later',
      'cannot_tell',
      [
        [-30, 1.5],
        [-20, 6],
        [-20, 8],
        [-30, 0.6],
        [-21, 9],
      ],
    ],
    [
      'is not that of soft words at the end',
      'met',
      [
        [-20, 5],
        [-21, 6],
        [-30, 2],
        [-30, 3],
        [-20, 4],
      ],
    ],
    [
      'is not that of short soft words in between',
      'met',
      [
        [-20, 5],
        [-34, 0.3],
        [-21, 6],
        [-33, 0.4],
        [-20, 4],
      ],
    ],
    [
      'varies as people do',
      'met',
      [
        [-24, 3],
        [-21, 3],
        [-26, 3],
        [-20, 3],
        [-22, 3],
        [-25, 3],
        [-19, 3],
      ],
    ],
    ['is that of most of the call when one sentence is shouted', 'not_met', [greeting, [-25, 4], [-14, 2], [-23, 5]]],
  ])('%s', (_name, verdict, levels) => {
    expect(detect(pieces(...levels)).verdict).toBe(verdict);
  });

  it('was left when the customer minds the shouting, even if the agent never comes back to it', () => {
    const lines: Line[] = [
      ['agent', 0, 5, '您好，请讲。'],
      ['customer', 5.2, 5.9, '我问一下。'],
      ['customer', 10.2, 10.9, '你吼什么？'],
    ];
    expect(detect(pieces(greeting, [-14, 4], [-15, 4], [-14, 5]), [], lines).verdict).toBe('not_met');
  });
});

it('does not mind a customer who shouts, nor a short cough', () => {
  expect(detect(levels(-20, -20, -20), levels(-20, -3, -3)).verdict).toBe('met');
  expect(detect([...levels(-20, -20, -20), [12, 12.5, -3]]).verdict).toBe('met');
});

it('cannot tell without measures, in mono, or from two sentences', () => {
  expect(raisedVoice.detect(spokenCall(agentSays('一'))).verdict).toBe('cannot_tell');
  const mono = { channels: 1, agentChannel: null, measures: measured({}, [levels(-20, -20, -5)]) };
  expect(raisedVoice.detect(spokenCall(agentSays('一'), mono)).verdict).toBe('cannot_tell');
  expect(detect(levels(-20, -5)).verdict).toBe('cannot_tell');
});
