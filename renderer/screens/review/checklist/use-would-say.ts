import type { Review } from '../../../../core/contract/index.ts';
import { percent, points } from '../../../i18n/format.ts';
import { useT } from '../use-t.ts';
import { HEARD_ENOUGH } from '../work/flow.ts';

/** What submitting a review as it stands would say, and that little of the call was heard. */
export function useWouldSay({ score, heardRatio }: Review): string {
  const t = useT();
  const state = t(`score.${score.passed === null ? 'none' : score.passed ? 'passed' : 'failed'}`);
  return [
    t('foot.would', { score: points(score.after), state }),
    heardRatio < HEARD_ENOUGH && t('foot.guardHeard', { n: percent(heardRatio, 0) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
