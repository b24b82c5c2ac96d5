import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, describeError } from '../../api.ts';
import { go, openReview, useNavigation } from '../../app/navigation.ts';
import { useLanguage } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { usePeaks } from './use-call.ts';
import { useT } from './use-t.ts';
import { Workbench } from './workbench.tsx';

/** The call that was chosen; without one, the newest draft or the first call that waits. */
export function ReviewScreen() {
  const recordingId = useNavigation((navigation) => navigation.recordingId);
  return recordingId === null ? <ChooseCall /> : <OpenCall key={recordingId} recordingId={recordingId} />;
}

function ChooseCall() {
  const t = useT();
  const query = useNavigation((navigation) => navigation.query);
  const { data } = useQuery({
    queryKey: ['recordings', 'to-review', query],
    queryFn: async () => {
      const waiting = (states: ('draft' | 'none')[]) =>
        api.recordings.ids({ filter: { ...query.filter, reviewStates: states }, sort: query.sort });
      const [draft] = await api.reviews.list({ states: ['draft'], limit: 1 });
      return draft?.recordingId ?? (await waiting(['none']))[0] ?? null;
    },
  });
  useEffect(() => {
    if (data) openReview(data);
  }, [data]);
  if (data !== null) return null;
  return (
    <EmptyState
      icon="review"
      title={t('empty.title')}
      actions={
        <Button look="primary" icon="library" onClick={() => go('library')}>
          {t('empty.toLibrary')}
        </Button>
      }
    >
      {t('empty.hint')}
    </EmptyState>
  );
}

function OpenCall({ recordingId }: { recordingId: string }) {
  const t = useT();
  const language = useLanguage();
  const recording = useQuery({
    queryKey: ['recordings', 'get', recordingId],
    queryFn: () => api.recordings.get({ id: recordingId }),
  });
  const review = useQuery({
    queryKey: ['reviews', 'open', recordingId],
    queryFn: () => api.reviews.open({ recordingId }),
  });
  usePeaks(recording.data);
  // What was read once stays on the screen while the core is away.
  if (recording.data && review.data) return <Workbench recording={recording.data} review={review.data} />;
  const error = recording.error ?? review.error;
  if (error)
    return (
      <EmptyState
        icon="warning"
        title={t('empty.failed')}
        actions={<Button onClick={() => go('library')}>{t('empty.toLibrary')}</Button>}
      >
        {describeError(error, language)}
      </EmptyState>
    );
  return null;
}
