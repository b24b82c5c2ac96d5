import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedSearch } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { useKeyLabel } from '../../commands/use-key-label.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { FilterSection } from '../library/filter-sections.tsx';
import { NameDialog } from './name-dialog.tsx';
import { useQueryDetails } from './query-details.ts';
import styles from './saved-list.module.css';
import { askAgain } from './search-store.ts';
import { useSearchQuery } from './use-query.ts';

/** Searches kept under a name, each with how many calls it finds now. */
export function SavedList() {
  const { t } = useTranslation('search');
  const saveKey = useKeyLabel('search.save');
  const [renaming, setRenaming] = useState<SavedSearch | null>(null);
  const saved = useQuery({ queryKey: ['search', 'saved'], queryFn: () => api.search.saved() });
  return (
    <FilterSection title={t('saved')}>
      {saved.data?.length === 0 && <p className={styles.none}>{t('savedNone', { key: saveKey })}</p>}
      {saved.data?.map((one) => (
        <SavedRow key={one.id} saved={one} onRename={() => setRenaming(one)} />
      ))}
      {renaming && (
        <NameDialog
          title={t('renameTitle')}
          name={renaming.name}
          onClose={() => setRenaming(null)}
          onName={(name) => api.search.rename({ id: renaming.id, name }).then(() => undefined)}
        />
      )}
    </FilterSection>
  );
}

function SavedRow({ saved, onRename }: { saved: SavedSearch; onRename: () => void }) {
  const { t } = useTranslation(['search', 'common']);
  const language = useLanguage();
  const detailsOf = useQueryDetails();
  const asked = useSearchQuery();
  const found = useQuery({
    queryKey: ['search', 'count', saved.query],
    queryFn: async () => (await api.search.find({ query: saved.query, limit: 1, perCall: 1 })).total,
    staleTime: 60_000,
  });
  const total = found.data;
  const count = !total
    ? ''
    : total.calls === null
      ? `${total.hits.toLocaleString()}+`
      : `${total.calls.toLocaleString()}${total.atLeast ? '+' : ''}`;
  const remove = async () => {
    try {
      const removed = await api.search.remove({ id: saved.id });
      toast(t('removed', { name: saved.name }), {
        action: { label: t('common:undo'), run: () => void api.search.restore(removed) },
      });
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };
  const current = JSON.stringify(asked) === JSON.stringify(saved.query);
  const detail = [saved.query.spoken.text, detailsOf(saved.query)].filter(Boolean).join('  ');
  return (
    <div className={`${styles.saved} ${current ? styles.current : ''}`}>
      <button
        type="button"
        className={styles.name}
        title={`${saved.name}  ${detail}`}
        aria-current={current}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => askAgain(saved.query)}
      >
        {saved.name}
      </button>
      <span className={styles.actions}>
        <Button small look="ghost" icon="edit" iconOnly onClick={onRename}>
          {t('rename')}
        </Button>
        <Button small look="ghost" icon="trash" iconOnly onClick={() => void remove()}>
          {t('common:remove')}
        </Button>
      </span>
      <span className={styles.count}>
        {count && `${count} ${t(total?.calls === null ? 'unit.sentences' : 'common:calls')}`}
      </span>
    </div>
  );
}
