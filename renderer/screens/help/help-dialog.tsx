/** The help: a short guide, the keys, what every figure means, about, licences. Searched through all of them at once. */
import { type ReactNode, useRef, useState } from 'react';
import { keysOf, useKeySettings } from '../../commands/dispatcher.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AboutPage } from './about-page.tsx';
import { FiguresPage } from './figures-page.tsx';
import { GuidePage } from './guide-page.tsx';
import styles from './help.module.css';
import { closeHelp, type HelpPage, helpPages, openHelp } from './help-store.ts';
import { KeysPage } from './keys-page.tsx';
import { LicencesPage } from './licences-page.tsx';
import { type HelpFound, searchHelp } from './search-help.ts';

export function HelpDialog({ page }: { page: HelpPage }) {
  const { t } = useTranslation(['help', 'common']);
  const language = useLanguage();
  const settings = useKeySettings();
  const [text, setText] = useState('');
  const body = useRef<HTMLElement>(null);
  const searching = text.trim() !== '';
  const found = searchHelp(text, language, (id) => keysOf(id, settings));
  const show = (next: HelpPage) => {
    setText('');
    openHelp(next);
    body.current?.scrollTo(0, 0);
  };
  return (
    <Dialog
      title={t('title')}
      width={1000}
      closeLabel={t('common:close')}
      onClose={closeHelp}
      footer={<Button onClick={() => window.print()}>{t('print')}</Button>}
    >
      <div className={styles.help}>
        <nav className={styles.pages} aria-label={t('title')}>
          {helpPages.map((id) => (
            <button
              key={id}
              type="button"
              aria-current={!searching && id === page ? 'page' : undefined}
              onClick={() => show(id)}
            >
              {t(`page.${id}`)}
            </button>
          ))}
        </nav>
        <div className={styles.side}>
          <TextField
            icon="search"
            autoFocus
            className={styles.search}
            placeholder={t('search')}
            aria-label={t('search')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || event.keyCode === 229) return;
              // On to what was found, which the arrow keys then scroll.
              if (event.key === 'Enter' || event.key === 'ArrowDown') body.current?.focus();
            }}
          />
          <article ref={body} className={styles.body} tabIndex={0} data-paper aria-label={t(`page.${page}`)}>
            {searching ? <Results found={found} /> : pages[page](found)}
          </article>
        </div>
      </div>
    </Dialog>
  );
}

const pages: Record<HelpPage, (all: HelpFound) => ReactNode> = {
  guide: ({ sections }) => <GuidePage sections={sections} />,
  keys: ({ commands }) => <KeysPage commands={commands} />,
  figures: ({ groups }) => <FiguresPage groups={groups} />,
  about: () => <AboutPage />,
  licences: () => <LicencesPage />,
};

function Results({ found: { sections, commands, groups } }: { found: HelpFound }) {
  const { t } = useTranslation('help');
  if (sections.length + commands.length + groups.length === 0)
    return (
      <EmptyState icon="search" title={t('nothing')}>
        {t('nothingHint')}
      </EmptyState>
    );
  return (
    <>
      {commands.length > 0 && <KeysPage commands={commands} />}
      <GuidePage sections={sections} />
      <FiguresPage groups={groups} />
    </>
  );
}
