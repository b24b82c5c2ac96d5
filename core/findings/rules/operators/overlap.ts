import type { Party } from '../../../contract/index.ts';
import { findInterruptions } from '../../interruptions.ts';
import { anyOf, defineOperator, hitAt, unknown, within } from './operator.ts';

/** The role comes in while the other one speaks. */
export const overlap = defineOperator({
  kind: 'overlap',
  inputs: ['stereo', 'measures'],
  ofText: false,
  hasPlaces: () => true,
  describe: ({ seconds }) => ({ zh: `抢话 ${seconds} 秒以上`, en: `talks over the other for ${seconds} s or more` }),
  prepare({ seconds, characters }, role) {
    const parties: readonly Party[] = role === 'any' ? ['agent', 'customer'] : [role];
    return (call, scope) => {
      const found = parties.map((party) => findInterruptions(call, party, { seconds, characters }));
      if (found.includes(null))
        return unknown(
          '单声道，或既没有声音分析也没有准确的转写时间，无法判断抢话。',
          'Mono, or neither measures nor exact times: who talks over whom cannot be told.',
        );
      const spans = found.flatMap((evidence) => evidence ?? []).filter((piece) => within(scope, piece));
      return anyOf(spans.toSorted((a, b) => a.start - b.start).map(hitAt));
    };
  },
});
