/** What can be done with what a search found: keep the search, review its calls, make clips of its sentences. */
import { type ReactNode, useState } from 'react';
import type { SearchQuery } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { openLibrary, openReview, type RecordingQuery, setQuery } from '../../app/navigation.ts';
import { useCommand } from '../../commands/dispatcher.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { toast } from '../../ui/toast.tsx';
import { ClipsDialog } from './clips-dialog.tsx';
import { remember } from './history.ts';
import { NameDialog } from './name-dialog.tsx';
import type { Results } from './use-results.ts';

/** @returns the dialog that is open */
export function useResultCommands(query: SearchQuery | null, results: Results): ReactNode {
  const { t } = useTranslation('search');
  const language = useLanguage();
  const [dialog, setDialog] = useState<'save' | 'clips' | null>(null);
  const any = query !== null && results.rows.length > 0;

  const startQueue = async (filter: SearchQuery) => {
    remember(filter);
    const queue: RecordingQuery = { filter, sort: { by: 'startedAt', descending: true } };
    try {
      const [all, pending] = await Promise.all([
        api.recordings.ids(queue),
        api.recordings.ids({ ...queue, filter: { ...filter, reviewStates: ['none', 'draft'] } }),
      ]);
      const first = pending[0];
      if (first === undefined) {
        toast(t('queueDone'));
        openLibrary(filter);
        return;
      }
      setQuery(queue);
      openReview(first);
      toast(t('queueStarted', { n: all.length }), {
        action: { label: t('toLibrary'), run: () => openLibrary(filter) },
      });
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };

  useCommand('search.save', () => setDialog('save'), query !== null);
  useCommand('search.clips', () => setDialog('clips'), any);
  useCommand('search.queue', () => query && void startQueue(query), any);

  if (!query || dialog === null) return null;
  const close = () => setDialog(null);
  if (dialog === 'clips') return <ClipsDialog query={query} onClose={close} />;
  return (
    <NameDialog
      title={t('saveTitle')}
      name={query.spoken.text}
      onClose={close}
      onName={async (name) => {
        await api.search.save({ name, query });
        remember(query);
        toast(t('savedDone', { name }));
      }}
    />
  );
}
