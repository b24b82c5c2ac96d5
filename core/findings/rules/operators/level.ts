import type { Party } from '../../../contract/index.ts';
import { raisedVoiceOf } from '../../voice-level.ts';
import { anyOf, defineOperator, hitAt, unknown, within } from './operator.ts';

/** Speech above the speaker's own usual level. */
export const level = defineOperator({
  kind: 'level',
  inputs: ['stereo', 'measures'],
  ofText: false,
  hasPlaces: () => true,
  describe: ({ above }) => ({ zh: `音量高出平时 ${above} dB`, en: `${above} dB above the usual level` }),
  prepare({ above, seconds }, role) {
    const parties: readonly Party[] = role === 'any' ? ['agent', 'customer'] : [role];
    return (call, scope) => {
      const voices = parties.map((party) => raisedVoiceOf(call, party, { above, least: seconds }));
      const loud = voices
        .flatMap((voice) => (voice?.certain ? voice.loud : []))
        .filter((piece) => within(scope, piece));
      if (loud.length === 0 && voices.some((voice) => !voice?.certain))
        return unknown(
          '单声道、没有声音分析、说话太少或平时的音量不明，无法比较音量。',
          'Mono, not measured, too little speech, or no usual level to compare with.',
        );
      return anyOf(loud.toSorted((a, b) => a.start - b.start).map(hitAt));
    };
  },
});
