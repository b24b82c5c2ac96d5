import type { Span } from '../../../../core/contract/index.ts';
import { useCommand } from '../../../commands/dispatcher.ts';
import { useKeyLabel } from '../../../commands/use-key-label.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { Button, CommandButton } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Tip } from '../../../ui/tip.tsx';
import { openMarks } from '../findings/marks.ts';
import { useLayout } from '../layout.ts';
import type { Lane } from '../player/lane-gains.ts';
import {
  nextLane,
  RATE_RANGE,
  RATE_STEP,
  seekBy,
  selectEdge,
  setFollowing,
  setLane,
  setRate,
  toggleLoop,
  togglePlay,
  toggleRate,
  toggleSkipSilence,
} from '../player/player.ts';
import { isSeparated, usePlayer } from '../player/player-store.ts';
import { contains } from '../player/spans.ts';
import { useEditing } from '../transcript/editing/editing-store.ts';
import { sentenceBy } from '../transcript/editing/sentences-around.ts';
import { useT } from '../use-t.ts';
import { zoomFraction } from '../waveform/viewport.ts';
import { fit, useWave, zoomBy, zoomToFraction } from '../waveform/wave-store.ts';
import { movePoint, playheadTime } from '../work/cursor.ts';
import { selectMarks, useWork } from '../work/work-store.ts';
import { GoToTime } from './go-to-time.tsx';
import { goToSentence } from './sentences.ts';
import styles from './transport.module.css';

export function Transport() {
  const t = useT();
  usePlayCommands();
  return (
    <div className={styles.transport} role="toolbar" aria-label={t('play.label')}>
      <CommandButton
        command="play.back"
        look="ghost"
        icon="back"
        showKey
        tip={t('play.backLabel')}
        aria-label={t('play.backLabel')}
      >
        {t('play.back')}
      </CommandButton>
      <PlayButton />
      <CommandButton
        command="play.forward"
        look="ghost"
        icon="forward"
        showKey
        tip={t('play.forwardLabel')}
        aria-label={t('play.forwardLabel')}
      >
        {t('play.back')}
      </CommandButton>
      <GoToTime />
      <i className={styles.divider} />
      <PointStepper />
      <i className={styles.divider} />
      <Rate />
      <i className={styles.divider} />
      <Toggles />
      <i className={styles.gap} />
      <Lanes />
      <i className={`${styles.divider} ${styles.spare}`} />
      <Zoom />
    </div>
  );
}

function usePlayCommands(): void {
  const canPlay = usePlayer((player) => !player.failed);
  useCommand('play.toggle', togglePlay, canPlay);
  useCommand('play.back', () => seekBy(-3));
  useCommand('play.forward', () => seekBy(3));
  useCommand('play.back-10', () => seekBy(-10));
  useCommand('play.forward-10', () => seekBy(10));
  useCommand('play.previous-sentence', () => goToSentence(-1));
  useCommand('play.next-sentence', () => goToSentence(1));
  useCommand('play.next-finding', () => movePoint(1));
  useCommand('play.previous-finding', () => movePoint(-1));
  useCommand('play.slower', () => setRate(usePlayer.getState().rate - RATE_STEP));
  useCommand('play.faster', () => setRate(usePlayer.getState().rate + RATE_STEP));
  useCommand('play.normal-speed', toggleRate);
  useCommand('play.skip-silence', toggleSkipSilence);
  useCommand('play.lane', nextLane, usePlayer(isSeparated));
  useCommand('play.follow', () => setFollowing(!usePlayer.getState().following));
  useCommand('play.select-start', () => selectEdge('start', playheadTime()));
  useCommand('play.select-end', () => selectEdge('end', playheadTime()));
  useCommand('play.loop', () => toggleLoop(sentenceToLoop()));
  useCommand('view.zoom-in-wave', () => zoomBy(1.6));
  useCommand('view.zoom-out-wave', () => zoomBy(1 / 1.6));
  useCommand('view.fit-wave', fit);
}

/** The sentence that is being corrected, else the one that is heard. */
function sentenceToLoop(): Span | null {
  const { transcript } = useWork.getState();
  const open = sentenceBy(transcript, useEditing.getState().sentence);
  return open ?? transcript?.segments.findLast((segment) => contains(segment, playheadTime())) ?? null;
}

function PlayButton() {
  const t = useT();
  const playing = usePlayer((player) => player.playing);
  const failed = usePlayer((player) => player.failed);
  return (
    <CommandButton
      command="play.toggle"
      look="primary"
      icon={playing ? 'pause' : 'play'}
      showKey
      disabled={failed}
      className={styles.play}
    >
      {t(playing ? 'play.pause' : 'play.play')}
    </CommandButton>
  );
}

