import { span } from '../../call.ts';
import { keepsWaiting } from '../../silence-cause.ts';
import { findWaits } from '../../waits.ts';
import { anyOf, defineOperator, fails, hitAt, unknown, within } from './operator.ts';

/** The customer is kept waiting, in silence, music or noise. */
export const hold = defineOperator({
  kind: 'hold',
  inputs: ['measures'],
  ofText: false,
  hasPlaces: () => true,
  describe: ({ seconds }) => ({ zh: `客户等待 ${seconds} 秒以上`, en: `the customer waits ${seconds} s or more` }),
  prepare({ seconds }) {
    return (call, scope) => {
      const waits = findWaits(call, seconds)?.filter(keepsWaiting);
      if (!waits)
        return unknown(
          '无法区分谁在说话，不知道是否在等待。',
          'Who talks when is not known, nor whether anybody waits.',
        );
      const found = waits.filter((wait) => within(scope, wait));
      const certain = found.filter((wait) => wait.certain);
      if (certain.length > 0) return anyOf(certain.map(({ start, end }) => hitAt(span(start, end))));
      if (found.length === 0) return fails;
      return unknown(
        '单声道录音，等待中的短语分不清是谁说的。',
        'Whose the short words in the wait are cannot be told.',
      );
    };
  },
});
