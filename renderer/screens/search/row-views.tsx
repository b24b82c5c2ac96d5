import type { SearchCall, SearchHit } from '../../../core/contract/index.ts';
import { useSettings } from '../../app/settings.ts';
import { clock, dateTime } from '../../i18n/format.ts';
import { hideNumbers } from '../../i18n/hide-numbers.ts';
import { useTranslation } from '../../i18n/index.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/tag.tsx';
import { MarkedText } from './marked-text.tsx';
import styles from './results.module.css';
import { tick, useSearch } from './search-store.ts';

export function CallRow({ call: { recording, hitCount } }: { call: SearchCall }) {
  const { t } = useTranslation(['search', 'common']);
  const zone = useSettings((settings) => settings.timeZone);
  const { startedAt, direction, reviewState } = recording;
  return (
    <span role="gridcell" className={styles.callHead} title={hideNumbers(recording.file)}>
      <b>{[recording.agentId, recording.agentName].filter(Boolean).join(' ') || t('unknownAgent')}</b>
      {recording.team && <span>{recording.team}</span>}
      <span>{startedAt === null ? hideNumbers(recording.file) : dateTime(startedAt, zone)}</span>
      {direction && <span>{t(`common:${direction}`)}</span>}
      {recording.phoneMasked && <span>{recording.phoneMasked}</span>}
      {recording.durationMs !== null && <span>{clock(recording.durationMs)}</span>}
      <i className={styles.gap} />
      {reviewState !== 'none' && <Tag tone="line">{t(`common:reviewState.${reviewState}`)}</Tag>}
      <span className={styles.dim}>{t('hitsOfCall', { n: hitCount })}</span>
    </span>
  );
}

export function HitRow({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation(['search', 'common']);
  const selected = useSearch((state) => state.selected.has(hit.segmentId));
  const time = clock(hit.start * 1000);
  const who = (speaker: SearchHit['speaker']) =>
    t(speaker === 'unknown' ? 'common:unknownSpeaker' : `common:${speaker}`);
  const beside = (sentence: SearchHit['before'], place: 'before' | 'after') =>
    sentence && (
      <span className={`${styles.beside} ${styles[place]}`} title={sentence.text}>
        {who(sentence.speaker)}：{sentence.text}
      </span>
    );
  return (
    <>
      <span role="gridcell" className={styles.tick}>
        <Checkbox bare checked={selected} onChange={(on) => tick(hit.segmentId, on)}>
          {t('selectHit', { time })}
        </Checkbox>
      </span>
      <span role="gridcell" className={styles.time}>
        {time}
      </span>
      <span role="gridcell" className={styles.said}>
        {beside(hit.before, 'before')}
        <span className={styles.sentence}>
          <span className={`${styles.who} ${styles[hit.speaker]}`}>{who(hit.speaker)}</span>
          <MarkedText text={hit.text} marks={hit.marks} />
        </span>
        {beside(hit.after, 'after')}
      </span>
    </>
  );
}

export function MoreRow({ left }: { left: number }) {
  const { t } = useTranslation('search');
  return (
    <span role="gridcell" className={styles.unfold}>
      <Icon name="down" size={12} />
      {t('moreHits', { n: left })}
    </span>
  );
}
