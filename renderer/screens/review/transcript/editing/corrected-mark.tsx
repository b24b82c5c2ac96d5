import type { Segment } from '../../../../../core/contract/index.ts';
import { useSettings } from '../../../../app/settings.ts';
import { shortDateTime } from '../../../../i18n/format.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Tip } from '../../../../ui/tip.tsx';
import { useT } from '../../use-t.ts';
import styles from './editing.module.css';

/** A quiet mark behind a corrected sentence; its tooltip says how it came, and who touched it when. */
export function CorrectedMark({ segment }: { segment: Segment }) {
  const t = useT();
  const zone = useSettings((settings) => settings.timeZone);
  const { corrected } = segment;
  if (!corrected) return null;
  const who = (speaker: Segment['speaker']) => t(speaker === 'unknown' ? 'common:unknownSpeaker' : `common:${speaker}`);
  const original = corrected.original
    .map(({ speaker, text }) => (speaker === segment.speaker ? text : t('correct.said', { who: who(speaker), text })))
    .join(' / ');
  const text = t('correct.was', { original });
  const by = [corrected.by, shortDateTime(corrected.at, zone)].filter(Boolean).join(' ');
  return (
    <Tip text={`${text} · ${by}`}>
      <span className={styles.mark} role="img" aria-label={text}>
        <Icon name="edit" size={12} />
      </span>
    </Tip>
  );
}
