import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, describeError } from '../../api.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { BrowseFooter, BrowsePanes, BrowseScreen } from '../../ui/browse.tsx';
import { Button, CommandButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { HitPreview } from './hit-preview.tsx';
import { QueryField } from './query-field.tsx';
import { ResultsHead } from './results-head.tsx';
import { ResultsList } from './results-list.tsx';
import { SearchPanel } from './search-panel.tsx';
import styles from './search-screen.module.css';
import { ask, isNarrowed, useSearch } from './search-store.ts';
import { SyntaxHelp } from './syntax-help.tsx';
import { useSearchQuery } from './use-query.ts';
import { useResultCommands } from './use-result-commands.tsx';
import { type Results, useResults } from './use-results.ts';

export function SearchScreen() {
  const query = useSearchQuery();
  const results = useResults(query);
  const dialogs = useResultCommands(query, results);
  const { t } = useTranslation('search');
  const [syntax, setSyntax] = useState(false);
  return (
    <BrowseScreen>
      <SearchToolbar any={results.rows.length > 0} syntax={syntax} onSyntax={() => setSyntax(!syntax)} />
      <BrowsePanes
        filters={<SearchPanel />}
        preview={<HitPreview results={results} query={query} />}
        words={{ filters: t('panel'), preview: t('preview') }}
      >
        {syntax && query !== null && (
          <div className={styles.syntax}>
            <SyntaxHelp />
          </div>
        )}
        <ResultsArea results={results} asked={query !== null} />
      </BrowsePanes>
      {dialogs}
    </BrowseScreen>
  );
}

function SearchToolbar({ any, syntax, onSyntax }: { any: boolean; syntax: boolean; onSyntax: () => void }) {
  const { t } = useTranslation('search');
  const { text, scope } = useSearch();
  return (
    <Toolbar
      title={t('title')}
      end={
        <>
          <CommandButton command="search.save" icon="star" disabled={text.trim() === ''}>
            {t('save')}
          </CommandButton>
          <CommandButton command="search.clips" icon="clips" disabled={!any}>
            {t('clips')}
          </CommandButton>
          <CommandButton command="search.queue" icon="review" look="primary" disabled={!any} showKey>
            {t('queue')}
          </CommandButton>
        </>
      }
    >
      <QueryField />
      <Segmented
        label={t('scopeLabel')}
        value={scope}
        options={(['sentence', 'call'] as const).map((value) => ({ value, label: t(`scope.${value}`) }))}
        onChange={(value) => ask({ scope: value })}
      />
      {text.trim() !== '' && (
        <Button look="ghost" on={syntax} onClick={onSyntax}>
          {t('syntax')}
        </Button>
      )}
    </Toolbar>
  );
}

function ResultsArea({ results, asked }: { results: Results; asked: boolean }) {
  const { t } = useTranslation(['search', 'common']);
  const language = useLanguage();
  const narrowed = useSearch(isNarrowed);
  const onlyExcluded = useSearch(({ text }) => /^[-－−]/.test(text.trim()) && !/\s[^-－−\s]/.test(text.trim()));
  const library = useQuery({ queryKey: ['app', 'info'], queryFn: () => api.app.info() });
  if (!asked)
    return (
      <EmptyState icon="search" title={t('emptyTitle')}>
        {library.data?.recordings === 0 ? t('noTranscripts') : <SyntaxHelp />}
      </EmptyState>
    );
  if (results.error)
    return (
      <EmptyState
        icon="warning"
        title={t('failed')}
        actions={<Button onClick={results.retry}>{t('common:retry')}</Button>}
      >
        {describeError(results.error, language)}
      </EmptyState>
    );
  const nothing = results.ended && results.rows.length === 0 && !results.searching;
  return (
    <>
      <ResultsHead results={results} />
      {nothing ? (
        <EmptyState
          icon="search"
          title={t('nothingTitle')}
          actions={
            narrowed && <Button onClick={() => ask({ speakers: [], time: undefined, filter: {} })}>{t('reset')}</Button>
          }
        >
          {onlyExcluded ? t('onlyExcluded') : t('nothingText')}
        </EmptyState>
      ) : (
        <ResultsList results={results} />
      )}
      <BrowseFooter words={{ move: t('hintMove'), play: t('hintPlay'), open: t('hintReview') }} />
    </>
  );
}
