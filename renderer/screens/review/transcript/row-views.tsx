import { type MouseEvent, memo } from 'react';
import { clock } from '../../../i18n/format.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Shape } from '../../../ui/shape.tsx';
import { seek, setFollowing } from '../player/player.ts';
import { usePlayer } from '../player/player-store.ts';
import { overlap } from '../player/spans.ts';
import { silenceIcon, useSilenceName } from '../use-silence-name.ts';
import { useT } from '../use-t.ts';
import { goToPointById } from '../work/cursor.ts';
import { useWork } from '../work/work-store.ts';
import { CorrectedMark } from './editing/corrected-mark.tsx';
import { openSentence } from './editing/edit-actions.ts';
import { isEditing, useEditing } from './editing/editing-store.ts';
import { SentenceEditor } from './editing/sentence-editor.tsx';
import { SentenceMenu } from './editing/sentence-menu.tsx';
import { useFind } from './find-store.ts';
import { Gauge } from './gauge.tsx';
import { type Piece, pieces, type Row } from './rows.ts';
import { offsetAtTime, timeAtOffset, wordAround } from './text-position.ts';
import styles from './transcript.module.css';

type Kind<K extends Row['kind']> = Extract<Row, { kind: K }>;
type RowState = 'heard' | 'now' | 'ahead';

const goTo = (time: number) => {
  if (!isEditing()) setFollowing(true);
  seek(time);
};

export const SegmentRow = memo(function SegmentRow({ row, state }: { row: Kind<'segment'>; state: RowState }) {
  const { segment } = row;
  const open = useEditing((editing) => editing.sentence === segment.id);
  const click = (event: MouseEvent) => {
    // A press that selected words (to quote them) is no jump.
    if (window.getSelection()?.isCollapsed === false) return;
    const offset = offsetOfClick(event);
    // While sentences are corrected, a click goes on with this one.
    if (isEditing()) openSentence(segment.id, offset ?? undefined);
    goTo(offset === null ? segment.start : timeAtOffset(segment, offset));
  };
  const edit = (event: MouseEvent) => {
    window.getSelection()?.removeAllRanges();
    openSentence(segment.id, offsetOfClick(event) ?? undefined);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the time button in the row does the same by keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      className={styles.line}
      data-state={state}
      data-speaker={segment.speaker}
      onMouseDown={keepEditor}
      onClick={click}
      onDoubleClick={edit}
    >
      <TimeButton start={segment.start} state={state} />
      <span className={styles.role}>
        <SentenceMenu segment={segment} now={state === 'now'} />
      </span>
      {open ? (
        <SentenceEditor segment={segment} />
      ) : (
        <p className={styles.text}>
          {state === 'now' ? <CurrentText row={row} /> : <Pieces row={row} word={null} />}
          <CorrectedMark segment={segment} />
        </p>
      )}
      <Labels row={row} />
    </div>
  );
});

