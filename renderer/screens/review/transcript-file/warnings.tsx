import type { TranscriptWarning } from '../../../../core/contract/index.ts';
import { clock } from '../../../i18n/format.ts';
import { useTranslation } from '../../../i18n/index.ts';
import { Icon } from '../../../ui/icon.tsx';
import styles from './transcript-file.module.css';

/** What is odd about the file; none of it forbids taking it. */
export function Warnings({ warnings }: { warnings: readonly TranscriptWarning[] }) {
  const { t } = useTranslation('transcriptFile');
  const text = (warning: TranscriptWarning): string => {
    switch (warning.code) {
      case 'BEYOND_END': {
        const over = clock(warning.seconds * 1000);
        const { sentences } = warning;
        return sentences > 0 ? t('warning.BEYOND_END', { sentences, over }) : t('warning.tail', { over });
      }
      case 'BEFORE_START':
      case 'UNKNOWN_SPEAKERS':
        return t(`warning.${warning.code}`, { sentences: warning.sentences });
      case 'ONE_SPEAKER':
        return t('warning.ONE_SPEAKER', { speaker: t(`who.${warning.speaker}`) });
      default:
        return t(`warning.${warning.code}`);
    }
  };
  if (warnings.length === 0) return null;
  return (
    <ul className={styles.warnings} role="alert">
      {warnings.map((warning) => (
        <li key={warning.code}>
          <Icon name="warning" size={14} />
          {text(warning)}
        </li>
      ))}
    </ul>
  );
}
