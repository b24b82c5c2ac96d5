import { characters, speechWithin } from '../../pace.ts';
import { anyOf, defineOperator, fails, hitIn, lacksWords, type Said, unknown } from './operator.ts';

/** Less speech than this says nothing about the pace of a range, seconds. */
const leastSpeech = 5;

/** Characters a minute. */
export const rate = defineOperator({
  kind: 'rate',
  inputs: ['transcript'],
  ofText: true,
  hasPlaces: ({ per }) => per === 'sentence',
  describe: ({ compare, perMinute }) =>
    compare === 'over'
      ? { zh: `语速超过每分钟 ${perMinute} 字`, en: `over ${perMinute} characters a minute` }
      : { zh: `语速低于每分钟 ${perMinute} 字`, en: `under ${perMinute} characters a minute` },
  prepare({ compare, perMinute, per, least }, role) {
    const beyond = (pace: number) => (compare === 'over' ? pace > perMinute : pace < perMinute);
    return (call, { sentences }) => {
      const lacking = lacksWords(call, role);
      if (lacking) return lacking;
      if (call.transcript?.timing !== 'exact')
        return unknown(
          '转写没有准确的起止时间，无法计算语速。',
          'The transcript has no exact times to reckon the pace from.',
        );
      const measurable = sentences.filter(
        ({ sentence }) => characters(sentence) >= least && sentence.end > sentence.start,
      );
      const pace = ({ sentence }: Said) => (characters(sentence) / speechWithin(call, sentence)) * 60;
      if (per === 'sentence')
        return anyOf(measurable.filter((said) => beyond(pace(said))).map((said) => hitIn(call, said)));
      const speech = measurable.reduce((sum, { sentence }) => sum + speechWithin(call, sentence), 0);
      if (speech < leastSpeech) return unknown('说话太少，无法计算语速。', 'Too little speech to reckon the pace.');
      const said = measurable.reduce((sum, { sentence }) => sum + characters(sentence), 0);
      if (!beyond((said / speech) * 60)) return fails;
      const sign = compare === 'over' ? -1 : 1;
      const [worst] = measurable.toSorted((a, b) => (pace(a) - pace(b)) * sign);
      return anyOf([hitIn(call, worst!)]);
    };
  },
});
