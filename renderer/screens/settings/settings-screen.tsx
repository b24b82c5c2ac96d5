import { useState } from 'react';
import { useTranslation } from '../../i18n/index.ts';
import { KeyboardPage } from './keyboard-page.tsx';
import { LibraryPage } from './library-page.tsx';
import { PersonPage } from './person-page.tsx';
import { ReviewPage } from './review-page.tsx';
import styles from './settings-screen.module.css';

const pages = { person: PersonPage, review: ReviewPage, keys: KeyboardPage, library: LibraryPage } as const;
type PageId = keyof typeof pages;
const pageIds = Object.keys(pages) as PageId[];

export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const [current, setCurrent] = useState<PageId>('person');
  const Page = pages[current];
  return (
    <div className={styles.screen}>
      <nav className={styles.pages} aria-label={t('title')}>
        <h1>{t('title')}</h1>
        {pageIds.map((id) => (
          <button
            key={id}
            type="button"
            aria-current={id === current ? 'page' : undefined}
            className={id === current ? styles.current : undefined}
            onClick={() => setCurrent(id)}
          >
            {t(`page.${id}`)}
          </button>
        ))}
      </nav>
      <div className={styles.content}>
        <Page />
      </div>
    </div>
  );
}
