import type { ReactNode } from 'react';
import { agentSideText, type Party, sidesOpen } from '../../../../core/contract/index.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { Button, CommandButton } from '../../../ui/button.tsx';
import { toggleMute } from '../player/player.ts';
import { usePlayer } from '../player/player-store.ts';
import { useT } from '../use-t.ts';
import { useWork } from '../work/work-store.ts';
import styles from './waveform.module.css';

/** Name of a lane and its mute; null = both voices in one lane. */
export function LaneGutter({ party }: { party: Party | null }) {
  const t = useT();
  const recording = useWork((work) => work.recording);
  const muted = usePlayer((player) => party !== null && player.muted[party]);
  if (party === null)
    return (
      <div className={`${styles.gutter} ${styles.laneGutter} ${styles.agentEdge} ${styles.rowMixed}`}>
        <div>
          <b>{t('wave.mixed')}</b>
          <span>{t('wave.mixedHint')}</span>
        </div>
      </div>
    );
  const lane = t(`common:${party}`);
  const who =
    party === 'agent'
      ? [recording?.agentName, recording?.agentId].filter(Boolean).join(' ')
      : recording?.phoneMasked && t('wave.tail', { n: recording.phoneMasked.slice(-4) });
  return (
    <div className={`${styles.gutter} ${styles.laneGutter} ${styles[`${party}Edge`]}`}>
      <div>
        <b>{sidesOpen(recording?.agentChannelFrom ?? null) ? t('wave.perhaps', { lane }) : lane}</b>
        {who && <span title={who}>{who}</span>}
      </div>
      {party === 'agent' && <SwapSides />}
      <Button
        small
        look="ghost"
        icon={muted ? 'muted' : 'speaker'}
        iconOnly
        on={muted}
        onClick={() => toggleMute(party)}
      >
        {t(muted ? 'wave.unmute' : 'wave.mute', { lane })}
      </Button>
    </div>
  );
}

/** Says how it is known whose lane is whose, and swaps them. */
function SwapSides() {
  const t = useT();
  const text = useBilingual();
  const recording = useWork((work) => work.recording);
  if (!recording) return null;
  const side = text(agentSideText(recording.agentChannel, recording.agentChannelFrom));
  return (
    <CommandButton
      command="call.swap-sides"
      small
      look="ghost"
      icon="swap"
      iconOnly
      tip={t('wave.sides', { side, swap: t('common:sides.swap') })}
    >
      {t('common:sides.swap')}
    </CommandButton>
  );
}

export function TrackGutter({
  children,
  count,
  className,
}: {
  children?: ReactNode;
  count?: number;
  className: string | undefined;
}) {
  return (
    <div className={`${styles.gutter} ${className}`}>
      {children}
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </div>
  );
}
