import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { figureText, type RecordingFilter } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { swapSides } from '../../app/agent-side.ts';
import { askForCallFacts } from '../../app/call-facts/correct-calls.ts';
import { confirm } from '../../app/confirm.tsx';
import { setQuery, useNavigation } from '../../app/navigation.ts';
import { run, useCommand } from '../../commands/dispatcher.ts';
import { useKeyLabel } from '../../commands/use-key-label.ts';
import { clock } from '../../i18n/format.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { BrowseFooter, BrowsePanes, BrowseScreen } from '../../ui/browse.tsx';
import { Button, CommandButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { ImportBanner } from '../import/import-banner.tsx';
import { redoLast, remember, undoLast, useActs } from './acts.ts';
import { ColumnPicker } from './column-picker.tsx';
import { FilterPanel } from './filter-panel.tsx';
import styles from './library-screen.module.css';
import { useLibrary } from './library-store.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { RecordingsTable } from './recordings-table.tsx';
import { ScopeBar } from './scope/scope-bar.tsx';
import { TranscribeButton } from './transcribe-button.tsx';
import { useExportList } from './use-export-list.ts';
import { useRecordingPages } from './use-recording-pages.ts';

export function LibraryScreen() {
  const { t } = useTranslation('library');
  const language = useLanguage();
  const query = useNavigation((state) => state.query);
  const pages = useRecordingPages(query, 0, 0);
  const unfiltered = Object.keys(query.filter).length === 0;
  const exportList = useExportList();
  useCommand('file.export', () => void exportList(), pages.total > 0);
  useRemoval();
  return (
    <BrowseScreen>
      <LibraryToolbar />
      <ImportBanner />
      {pages.error ? (
        <EmptyState icon="warning" title={t('loadFailed')}>
          {describeError(pages.error, language)}
        </EmptyState>
      ) : unfiltered && pages.total === 0 && !pages.loading ? (
        <FirstRun />
      ) : (
        <BrowsePanes
          filters={<FilterPanel />}
          preview={<PreviewPanel />}
          words={{ filters: t('filters'), preview: t('player') }}
        >
          <ScopeBar total={pages.total} />
          {pages.total === 0 && !pages.loading ? (
            <EmptyState
              icon="filter"
              title={t('nothingTitle')}
              actions={<Button onClick={() => setQuery({ filter: {} })}>{t('clear')}</Button>}
            >
              {t('nothingText')}
            </EmptyState>
          ) : (
            <RecordingsTable />
          )}
          <Footer total={pages.total} durationMs={pages.totalDurationMs} />
        </BrowsePanes>
      )}
    </BrowseScreen>
  );
}

type View = 'all' | 'pending' | 'fatal';
const views: Record<View, RecordingFilter> = {
  all: {},
  pending: { reviewStates: ['none', 'draft'] },
  fatal: { findings: ['fatal'] },
};

function LibraryToolbar() {
  const { t } = useTranslation('library');
  const filter = useNavigation((state) => state.query.filter);
  const [text, setText] = useState(filter.q ?? '');
  const field = useRef<HTMLInputElement>(null);
  useCommand('edit.find', () => field.current?.select());
  useEffect(() => setText(filter.q ?? ''), [filter.q]);
  const search = (q: string) => {
    const { q: _, ...rest } = useNavigation.getState().query.filter;
    setQuery({ filter: q.trim() === '' ? rest : { ...rest, q: q.trim() } });
  };
  // Typing asks once it rests, so that each letter of a pinyin word is not a search.
  useEffect(() => {
    if (text.trim() === (filter.q ?? '')) return;
    const timer = setTimeout(() => search(text), 250);
    return () => clearTimeout(timer);
  });
  const counts = useQuery({
    queryKey: ['recordings', 'views'],
    queryFn: () =>
      Promise.all(
        (['pending', 'fatal'] as const).map(
          async (view) =>
            (
              await api.recordings.list({
                filter: views[view],
                sort: { by: 'startedAt', descending: true },
                offset: 0,
                limit: 1,
              })
            ).total,
        ),
      ),
  });
  const active =
    (Object.keys(views) as View[]).find(
      (view) => JSON.stringify(views[view]) === JSON.stringify({ ...filter, q: undefined }),
    ) ?? 'all';
  return (
    <Toolbar
      title={t('title')}
      end={
        <>
          <ColumnPicker />
          <CommandButton command="file.export" icon="export" showKey>
            {t('export')}
          </CommandButton>
          <TranscribeButton />
          <CommandButton command="file.import-folder" icon="folder" iconOnly>
            {t('importFolder')}
          </CommandButton>
          <CommandButton command="file.import" icon="import" look="primary" showKey>
            {t('importButton')}
          </CommandButton>
        </>
      }
    >
      <TextField
        inputRef={field}
        title={`${t('searchHint')}  ${useKeyLabel('edit.find')}`}
        icon="search"
        className={styles.search}
        placeholder={t('searchHint')}
        aria-label={t('searchHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          if (event.key === 'Enter') search(text);
          if (event.key === 'Escape') {
            search('');
            field.current?.blur();
          }
        }}
      />
      <Segmented
        label={t('filters')}
        value={active}
        options={[
          { value: 'all', label: t('view.all') },
          { value: 'pending', label: `${t('view.pending')} ${counts.data?.[0] ?? ''}`.trim() },
          { value: 'fatal', label: `${t('view.fatal')} ${counts.data?.[1] ?? ''}`.trim() },
        ]}
        onChange={(view) => setQuery({ filter: views[view] })}
      />
    </Toolbar>
  );
}

function FirstRun() {
  const { t } = useTranslation('library');
  return (
    <EmptyState
      icon="library"
      title={t('emptyTitle')}
      actions={
        <>
          <CommandButton command="file.import" icon="import" look="primary" showKey>
            {t('importButton')}
          </CommandButton>
          <CommandButton command="file.import-folder" icon="folder" showKey>
            {t('importFolder')}
          </CommandButton>
          <Button icon="star" onClick={() => run('file.samples')}>
            {t('samples')}
          </Button>
        </>
      }
    >
      {t('emptyText')}
    </EmptyState>
  );
}

function Footer({ total, durationMs }: { total: number; durationMs: number }) {
  const { t } = useTranslation('library');
  const { t: words } = useTranslation('transcription');
  const language = useLanguage();
  const { t: facts } = useTranslation('callFacts');
  const selected = useLibrary((state) => state.selected.size);
  return (
    <BrowseFooter words={{ move: t('hintMove'), play: t('hintPlay'), open: t('hintReview') }}>
      <b title={figureText('listed', language)}>{t('total', { n: total.toLocaleString() })}</b>
      <span>{t('totalHours', { time: clock(durationMs) })}</span>
      {selected > 0 && (
        <>
          <span>{t('selected', { n: selected })}</span>
          <CommandButton command="file.transcribe" small icon="transcribe">
            {words('start.buttonCount', { n: selected })}
          </CommandButton>
          <CommandButton command="call.correct" small icon="edit">
            {facts('title')}
          </CommandButton>
          <CommandButton command="list.remove" small icon="trash" iconOnly>
            {t('removeTitle', { n: selected })}
          </CommandButton>
        </>
      )}
    </BrowseFooter>
  );
}

/** What is done to the ticked recordings, else to the one under the cursor. Taking out loses scores, so that asks. */
function useRemoval(): void {
  const { t } = useTranslation('library');
  const language = useLanguage();
  const client = useQueryClient();
  const { selected, row } = useLibrary();
  const ids = selected.size > 0 ? [...selected] : row ? [row.id] : [];
  const remove = async () => {
    const yes = await confirm({
      title: t('removeTitle', { n: ids.length }),
      text: t('removeText'),
      action: t('removeAction'),
    });
    if (!yes) return;
    try {
      const { removed } = await api.recordings.remove({ ids });
      useLibrary.setState({ selected: new Set() });
      await client.invalidateQueries({ queryKey: ['recordings'] });
      toast(t('removed', { n: removed }));
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };
  useCommand('list.remove', () => void remove(), ids.length > 0);
  useCommand('call.swap-sides', () => void swapSides(ids, { offerUndo: true }), ids.length > 0);
  const { done, undone } = useActs();
  useCommand('call.correct', () => askForCallFacts(ids, remember), ids.length > 0);
  useCommand('edit.undo', () => void undoLast(), done.length > 0);
  useCommand('edit.redo', () => void redoLast(), undone.length > 0);
}
