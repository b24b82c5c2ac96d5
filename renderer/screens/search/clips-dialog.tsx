import { useState } from 'react';
import { CLIPS_AT_ONCE, type SearchQuery } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { go } from '../../app/navigation.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './dialogs.module.css';
import { useSearch } from './search-store.ts';

/** Makes clips for training of the ticked sentences, or of all that was found; can be undone. */
export function ClipsDialog({ query, onClose }: { query: SearchQuery; onClose: () => void }) {
  const { t } = useTranslation(['search', 'common']);
  const language = useLanguage();
  const selected = useSearch((state) => state.selected);
  const [kind, setKind] = useState<'good' | 'bad'>('bad');
  const [busy, setBusy] = useState(false);
  const chosen = [...selected].slice(0, CLIPS_AT_ONCE);
  const fail = (error: unknown) => toast(describeError(error, language), { tone: 'error' });
  const undo = (ids: string[]) => api.training.removeClips({ ids }).then(() => toast(t('clipsUndone')), fail);
  const make = async () => {
    setBusy(true);
    try {
      const { ids, left } = await api.search.makeClips({
        query,
        kind,
        ...(chosen.length > 0 ? { segmentIds: chosen } : {}),
      });
      useSearch.setState({ selected: new Set() });
      onClose();
      go('clips');
      toast(t(left || selected.size > chosen.length ? 'clipsMadeOf' : 'clipsMade', { n: ids.length }), {
        ms: 10_000,
        ...(ids.length > 0 ? { action: { label: t('common:undo'), run: () => void undo(ids) } } : {}),
      });
    } catch (error) {
      fail(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t('clipsTitle')}
      width={440}
      closeLabel={t('common:close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" data-autofocus disabled={busy} onClick={() => void make()}>
            {t('clipsMake')}
          </Button>
        </>
      }
    >
      <p>{chosen.length > 0 ? t('clipsChosen', { n: chosen.length }) : t('clipsAll', { n: CLIPS_AT_ONCE })}</p>
      <div className={styles.choice}>
        <span>{t('clipsKind')}</span>
        <Segmented
          label={t('clipsKind')}
          value={kind}
          options={(['bad', 'good'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={setKind}
        />
      </div>
    </Dialog>
  );
}
