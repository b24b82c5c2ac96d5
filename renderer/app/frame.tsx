/** The window: title with menus, rail, the screen, status bar, and what lies over all of them. */
import { useEffect, useState } from 'react';
import { useCommand } from '../commands/dispatcher.ts';
import { host } from '../host.ts';
import { useLanguage, useTranslation } from '../i18n/index.ts';
import { openHelp } from '../screens/help/help-store.ts';
import { ClashDialog } from '../screens/review/transcript/editing/clash-dialog.tsx';
import { BackgroundJobs } from '../screens/transcription/background-jobs.tsx';
import { Mark } from '../ui/icon.tsx';
import { Toasts } from '../ui/toast.tsx';
import { CallFactsDialog } from './call-facts/call-facts-dialog.tsx';
import { CommandPalette } from './command-palette.tsx';
import { ConfirmDialog } from './confirm.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import styles from './frame.module.css';
import { Help } from './help.tsx';
import { ImportLauncher } from './import-launcher.tsx';
import { MenuBar, useNativeMenu } from './menu-bar.tsx';
import { go, useNavigation } from './navigation.ts';
import { Rail } from './rail.tsx';
import { SampleLibrary } from './sample-library.tsx';
import { fetchWorkbenchAhead, ScreenView } from './screen-view.tsx';
import { saveSettings, useSettings, useTheme } from './settings.ts';
import { StatusBar } from './status-bar.tsx';
import { useInterfaceZoom } from './zoom.ts';

export function Frame() {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme();
  const screen = useNavigation((state) => state.screen);
  const inspector = useSettings((settings) => settings.inspector);
  const [palette, setPalette] = useState(false);
  useCommand('view.review', () => go('review'));
  useCommand('view.library', () => go('library'));
  useCommand('view.search', () => go('search'));
  useCommand('view.trends', () => go('trends'));
  useCommand('view.reports', () => go('reports'));
  useCommand('view.clips', () => go('clips'));
  useCommand('view.rules', () => go('rules'));
  useCommand('file.settings', () => go('settings'));
  useCommand('view.language', () => void saveSettings({ language: language === 'zh' ? 'en' : 'zh' }));
  useCommand('view.theme', () => void saveSettings({ theme: theme === 'dark' ? 'light' : 'dark' }));
  useCommand('help.palette', () => setPalette(true));
  useCommand('help.guide', () => openHelp('guide'));
  useCommand('help.keys', () => openHelp('keys'));
  useCommand('help.figures', () => openHelp('figures'));
  useCommand('help.about', () => openHelp('about'));
  useCommand('help.licences', () => openHelp('licences'));
  useInterfaceZoom();
  useNativeMenu();
  useEffect(fetchWorkbenchAhead, []);
  return (
    <div className={styles.window}>
      <header className={styles.title}>
        <span className={styles.brand}>
          <Mark />
          <b>{t('appName')}</b>
        </span>
        {host.kind === 'web' && <MenuBar />}
        <button
          type="button"
          className={styles.palette}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setPalette(true)}
          title={t('palette.placeholder')}
        >
          <span>{t('palette.placeholder')}</span>
          <kbd>Ctrl+K</kbd>
        </button>
        <div className={styles.end}>
          <SampleLibrary />
          <button type="button" className={styles.who} onClick={() => go('settings')} title={t('inspector.hint')}>
            <span className={styles.avatar} aria-hidden="true">
              {(inspector || t('appName')).slice(0, 1)}
            </span>
            {inspector || t('inspector.unnamed')} · {t('inspector.role')}
          </button>
        </div>
      </header>
      <Rail />
      <main className={styles.main}>
        <ErrorBoundary key={screen}>
          <ScreenView id={screen} />
        </ErrorBoundary>
      </main>
      <StatusBar />
      <ImportLauncher />
      <BackgroundJobs />
      <ClashDialog />
      <CallFactsDialog />
      <ConfirmDialog />
      {palette && <CommandPalette onClose={() => setPalette(false)} />}
      <Help />
      <Toasts closeLabel={t('close')} />
    </div>
  );
}
