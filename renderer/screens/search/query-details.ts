import type { SearchQuery } from '../../../core/contract/index.ts';
import { useTranslation } from '../../i18n/index.ts';

/** What narrows a search beside its words, in a few words: "坐席 · 开头 20 秒 · 8012". */
export function useQueryDetails(): (query: SearchQuery) => string {
  const { t } = useTranslation(['search', 'common']);
  return ({ spoken, agentIds, teams, from, to, directions, reviewStates }) => {
    const { scope, speakers = [], time } = spoken;
    const when = time && `${t(`edge.${time.edge}`)} ${time.from ?? 0}–${time.to ?? ''} ${t('seconds')}`;
    return [
      scope === 'call' && t('scope.call'),
      ...speakers.map((speaker) => t(speaker === 'unknown' ? 'common:unknownSpeaker' : `common:${speaker}`)),
      when,
      from || to ? `${from ?? ''}–${to ?? ''}` : null,
      ...(teams ?? []),
      ...(agentIds ?? []),
      ...(directions ?? []).map((direction) => t(`common:${direction}`)),
      ...(reviewStates ?? []).map((state) => t(`common:reviewState.${state}`)),
    ]
      .filter(Boolean)
      .join(' · ');
  };
}
