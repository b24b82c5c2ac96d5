import { useQuery } from '@tanstack/react-query';
import type { RecordingFilter } from '../../../core/contract/index.ts';
import { api } from '../../api.ts';
import { useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import panel from '../library/filter-panel.module.css';
import { clean, type FilterPart, FilterSection, FilterSections } from '../library/filter-sections.tsx';
import { SavedList } from './saved-list.tsx';
import { ask, isNarrowed, useSearch } from './search-store.ts';
import { TimeField } from './time-field.tsx';

const parts: readonly FilterPart[] = ['date', 'teams', 'agents', 'directions', 'reviewStates'];
const speakers = ['agent', 'customer', 'unknown'] as const;

/** Saved searches, and what narrows this one. */
export function SearchPanel() {
  const { t } = useTranslation(['search', 'common']);
  const filter = useSearch((state) => state.filter);
  const chosen = useSearch((state) => state.speakers);
  const narrowed = useSearch(isNarrowed);
  const facets = useQuery({
    queryKey: ['recordings', 'facets', {}],
    queryFn: () => api.recordings.facets({ filter: {} }),
  });
  const change = (patch: Partial<RecordingFilter>) => ask({ filter: clean({ ...filter, ...patch }) });
  return (
    <aside className={panel.panel} aria-label={t('panel')}>
      <div className={panel.scroll}>
        <SavedList />
        <FilterSection title={t('speaker')} columns>
          {speakers.map((speaker) => (
            <span key={speaker} className={panel.choice}>
              <Checkbox
                checked={chosen.includes(speaker)}
                onChange={(on) =>
                  ask({ speakers: on ? [...chosen, speaker] : chosen.filter((other) => other !== speaker) })
                }
              >
                {t(speaker === 'unknown' ? 'common:unknownSpeaker' : `common:${speaker}`)}
              </Checkbox>
            </span>
          ))}
        </FilterSection>
        <FilterSection title={t('time')}>
          <TimeField />
        </FilterSection>
        <FilterSections filter={filter} change={change} facets={facets.data} parts={parts} counted={false} />
      </div>
      <div className={panel.foot}>
        <Button look="ghost" disabled={!narrowed} onClick={() => ask({ speakers: [], time: undefined, filter: {} })}>
          {t('reset')}
        </Button>
      </div>
    </aside>
  );
}
