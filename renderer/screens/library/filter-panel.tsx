import { useQuery } from '@tanstack/react-query';
import type { RecordingFilter } from '../../../core/contract/index.ts';
import { api } from '../../api.ts';
import { setQuery, useNavigation } from '../../app/navigation.ts';
import { useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import styles from './filter-panel.module.css';
import { clean, type FilterPart, FilterSections } from './filter-sections.tsx';

const parts: readonly FilterPart[] = [
  'date',
  'teams',
  'agents',
  'duration',
  'directions',
  'reviewStates',
  'findings',
  'business',
];

export function FilterPanel() {
  const { t } = useTranslation('library');
  const filter = useNavigation((state) => state.query.filter);
  const facets = useQuery({
    queryKey: ['recordings', 'facets', filter],
    queryFn: () => api.recordings.facets({ filter }),
    placeholderData: (previous) => previous,
  });
  const change = (patch: Partial<RecordingFilter>) => setQuery({ filter: clean({ ...filter, ...patch }) });
  return (
    <aside className={styles.panel} aria-label={t('filters')}>
      <div className={styles.scroll}>
        <FilterSections filter={filter} change={change} facets={facets.data} parts={parts} counted />
      </div>
      <div className={styles.foot}>
        <Button look="ghost" disabled={Object.keys(filter).length === 0} onClick={() => setQuery({ filter: {} })}>
          {t('clear')}
        </Button>
      </div>
    </aside>
  );
}
