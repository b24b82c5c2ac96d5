import { describe, expect, it } from 'vitest';
import { type Line, measured, spokenCall } from '../../test-support/spoken-call.ts';
import { holdWithoutMusic } from './hold-without-music.ts';

const asked: Line[] = [
  ['agent', 0, 5, '好的，我帮您核实一下，请您稍等，可以吗？'],
  ['customer', 5.5, 6, '可以。'],
];
const back: Line = ['agent', 76, 80, '让您久等了，已经查到了。'];
const speech = (...spans: [number, number][]) =>
  spans.map(([start, end]): [number, number, number] => [start, end, -20]);
const agent = speech([0, 5], [76, 80]);
const dead = (changes = {}) => measured({ silences: [[6, 76]], duration: 80, ...changes }, [agent, speech([5.5, 6])]);
const music = (from: number, to: number) => {
  const measures = dead({ silences: to < 75 ? [[to, 76]] : [] });
  measures.channels[1]!.music = [[from, to]];
  return measures;
};
const detect = (lines: Line[] | null, measures = dead(), params = {}, facts = {}) =>
  holdWithoutMusic.detect(spokenCall(lines, { measures, durationS: 80, ...facts }), params);

describe('hold-without-music', () => {
  it('finds the customer who was asked to wait and hears nothing', () => {
    expect(detect([...asked, back])).toMatchObject({
      verdict: 'not_met',
      value: 70,
      evidence: [{ start: 6, end: 76, cause: 'mute' }],
    });
  });

  it.each([
    '请您等候一下。',
    '您先别挂，我去问问同事。',
    '麻烦您等等啊',
    '请不要挂机',
    '請您稍候',
    'Please hold on, one moment.',
  ])('knows a request to wait: %s', (words) =>
    expect(detect([['agent', 0, 5, words], asked[1]!, back]).verdict).toBe('not_met'),
  );

  it('is content with music, and with a silence below the limit', () => {
    expect(detect([...asked, back], music(7, 76))).toMatchObject({ verdict: 'met', occasion: true });
    expect(detect([...asked, back], dead(), { limit: 90 })).toMatchObject({ verdict: 'met', occasion: false });
    const short: Line = ['agent', 30, 34, '查到了。'];
    const measures = measured({ silences: [[6, 30]], duration: 36 }, [speech([0, 5], [30, 34]), speech([5.5, 6])]);
    expect(detect([...asked, short], measures)).toMatchObject({ verdict: 'met', occasion: false });
  });

  it('minds a line that goes dead when the music stops', () => {
    expect(detect([...asked, back], music(7, 35))).toMatchObject({ verdict: 'not_met', value: 41 });
    expect(detect([...asked, back], music(7, 60)).verdict).toBe('met');
  });

  it('hears the customer call into the silence', () => {
    const meanwhile: Line[] = [['customer', 40, 41, '喂？']];
    const measures = measured(
      {
        silences: [
          [6, 40],
          [41, 76],
        ],
      },
      [agent, speech([5.5, 6], [40, 41])],
    );
    expect(detect([...asked, ...meanwhile, back], measures)).toMatchObject({ verdict: 'not_met', value: 69 });
  });

  it('leaves alone a customer who went away', () => {
    const looks: Line[] = [
      ['agent', 0, 5, '麻烦您报一下身份证号码。'],
      ['customer', 5.5, 6, '等一下，我去找身份证。'],
    ];
    expect(detect([...looks, back]).occasion).toBe(false);
  });

  it('cannot tell whether it is a hold when nobody asked to wait, or without words', () => {
    const silent: Line[] = [['agent', 0, 5, '您的话费是五十元。'], ['customer', 5.5, 6, '哦。'], back];
    expect(detect(silent)).toMatchObject({ verdict: 'cannot_tell', evidence: [{ start: 6, end: 76 }] });
    expect(detect(null).verdict).toBe('cannot_tell');
  });

  it('cannot tell where the recorder leaves the music out, where a hum fills the wait, or without measures', () => {
    expect(detect([...asked, back], dead(), { musicRecorded: false }).verdict).toBe('cannot_tell');
    expect(detect([...asked, back], dead({ silences: [] })).verdict).toBe('cannot_tell');
    expect(holdWithoutMusic.detect(spokenCall([...asked, back])).verdict).toBe('cannot_tell');
  });
});
