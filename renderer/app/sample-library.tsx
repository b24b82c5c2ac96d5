/** Says in the title that the samples are shown and not the house's calls, and leads from one library to the other. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { libraryAt, samplesPath } from '../../core/contract/index.ts';
import { api } from '../api.ts';
import { run, useCommand } from '../commands/dispatcher.ts';
import { useTranslation } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './sample-library.module.css';

/** The page shows the library of its address. */
const atSamples = libraryAt(location.pathname).library === 'samples';

export function SampleLibrary() {
  const { t } = useTranslation();
  const info = useQuery({ queryKey: ['app', 'info'], queryFn: () => api.app.info() });
  // One that was opened by its folder shows samples at any address, and leads nowhere.
  const samples = atSamples || (info.data?.samples ?? false);
  useCommand('file.samples', () => location.assign(samplesPath), info.data !== undefined && !samples);
  useCommand('file.own-library', () => location.assign('/'), atSamples);
  const name = samples ? `${t('sampleLibrary.name')} · ${t('appName')}` : t('appName');
  useEffect(() => {
    document.title = name;
  }, [name]);
  if (!samples) return null;
  return (
    <span className={styles.badge} title={t('sampleLibrary.hint')}>
      <Icon name="star" size={14} />
      <span>{t('sampleLibrary.name')}</span>
      {atSamples && (
        <Button small look="ghost" onClick={() => run('file.own-library')}>
          {t('sampleLibrary.back')}
        </Button>
      )}
    </span>
  );
}