/** A press on another line leaves the focus in the text box: the click then moves it. */
const keepEditor = (event: MouseEvent) => {
  if (isEditing() && !(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
};

/** Only the current line looks at the playhead, and only when the word changes. */
function CurrentText({ row }: { row: Kind<'segment'> }) {
  const offset = usePlayer((player) => wordAround(row.segment.text, offsetAtTime(row.segment, player.time)).from);
  return <Pieces row={row} word={wordAround(row.segment.text, offset)} />;
}

function Pieces({ row, word }: { row: Kind<'segment'>; word: { from: number; to: number } | null }) {
  const { segment, hits } = row;
  const found = useFind((find) => find.matches).filter(({ segmentId }) => segmentId === segment.id);
  const current = useFind((find) => find.matches[find.current]);
  const cuts = [...found.flatMap(({ from, to }) => [from, to]), ...(word ? [word.from, word.to] : [])];
  return pieces(segment.text, hits, cuts).map((piece) => {
    const match = found.find(({ from, to }) => piece.from >= from && piece.from < to);
    return (
      <span
        key={piece.from}
        data-from={piece.from}
        className={[
          hitClass(piece),
          word && piece.from < word.from && styles.spoken,
          word && piece.from >= word.from && piece.from < word.to && styles.word,
          match && (match === current ? styles.matchNow : styles.match),
        ]
          .filter(Boolean)
          .join(' ')}
      >
        {piece.text}
      </span>
    );
  });
}

const hitClass = ({ mark }: Piece) =>
  mark && `${styles.hit} ${styles[mark.standing === 'dismissed' ? 'dismissed' : mark.shape]}`;

/** Character offset under the pointer; null beside the text. */
function offsetOfClick(event: MouseEvent): number | null {
  const place = document.caretPositionFromPoint(event.clientX, event.clientY);
  const from = place?.offsetNode.parentElement?.dataset.from;
  return place && from !== undefined ? Number(from) + place.offset : null;
}

function TimeButton({ start, state }: { start: number; state?: RowState }) {
  const t = useT();
  const time = clock(start * 1000);
  return (
    <button
      type="button"
      tabIndex={state === 'now' ? 0 : -1}
      className={styles.time}
      aria-label={t('transcript.seekTo', { time })}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation();
        goTo(start);
      }}
    >
      {state === 'ahead' && <i className={styles.unheard} title={t('transcript.unheard')} />}
      {time}
    </button>
  );
}

export const PauseRow = memo(function PauseRow({ row, state }: { row: Kind<'pause'>; state: RowState }) {
  const t = useT();
  const nameOf = useSilenceName();
  const seconds = row.end - row.start;
  const over = row.limit?.broken ?? false;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the time button in the row does the same by keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      className={styles.pause}
      data-state={state}
      data-over={over || undefined}
      data-sound={row.sound}
      onClick={() => goTo(row.start)}
    >
      <TimeButton start={row.start} state={state} />
      <div className={styles.pauseBox}>
        <Icon name={silenceIcon(row)} size={18} />
        <b>
          {nameOf(row)} {t('wave.seconds', { n: seconds.toFixed(1) })}
        </b>
        {row.limit && <Gauge seconds={seconds} limit={row.limit} />}
        <Labels row={row} />
      </div>
    </div>
  );
});

export const EventRow = memo(function EventRow({ row }: { row: Kind<'ring'> | Kind<'hangup'> }) {
  const t = useT();
  return (
    <div className={styles.event}>
      <TimeButton start={row.start} />
      <span className={styles.eventText}>
        <Icon name="phone" size={14} />
        {row.kind === 'ring'
          ? t('transcript.ring', { seconds: row.seconds, rings: row.rings })
          : t('transcript.hangup', { who: t(`common:${row.by}`) })}
      </span>
      <Labels row={row} />
    </div>
  );
});

/** Names of the findings of a row: a tick for what is in order, a numbered tag that jumps for the rest. */
function Labels({ row }: { row: Row }) {
  const { marks } = row;
  const t = useT();
  const text = useBilingual();
  const pointId = useWork((work) => work.pointId);
  if (marks.length === 0) return null;
  return (
    <span className={styles.labels}>
      {marks.map(({ finding, shape, number, standing }) =>
        number === null ? (
          <span key={finding.id} className={styles.passed} title={text(finding.reason)}>
            <Shape kind={shape} size={10} />
            <span>{text(finding.title)}</span>
          </span>
        ) : (
          <button
            key={finding.id}
            type="button"
            tabIndex={-1}
            className={`${styles.label} ${styles[standing === 'dismissed' ? 'dismissed' : shape]}`}
            aria-current={finding.id === pointId || undefined}
            title={text(finding.reason)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => {
              event.stopPropagation();
              goToPointById(finding.id, finding.evidence.find((evidence) => overlap(evidence, row) > 0)?.start);
            }}
          >
            <Shape kind={shape} size={10} />
            <b>{number}</b>
            <span>
              {standing === 'dismissed'
                ? t('transcript.dismissed', { title: text(finding.title) })
                : text(finding.title)}
            </span>
          </button>
        ),
      )}
    </span>
  );
}