function PointStepper() {
  const t = useT();
  const marks = openMarks(useWork(selectMarks));
  const pointId = useWork((work) => work.pointId);
  const current = marks.find(({ finding }) => finding.id === pointId);
  const previousKey = useKeyLabel('play.previous-finding');
  const nextKey = useKeyLabel('play.next-finding');
  return (
    <>
      <Tip text={t('play.previousPoint')} kbd={previousKey}>
        <Button
          look="ghost"
          icon="left"
          kbd={previousKey}
          aria-label={t('play.previousPoint')}
          onClick={() => movePoint(-1)}
        />
      </Tip>
      <span className={styles.points}>
        {t('play.point')} <b>{current?.number ?? '–'}</b> / {marks.length}
      </span>
      <Tip text={t('play.nextPoint')} kbd={nextKey}>
        <Button
          look="ghost"
          aria-label={t('play.nextPoint')}
          onClick={() => movePoint(1)}
          className={styles.keyFirst}
          icon="right"
          kbd={nextKey}
        />
      </Tip>
    </>
  );
}

function Rate() {
  const t = useT();
  const rate = usePlayer((player) => player.rate);
  return (
    <>
      <CommandButton command="play.slower" look="ghost" icon="minus" iconOnly disabled={rate <= RATE_RANGE[0]}>
        {t('play.slower')}
      </CommandButton>
      <output className={styles.rate} aria-label={t('play.rate', { n: rate })}>
        {rate}×
      </output>
      <CommandButton command="play.faster" look="ghost" icon="plus" iconOnly disabled={rate >= RATE_RANGE[1]}>
        {t('play.faster')}
      </CommandButton>
    </>
  );
}

function Toggles() {
  const t = useT();
  const skipSilence = usePlayer((player) => player.skipSilence);
  const loop = usePlayer((player) => player.loop);
  const following = usePlayer((player) => player.following);
  const layout = useLayout();
  // English words are longer: icons alone come earlier.
  const narrow = useLanguage() === 'en' ? !layout.spacious : layout.narrow;
  const showKey = layout.roomy && !narrow;
  const toggles = [
    ['play.skip-silence', 'silence', skipSilence, t('play.skipSilence'), false],
    ['play.loop', 'loop', loop, t('play.loop'), showKey],
    ['play.follow', 'follow', following, t('play.follow'), showKey],
  ] as const;
  return toggles.map(([command, icon, on, label, key]) => (
    <CommandButton key={command} command={command} look="ghost" icon={icon} on={on} iconOnly={narrow} showKey={key}>
      {label}
    </CommandButton>
  ));
}

function Lanes() {
  const t = useT();
  const lane = usePlayer((player) => player.lane);
  const separated = usePlayer(isSeparated);
  const key = useKeyLabel('play.lane');
  const options: { value: Lane; label: string }[] = [
    { value: 'agent', label: t('common:agent') },
    { value: 'both', label: t('play.both') },
    { value: 'customer', label: t('common:customer') },
  ];
  return (
    <Tip text={separated ? t('play.lane') : t('play.monoLane')} kbd={separated ? key : ''}>
      <span>
        {/* What is inert is not pointed at: the tooltip, which says why, is on the frame around it. */}
        <span className={styles.lanes} inert={!separated} data-off={separated ? undefined : ''}>
          <Segmented label={t('play.lane')} value={lane} options={options} onChange={setLane} />
        </span>
      </span>
    </Tip>
  );
}

function Zoom() {
  const t = useT();
  const duration = usePlayer((player) => Math.max(1, player.duration));
  const fraction = useWave((wave) => zoomFraction(wave.view, duration));
  return (
    <>
      <CommandButton command="view.zoom-out-wave" look="ghost" icon="minus" iconOnly className={styles.spare}>
        {t('play.zoomOut')}
      </CommandButton>
      <input
        type="range"
        className={styles.slider}
        aria-label={t('play.zoom')}
        min={0}
        max={1}
        step={0.01}
        value={fraction}
        data-own-keys="Left Right Up Down Home End PageUp PageDown"
        onChange={(event) => zoomToFraction(Number(event.target.value))}
        onPointerUp={(event) => event.currentTarget.blur()}
      />
      <CommandButton command="view.zoom-in-wave" look="ghost" icon="plus" iconOnly className={styles.spare}>
        {t('play.zoomIn')}
      </CommandButton>
      <CommandButton command="view.fit-wave" look="ghost" icon="fit" iconOnly>
        {t('play.fit')}
      </CommandButton>
    </>
  );
}
