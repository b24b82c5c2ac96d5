import { describe, expect, it } from 'vitest';
import type { Line } from '../test-support/spoken-call.ts';
import { measured, spokenCall } from '../test-support/spoken-call.ts';
import { prolongedSilence } from './detectors/prolonged-silence.ts';
import { talkShare } from './detectors/talk-share.ts';
import { waitOverLimit } from './detectors/wait-over-limit.ts';
import { asks, back, bye, greet, hold, soundOf, yes } from './testing-waits.ts';

const lines: Line[] = [greet, asks, hold, yes, back(85), bye(91)];
const duration = 94;

/** Talk of a room: as loud as a soft voice, with the pauses of talk. */
const talkOf = (from: number, to: number): [number, number][] =>
  Array.from({ length: Math.floor((to - from) / 8) }, (_, i) => [from + i * 8, from + i * 8 + 7.4]);

/** The call with what the room adds to the agent's channel. */
function heard(said: readonly Line[], room: [number, number][]) {
  const sound = soundOf(lines, duration);
  sound.channels[0]!.speech = [
    ...sound.channels[0]!.speech,
    ...room.map(([start, end]): [number, number, number] => [start, end, -29]),
  ].sort((a, b) => a[0] - b[0]);
  return spokenCall([...said], { durationS: duration, measures: sound });
}

describe('voices of a room over a wait for which the transcript has no word', () => {
  const call = heard(lines, talkOf(14.5, 85));
  it.each([
    ['a wait', waitOverLimit],
    ['a silence', prolongedSilence],
  ])('%s that they may hide cannot be told, and the stretch is shown', (_name, detector) => {
    const { verdict, reason, evidence } = detector.detect(call);
    expect(verdict).toBe('cannot_tell');
    expect(reason.zh).toContain('转写里却没有一句话');
    expect(evidence[0]).toMatchObject({ start: expect.closeTo(15, 0), end: expect.closeTo(77.9, 0) });
  });

  it('do not make an agent one who talks too much', () => {
    const talk: Line[] = [
      ['agent', 0, 15, '您好，青禾电器，很高兴为您服务，请问有什么可以帮您。'],
      ['customer', 16, 24, '我的洗衣机什么时候送到？'],
      ['agent', 25, 30, '我联系一下仓库。'],
      ['customer', 31, 33, '好。'],
      ['customer', 34, 36, '快一点。'],
      ['agent', 120, 130, '明天上午送到。'],
      ['customer', 131, 140, '好的，那我明天在家等，谢谢你，再见。'],
    ];
    const speech = (who: string) =>
      talk.filter(([speaker]) => speaker === who).map(([, start, end]): [number, number, number] => [start, end, -22]);
    const sound = measured({ duration: 142 }, [
      [...speech('agent'), ...talkOf(37, 119).map(([from, to]): [number, number, number] => [from, to, -29])].sort(
        (a, b) => a[0] - b[0],
      ),
      speech('customer'),
    ]);
    const params = { limit: 80, least: 30 };
    const babble = talkShare.detect(spokenCall(talk, { durationS: 142, measures: sound }), params);
    expect(babble.reason.zh).toContain('转写里却没有一句话');
    const clean = measured({ duration: 142 }, [speech('agent'), speech('customer')]);
    expect(talkShare.detect(spokenCall(talk, { durationS: 142, measures: clean }), params).verdict).toBe('met');
  });
});

it('what is as short as a gap of a transcript ends a wait as before', () => {
  expect(waitOverLimit.detect(heard(lines, talkOf(40, 56))).verdict).toBe('met');
});

it('a transcript that lacks much of the other speech too tells nothing of the rest', () => {
  const call = heard([greet], talkOf(14.5, 85));
  expect(waitOverLimit.detect(call).reason.zh).not.toContain('转写里却没有一句话');
});
