import type { ReactNode } from 'react';
import { openSettings, type SettingsPageId, useNavigation } from '../../app/navigation.ts';
import { useTranslation } from '../../i18n/index.ts';
import { ModelsPage } from '../transcription/models/models-page.tsx';
import { TranscriptionPage } from '../transcription/settings/transcription-page.tsx';
import { KeyboardPage } from './keyboard-page.tsx';
import { LibraryPage } from './library-page.tsx';
import { PersonPage } from './person-page.tsx';
import { ReviewPage } from './review-page.tsx';
import styles from './settings-screen.module.css';

const pages: Record<SettingsPageId, () => ReactNode> = {
  person: PersonPage,
  review: ReviewPage,
  transcription: TranscriptionPage,
  models: ModelsPage,
  keys: KeyboardPage,
  library: LibraryPage,
};
const pageIds = Object.keys(pages) as SettingsPageId[];

export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const current = useNavigation((state) => state.settingsPage);
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
            onClick={() => openSettings(id)}
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
