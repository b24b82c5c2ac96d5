/** The words of the call: virtual rows that follow the playhead until the reader scrolls away. */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { setFollowing } from '../player/player.ts';
import { usePlayer } from '../player/player-store.ts';
import { overlap, union } from '../player/spans.ts';
import { useT } from '../use-t.ts';
import { useWork } from '../work/work-store.ts';
import { loseSentence, saveAndLeave } from './editing/edit-actions.ts';
import { EditHints } from './editing/edit-hints.tsx';
import { isEditing, useEditing } from './editing/editing-store.ts';
import { OriginalView } from './editing/original-view.tsx';
import { useFind } from './find-store.ts';
import { needsScroll } from './follow.ts';
import { NoTranscript } from './no-transcript.tsx';
import { EventRow, PauseRow, SegmentRow } from './row-views.tsx';
import { type Row, rowAt } from './rows.ts';
import styles from './transcript.module.css';
import { useFollow } from './use-follow.ts';
import { useRows } from './use-rows.ts';

/** A sentence counts as heard from this share of its time. */
const HEARD_SHARE = 0.6;

export function TranscriptPane() {
  const t = useT();
  const rows = useRows();
  const scroller = useRef<HTMLDivElement>(null);
  const active = usePlayer((player) => rowAt(rows, player.time));
  const heard = useHeardRows(rows);
  const open = useOpenRow(rows);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 34,
    getItemKey: (index) => rows[index]!.key,
    overscan: 10,
    // The open sentence stays where it is however far the reader scrolls.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return open < 0 || shown.includes(open) ? shown : [...shown, open].sort((a, b) => a - b);
    },
  });
  const { away, comeBack } = useFollow(scroller, virtual, rows, active);
  // The lines around the open sentence are in sight too.
  useEffect(() => {
    const { scrollTop: top, clientHeight: bottom } = scroller.current ?? { scrollTop: 0, clientHeight: 0 };
    const item = virtual.measurementsCache[open];
    const line = item && { top: item.start - top, bottom: item.end - top };
    if (open >= 0 && (!line || needsScroll(line, { top: 0, bottom }))) virtual.scrollToIndex(open, { align: 'center' });
  }, [open, virtual]);
  useShowMatch(rows, (index) => virtual.scrollToIndex(index, { align: 'center' }));
  const hours = usePlayer((player) => player.duration >= 3600);
  const hasTranscript = useWork((work) => work.transcript !== null);
  const original = useEditing((editing) => editing.original);
  if (!hasTranscript) return <NoTranscript />;
  if (original) return <OriginalView />;
  return (
    <>
      <div className={styles.holder}>
        <div
          ref={scroller}
          className={styles.scroller}
          tabIndex={0}
          role="group"
          aria-label={t('transcript.title')}
          data-pane="transcript"
          data-pane-start="transcript"
        >
          <ol className={styles.list} data-hours={hours || undefined} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, key, start }) => {
              const row = rows[index]!;
              const state = index === active ? 'now' : heard[index] ? 'heard' : 'ahead';
              return (
                <li
                  key={key}
                  ref={virtual.measureElement}
                  data-index={index}
                  className={styles.item}
                  style={{ transform: `translateY(${start}px)` }}
                  aria-current={index === active || undefined}
                >
                  {row.kind === 'segment' ? (
                    <SegmentRow row={row} state={state} />
                  ) : row.kind === 'pause' ? (
                    <PauseRow row={row} state={state} />
                  ) : (
                    <EventRow row={row} />
                  )}
                </li>
              );
            })}
          </ol>
        </div>
        {away && (
          <button
            type="button"
            className={styles.pill}
            onMouseDown={(event) => event.preventDefault()}
            onClick={comeBack}
          >
            {t('transcript.backToPlayhead')}
            <Icon name={away} size={14} />
          </button>
        )}
      </div>
      <EditHints />
    </>
  );
}

/** The row whose sentence is being corrected; −1: none. */
function useOpenRow(rows: readonly Row[]): number {
  const sentence = useEditing((editing) => editing.sentence);
  const busy = useEditing((editing) => editing.busy);
  useEffect(() => saveAndLeave, []);
  const open = rows.findIndex((row) => row.kind === 'segment' && row.segment.id === sentence);
  // A merge that is under way tells itself where it goes on.
  const gone = sentence !== null && open < 0 && !busy;
  useEffect(() => {
    if (gone) loseSentence();
  }, [gone]);
  return open;
}

function useHeardRows(rows: readonly Row[]): boolean[] {
  const saved = useWork((work) => work.review?.heard);
  const fresh = usePlayer((player) => player.heard);
  // Of the spans heard just now only whole seconds matter here.
  const until = Math.floor(fresh.reduce((sum, { start, end }) => sum + end - start, 0));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `until` stands for `fresh`, which changes every frame
  return useMemo(() => {
    const heard = union([...(saved ?? []), ...fresh]);
    return rows.map(
      (row) =>
        row.end > row.start &&
        heard.reduce((sum, span) => sum + overlap(span, row), 0) >= (row.end - row.start) * HEARD_SHARE,
    );
  }, [rows, saved, until]);
}

/** Shows the current search hit; the playhead stays where it is and following pauses. */
function useShowMatch(rows: readonly Row[], show: (index: number) => void): void {
  const match = useFind((find) => find.matches[find.current]);
  const place = match && `${match.segmentId} ${match.from}`;
  const latest = useRef({ show, rows, match });
  latest.current = { show, rows, match };
  useEffect(() => {
    // What is being corrected stays in sight.
    if (place === undefined || isEditing()) return;
    const { show, rows, match } = latest.current;
    setFollowing(false);
    const index = rows.findIndex((row) => row.kind === 'segment' && row.segment.id === match?.segmentId);
    if (index >= 0) show(index);
  }, [place]);
}
