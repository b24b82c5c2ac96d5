import type { Party } from '../../../contract/index.ts';
import { raisedVoiceOf } from '../../voice-level.ts';
import { anyOf, defineOperator, hitAt, unknown, within } from './operator.ts';

/** Speech above the speaker's own median level. */
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
      const loud = voices.flatMap((voice) => voice?.loud ?? []).filter((piece) => within(scope, piece));
      if (loud.length === 0 && voices.includes(null))
        return unknown(
          '单声道、没有声音分析或说话太少，无法比较音量。',
          'Mono, not measured, or too little speech to compare levels.',
        );
      return anyOf(loud.toSorted((a, b) => a.start - b.start).map(hitAt));
    };
  },
});
