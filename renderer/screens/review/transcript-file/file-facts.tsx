import type { TranscriptPreview } from '../../../../core/contract/index.ts';
import { clock } from '../../../i18n/format.ts';
import { useTranslation } from '../../../i18n/index.ts';
import styles from './transcript-file.module.css';

const formats = [
  'json',
  'json-whisper-cpp',
  'json-sentences',
  'vtt',
  'srt',
  'ttml',
  'ass',
  'lrc',
  'textgrid',
  'elan',
  'ctm',
  'labels',
  'segments',
  'csv',
  'txt',
] as const;

/** What kind of file it is, how much it holds, and from when to when. */
export function FileFacts({ preview }: { preview: TranscriptPreview }) {
  const { t } = useTranslation('transcriptFile');
  const { encoding, sentences, from, to, recordingSeconds } = preview;
  const format = formats.find((one) => one === preview.format);
  const length = recordingSeconds === null ? null : clock(recordingSeconds * 1000);
  const facts = [
    [t('recognised'), format ? t(`format.${format}`) : preview.format],
    [t('encoding'), encoding.toUpperCase()],
    [t('sentences'), String(sentences)],
    [
      t('range'),
      [`${clock(from * 1000)} – ${clock(to * 1000)}`, length && t('ofRecording', { length })].filter(Boolean).join(' '),
    ],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function FirstRows({ preview: { rows } }: { preview: TranscriptPreview }) {
  const { t } = useTranslation('transcriptFile');
  return (
    <section>
      <h3>{t('rows')}</h3>
      <div className={styles.rows} tabIndex={0} role="region" aria-label={t('rows')}>
        <table>
          <thead className="visually-hidden">
            <tr>
              <th>{t('time')}</th>
              <th>{t('voices')}</th>
              <th>{t('text')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ speaker, start, text }, index) => (
              <tr key={index}>
                <td className={styles.time}>{clock(start * 1000)}</td>
                <td className={styles[speaker]}>{t(`who.${speaker}`)}</td>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
