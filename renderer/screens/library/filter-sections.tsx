/** What a list of calls can be narrowed by, section for section; shared by the library and by search. */
import { useQuery } from '@tanstack/react-query';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import type { RecordingFilter } from '../../../core/contract/index.ts';
import { api } from '../../api.ts';
import { useTranslation } from '../../i18n/index.ts';
import { usePeriodPresets } from '../../i18n/period-presets.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { type Mark, Shape } from '../../ui/shape.tsx';
import { DurationFilter } from './duration-filter.tsx';
import styles from './filter-panel.module.css';

type ListKey = 'teams' | 'directions' | 'reviewStates' | 'findings' | 'business';
type RecordingFacets = Awaited<ReturnType<typeof api.recordings.facets>>;
export type FilterPart =
  | 'date'
  | 'teams'
  | 'agents'
  | 'duration'
  | 'directions'
  | 'reviewStates'
  | 'findings'
  | 'business';

interface FilterSectionsProps {
  filter: RecordingFilter;
  change: (patch: Partial<RecordingFilter>) => void;
  facets: RecordingFacets | undefined;
  parts: readonly FilterPart[];
  /** Print how many calls each choice has. */
  counted: boolean;
}

export function FilterSections({ filter, change, facets, parts, counted }: FilterSectionsProps) {
  const { t } = useTranslation(['library', 'common']);
  // The library's own day, which need not be this machine's.
  const info = useQuery({ queryKey: ['app', 'info'], queryFn: () => api.app.info() });
  const today = dayjs(info.data?.today);
  const presets = usePeriodPresets(info.data?.today);
  const toggle = (key: ListKey, value: string, on: boolean) => {
    const before: readonly string[] = filter[key] ?? [];
    change({ [key]: on ? [...before, value] : before.filter((item) => item !== value) });
  };
  const boxes = (key: ListKey, label: (value: string, text: string) => ReactNode) => {
    const chosen: readonly string[] = filter[key] ?? [];
    return (facets?.[key] ?? []).map((facet) => (
      <span key={facet.value} className={styles.choice}>
        <Checkbox checked={chosen.includes(facet.value)} onChange={(on) => toggle(key, facet.value, on)}>
          {label(facet.value, facet.label)}
        </Checkbox>
        {counted && <span className={styles.count}>{facet.count.toLocaleString()}</span>}
      </span>
    ));
  };
  const sections: Record<FilterPart, () => ReactNode> = {
    date: () => (
      <FilterSection key="date" title={t('date')}>
        <DatePicker.RangePicker
          className={styles.wide}
          allowEmpty={[true, true]}
          format="MM-DD"
          value={[filter.from ? dayjs(filter.from) : null, filter.to ? dayjs(filter.to) : null]}
          presets={[
            { label: t('today'), value: [today, today] },
            ...presets,
            { label: t('last7'), value: [today.subtract(6, 'day'), today] },
            { label: t('last30'), value: [today.subtract(29, 'day'), today] },
          ]}
          onChange={(range) => change({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') })}
        />
      </FilterSection>
    ),
    teams: () => (
      <FilterSection key="teams" title={t('team')} columns>
        {boxes('teams', (_, text) => text)}
      </FilterSection>
    ),
    agents: () => (
      <FilterSection key="agents" title={t('agent')}>
        <Select
          mode="multiple"
          className={styles.wide}
          placeholder={t('agentHint')}
          aria-label={t('agent')}
          value={filter.agentIds ?? []}
          optionFilterProp="label"
          maxTagCount="responsive"
          options={(facets?.agents ?? []).map((agent) => ({
            value: agent.value,
            label: `${agent.value} ${agent.label}`.trim(),
          }))}
          onChange={(agentIds) => change({ agentIds })}
        />
      </FilterSection>
    ),
    duration: () => (
      <FilterSection key="duration" title={t('duration')}>
        <DurationFilter
          bins={facets?.durations ?? []}
          min={filter.minDurationMs}
          max={filter.maxDurationMs}
          onChange={(minDurationMs, maxDurationMs) => change({ minDurationMs, maxDurationMs })}
        />
      </FilterSection>
    ),
    directions: () => (
      <FilterSection key="directions" title={t('direction')} columns>
        {boxes('directions', (value) => (value === 'inbound' || value === 'outbound' ? t(`common:${value}`) : value))}
      </FilterSection>
    ),
    reviewStates: () => (
      <FilterSection key="reviewStates" title={t('state')} columns>
        {boxes('reviewStates', (value) => t(`common:reviewState.${value as 'none'}`))}
      </FilterSection>
    ),
    findings: () => (
      <FilterSection key="findings" title={t('findings')}>
        {boxes('findings', (value) => (
          <span className={styles.shape}>
            <Shape kind={value as Mark} />
            {t(`common:severity.${value as 'fatal'}`)}
          </span>
        ))}
      </FilterSection>
    ),
    business: () =>
      (facets?.business.length ?? 0) > 0 && (
        <FilterSection key="business" title={t('business')}>
          {boxes('business', (_, text) => text)}
        </FilterSection>
      ),
  };
  return <>{parts.map((part) => sections[part]())}</>;
}

export function FilterSection({ title, columns, children }: { title: string; columns?: boolean; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      <div className={columns ? styles.two : undefined}>{children}</div>
    </section>
  );
}

/** Without keys that restrict nothing, so that "no filter" is `{}`. */
export function clean<F extends RecordingFilter>(filter: F): F {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as F;
}
