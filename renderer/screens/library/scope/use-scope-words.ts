import { useQuery } from '@tanstack/react-query';
import type { RecordingFilter } from '../../../../core/contract/index.ts';
import { api } from '../../../api.ts';
import { clock, points } from '../../../i18n/format.ts';
import { useBilingual, useTranslation } from '../../../i18n/index.ts';
import { daysText, periodName } from '../../../i18n/period-name.ts';
import type { ScopeWords } from './scope-parts.ts';

/** The words of a filter's values; null until the names that they need are known. */
export function useScopeWords(filter: RecordingFilter): ScopeWords | null {
  const { t } = useTranslation(['library', 'common']);
  const text = useBilingual();
  const info = useQuery({ queryKey: ['app', 'info'], queryFn: () => api.app.info() });
  const facets = useQuery({
    queryKey: ['recordings', 'facets', {}],
    queryFn: () => api.recordings.facets({ filter: {} }),
    enabled: Boolean(filter.agentIds?.length || filter.teams?.length),
  });
  const { templateId, templateVersions } = filter;
  const template = useQuery({
    queryKey: ['templates', 'get', templateId, templateVersions?.at(-1)],
    queryFn: () => api.templates.get({ id: templateId!, version: templateVersions?.at(-1) }),
    enabled: templateId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!info.data || facets.isLoading || template.isLoading) return null;
  const { today } = info.data;
  const nameOf = (kind: 'teams' | 'agents', value: string) =>
    facets.data?.[kind].find((facet) => facet.value === value)?.label ?? '';
  return {
    period: (from, to) => {
      const name = from !== undefined && to !== undefined ? periodName(from, to, today) : null;
      const days = daysText(from, to, today);
      return name === null ? days : `${t(`common:periods.${name}`)} ${days}`;
    },
    team: (name) => (name === '' ? t('scope.noTeam') : name),
    agent: (no) => (no === '' ? t('unknownAgent') : [no, nameOf('agents', no)].filter(Boolean).join(' ')),
    lostItem: (itemId) => {
      const item = template.data?.sections.flatMap(({ items }) => items).find(({ id }) => id === itemId);
      return t('scope.lost', { item: item ? text(item.title) : itemId });
    },
    form: (id) => (template.data ? text(template.data.title) : id),
    outcome: (outcome) => t(`scope.outcome.${outcome}`),
    fatal: (fatal) => t(fatal ? 'scope.outcome.fatal' : 'scope.noFatal'),
    score: (min, max) =>
      t('scope.score', { range: [...new Set([min, max])].map((n) => (n === undefined ? '' : points(n))).join('–') }),
    reviewState: (state) => t(`common:reviewState.${state}`),
    status: (status) => t(`scope.status.${status}`),
    finding: (kind) => t(`common:severity.${kind}`),
    direction: (direction) => t(`common:${direction}`),
    duration: (min, max) => [min, max].map((ms) => (ms === undefined ? '' : clock(ms))).join('–'),
    spoken: (words) => t('scope.said', { words }),
    ids: (n) => t('scope.ids', { n }),
    either: (choices) => choices.join(t('scope.or')),
  };
}
