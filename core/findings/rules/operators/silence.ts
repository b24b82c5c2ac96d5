import { span } from '../../call.ts';
import { keepsWaiting } from '../../silence-cause.ts';
import { findSilences } from '../../silences.ts';
import { talkTrack } from '../../talk.ts';
import { anyOf, defineOperator, fails, hitAt, unknown, within } from './operator.ts';

/** Nobody speaks; with a role, until that role does. */
export const silence = defineOperator({
  kind: 'silence',
  inputs: ['measures'],
  ofText: false,
  hasPlaces: () => true,
  describe: ({ seconds }) => ({ zh: `静默 ${seconds} 秒以上`, en: `silence of ${seconds} s or more` }),
  prepare({ seconds }, role) {
    return (call, scope) => {
      const found = findSilences(call);
      if (!found)
        return unknown(
          '没有带时间的转写，录音中也没有测得说话。',
          'There is no transcript with times, and no speech measured in the recording.',
        );
      const long = found.gaps.filter(
        (gap) => keepsWaiting(gap) && gap.end - gap.start >= seconds && within(scope, gap),
      );
      if (long.length === 0) return fails;
      if (!found.measured)
        return unknown(
          '有一段时间无人说话；是静默还是保留音，须分析声音。',
          'Nobody speaks for a while; whether that is silence or hold music only the sound can tell.',
        );
      const sure = long.filter(({ certain }) => certain);
      if (sure.length === 0)
        return unknown(
          '似乎有一段时间无人说话，但分不清是微弱的声音、客户离开还是通话已结束。',
          'Nobody seems to speak for a while, but faint sound or the end of the call cannot be told from it.',
        );
      if (role === 'any') return anyOf(sure.map(({ start, end }) => hitAt(span(start, end))));
      const track = talkTrack(call);
      if (!track || track.source === 'mono')
        return unknown('无法区分说话人，不知道是谁结束了静默。', 'Who ended the silence cannot be told.');
      // Speech is measured to within a fraction of a second.
      const endedBy = (at: number) => track.talks.find((talk) => talk.start >= at - 0.5)?.who;
      return anyOf(sure.filter(({ end }) => endedBy(end) === role).map(({ start, end }) => hitAt(span(start, end))));
    };
  },
});
