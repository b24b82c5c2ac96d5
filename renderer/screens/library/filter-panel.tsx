import { useQuery } from '@tanstack/react-query';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useMemo } from 'react';
import type { RecordingFilter } from '../../../core/contract/index.ts';
import { api } from '../../api.ts';
import { setQuery, useNavigation } from '../../app/navigation.ts';
import { useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { type Mark, Shape } from '../../ui/shape.tsx';
import { DurationFilter } from './duration-filter.tsx';
import styles from './filter-panel.module.css';

type ListKey = 'teams' | 'directions' | 'reviewStates' | 'findings' | 'business';

export function FilterPanel() {
  const { t } = useTranslation(['library', 'common']);
  const filter = useNavigation((state) => state.query.filter);
  const facets = useQuery({
    queryKey: ['recordings', 'facets', filter],
    queryFn: () => api.recordings.facets({ filter }),
    placeholderData: (previous) => previous,
  });
  const today = useMemo(() => dayjs(), []);
  const change = (patch: Partial<RecordingFilter>) => setQuery({ filter: clean({ ...filter, ...patch }) });
  const toggle = (key: ListKey, value: string, on: boolean) => {
    const before: readonly string[] = filter[key] ?? [];
    change({ [key]: on ? [...before, value] : before.filter((item) => item !== value) });
  };
  const boxes = (key: ListKey, label: (value: string, text: string) => ReactNode) => {
    const chosen: readonly string[] = filter[key] ?? [];
    return (facets.data?.[key] ?? []).map((facet) => (
      <span key={facet.value} className={styles.choice}>
        <Checkbox checked={chosen.includes(facet.value)} onChange={(on) => toggle(key, facet.value, on)}>
          {label(facet.value, facet.label)}
        </Checkbox>
        <span className={styles.count}>{facet.count.toLocaleString()}</span>
      </span>
    ));
  };
  const drilled = filter.ids !== undefined || filter.lostItem !== undefined || filter.outcome !== undefined;
  return (
    <aside className={styles.panel} aria-label={t('filters')}>
      <div className={styles.scroll}>
        {drilled && (
          <Section title={t('drill')}>
            <Button
              small
              icon="close"
              onClick={() => change({ ids: undefined, lostItem: undefined, outcome: undefined })}
            >
              {t('clear')}
            </Button>
          </Section>
        )}
        <Section title={t('date')}>
          <DatePicker.RangePicker
            className={styles.wide}
            allowEmpty={[true, true]}
            format="MM-DD"
            value={[filter.from ? dayjs(filter.from) : null, filter.to ? dayjs(filter.to) : null]}
            presets={[
              { label: t('today'), value: [today, today] },
              { label: t('last7'), value: [today.subtract(6, 'day'), today] },
              { label: t('last30'), value: [today.subtract(29, 'day'), today] },
            ]}
            onChange={(range) =>
              change({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') })
            }
          />
        </Section>
        <Section title={t('team')} columns>
          {boxes('teams', (_, text) => text)}
        </Section>
        <Section title={t('agent')}>
          <Select
            mode="multiple"
            className={styles.wide}
            placeholder={t('agentHint')}
            aria-label={t('agent')}
            value={filter.agentIds ?? []}
            optionFilterProp="label"
            maxTagCount="responsive"
            options={(facets.data?.agents ?? []).map((agent) => ({
              value: agent.value,
              label: `${agent.value} ${agent.label}`.trim(),
            }))}
            onChange={(agentIds) => change({ agentIds })}
          />
        </Section>
        <Section title={t('duration')}>
          <DurationFilter
            bins={facets.data?.durations ?? []}
            min={filter.minDurationMs}
            max={filter.maxDurationMs}
            onChange={(minDurationMs, maxDurationMs) => change({ minDurationMs, maxDurationMs })}
          />
        </Section>
        <Section title={t('direction')} columns>
          {boxes('directions', (value) => (value === 'inbound' || value === 'outbound' ? t(`common:${value}`) : value))}
        </Section>
        <Section title={t('state')} columns>
          {boxes('reviewStates', (value) => t(`common:reviewState.${value as 'none'}`))}
        </Section>
        <Section title={t('findings')}>
          {boxes('findings', (value) => (
            <span className={styles.shape}>
              <Shape kind={value as Mark} />
              {t(`common:severity.${value as 'fatal'}`)}
            </span>
          ))}
        </Section>
        {(facets.data?.business.length ?? 0) > 0 && (
          <Section title={t('business')}>{boxes('business', (_, text) => text)}</Section>
        )}
      </div>
      <div className={styles.foot}>
        <Button look="ghost" disabled={Object.keys(filter).length === 0} onClick={() => setQuery({ filter: {} })}>
          {t('clear')}
        </Button>
      </div>
    </aside>
  );
}

function Section({ title, columns, children }: { title: string; columns?: boolean; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      <div className={columns ? styles.two : undefined}>{children}</div>
    </section>
  );
}

/** Without keys that restrict nothing, so that "no filter" is `{}`. */
function clean(filter: RecordingFilter): RecordingFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
