import type { ItemAnswer } from '../../../../core/contract/index.ts';
import type { useT } from '../use-t.ts';

/** What the machine makes of an item, in a word or two: its verdict, or that the item does not apply to the call. */
export function machineSays({ verdict }: NonNullable<ItemAnswer['machine']>, t: ReturnType<typeof useT>): string {
  return t('score.machineSays', {
    verdict: verdict === null ? t('common:answer.na') : t(`common:verdict.${verdict}`),
  });
}
