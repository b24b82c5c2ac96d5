/** The wave block: lanes, tracks, ruler, overview. Time runs from left to right in the column between the gutters. */
import { useMemo, useRef } from 'react';
import type { Party } from '../../../../core/contract/index.ts';
import { isSeparated, usePlayer } from '../player/player-store.ts';
import { useRows } from '../transcript/use-rows.ts';
import { useT } from '../use-t.ts';
import { selectMarks, useWork } from '../work/work-store.ts';
import { CommentsTrack } from './comments-track.tsx';
import { FindingsTrack } from './findings-track.tsx';
import { LaneGutter, TrackGutter } from './gutter.tsx';
import { type Hold, holdsOf } from './holds.ts';
import { LaneOverlays } from './lane-overlays.tsx';
import { Minimap } from './minimap.tsx';
import { Playhead } from './playhead.tsx';
import { Ruler } from './ruler.tsx';
import { SelectionFrame } from './selection-frame.tsx';
import { usePlayedWidth } from './use-playhead.ts';
import { usePlotPointer } from './use-plot-pointer.ts';
import { useViewFollow } from './use-view-follow.ts';
import { WaveCanvas } from './wave-canvas.tsx';
import { useWave } from './wave-store.ts';
import styles from './waveform.module.css';

export function Waveform() {
  const t = useT();
  const rows = useRows();
  const marks = useWork(selectMarks);
  const comments = useWork((work) => work.review?.comments.length ?? 0);
  const separated = usePlayer(isSeparated);
  const state = useWave((wave) => wave.state);
  const holds = useMemo(() => holdsOf(rows, marks), [rows, marks]);
  const plot = useRef<HTMLDivElement>(null);
  usePlotPointer(plot);
  useViewFollow();
  return (
    <section className={styles.wave} aria-label={t('wave.label')}>
      <div className={styles.tracks} data-mono={separated ? undefined : ''}>
        {separated ? (
          <>
            <LaneGutter party="agent" />
            <LaneGutter party="customer" />
          </>
        ) : (
          <LaneGutter party={null} />
        )}
        <TrackGutter className={styles.rowFindings} count={marks.filter(({ number }) => number !== null).length}>
          {t('wave.findings')}
        </TrackGutter>
        <TrackGutter className={styles.rowComments} count={comments}>
          {t('wave.comments')}
        </TrackGutter>
        <TrackGutter className={styles.rowRuler} />
        <div className={styles.ground} aria-hidden="true">
          {(separated ? (['agent', 'customer'] as const) : (['mixed'] as const)).map((lane) => (
            <i key={lane} className={styles[lane]} />
          ))}
        </div>
        <div ref={plot} className={styles.plot} data-pane="waveform">
          <LaneOverlays holds={holds} />
          {separated ? (
            <>
              <Lane party="agent" holds={holds} />
              <Lane party="customer" holds={holds} />
            </>
          ) : (
            <Lane party={null} holds={holds} />
          )}
          {state === 'none' && <p className={styles.notice}>{t('wave.none')}</p>}
          <Ruler />
        </div>
        <FindingsTrack />
        <CommentsTrack />
        <div className={styles.over}>
          <SelectionFrame />
          <Playhead />
        </div>
      </div>
      <Minimap holds={holds} />
    </section>
  );
}

/** Drawn twice, as played and as still ahead; the playhead only moves the edge between the two. */
function Lane({ party, holds }: { party: Party | null; holds: readonly Hold[] }) {
  const peaks = useWave((wave) => wave.peaks);
  const view = useWave((wave) => wave.view);
  const agentChannel = usePlayer((player) => player.agentChannel) ?? 0;
  const played = useRef<HTMLDivElement>(null);
  usePlayedWidth(played);
  const sounding = useMemo(() => holds.filter(({ sound }) => sound === 'hold'), [holds]);
  if (!peaks) return <div className={styles.lane} />;
  const channel = party === null ? null : party === 'agent' ? agentChannel : 1 - agentChannel;
  const colour = `--${party ?? 'agent'}`;
  return (
    <div className={styles.lane}>
      <WaveCanvas {...{ peaks, channel, view }} colour={`${colour}-ahead`} holds={sounding} />
      <div ref={played} className={styles.played}>
        <WaveCanvas {...{ peaks, channel, view }} colour={colour} holds={sounding} />
      </div>
    </div>
  );
}
