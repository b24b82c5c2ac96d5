import type { Speaker, TranscriptVoice } from '../../../../core/contract/index.ts';
import { hideNumbers } from '../../../i18n/hide-numbers.ts';
import { useTranslation } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import styles from './transcript-file.module.css';

const swapped: Record<Speaker, Speaker> = { agent: 'customer', customer: 'agent', unknown: 'unknown' };

interface VoiceListProps {
  voices: readonly TranscriptVoice[];
  /** @param changed speakers by the voice's key */
  onChange: (changed: Record<string, Speaker>) => void;
}

/** Every voice of the file with whom it was taken for; a click says otherwise. */
export function VoiceList({ voices, onChange }: VoiceListProps) {
  const { t } = useTranslation('transcriptFile');
  const nameOf = ({ label, channel }: TranscriptVoice) =>
    label !== null ? hideNumbers(label) : channel === null ? t('noLabel') : t('channel', { n: channel });
  const options = (['agent', 'customer', 'unknown'] as const).map((value) => ({
    value,
    label: t(`who.${value}`),
  }));
  return (
    <section>
      <h3>
        {t('voices')}
        <Button
          small
          icon="loop"
          disabled={voices.every(({ speaker }) => speaker === 'unknown')}
          onClick={() => onChange(Object.fromEntries(voices.map(({ key, speaker }) => [key, swapped[speaker]])))}
        >
          {t('swap')}
        </Button>
      </h3>
      <ul className={styles.voices}>
        {voices.map((voice) => (
          <li key={voice.key}>
            <b title={nameOf(voice)}>{nameOf(voice)}</b>
            <span className={styles.dim}>{t('voiceCount', { n: voice.sentences })}</span>
            <span className={styles.sample} title={voice.sample}>
              {voice.sample}
            </span>
            <Segmented
              label={t('whose', { voice: nameOf(voice) })}
              value={voice.speaker}
              options={options}
              onChange={(speaker) => onChange({ [voice.key]: speaker })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
