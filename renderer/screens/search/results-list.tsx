/** The virtual list of hits by call: a grid for the screen reader, one tab stop, arrow keys through the registry. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { openReview } from '../../app/navigation.ts';
import { useCommand } from '../../commands/dispatcher.ts';
import { useTranslation } from '../../i18n/index.ts';
import { remember } from './history.ts';
import { type ResultRow, stepFrom } from './result-rows.ts';
import styles from './results.module.css';
import { CallRow, HitRow, MoreRow } from './row-views.tsx';
import { expand, queryOf, useSearch } from './search-store.ts';
import type { Results } from './use-results.ts';

const HEIGHTS = { call: 36, hit: 72, more: 32 } as const;
/** Rows before the end at which the next page is fetched. */
const AHEAD = 12;

export function ResultsList({ results }: { results: Results }) {
  const { t } = useTranslation('search');
  const { rows, more } = results;
  const current = useSearch((state) => state.row);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHTS[rows[index]!.kind],
    getItemKey: (index) => rows[index]!.key,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length - AHEAD) more();
  });
  /** The row before the current one: what unfolds comes after it. */
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (rows.some(({ key }) => key === current)) before.current = stepFrom(rows, current, -1)?.key ?? null;
    else {
      const from = current?.startsWith('more-') ? before.current : null;
      useSearch.setState({ row: stepFrom(rows, from, 1)?.key ?? null });
    }
  }, [rows, current]);

  const stand = (row: ResultRow | null) => {
    if (!row) return;
    useSearch.setState({ row: row.key });
    const index = rows.indexOf(row);
    // The head of the call comes into view with its first sentence.
    virtual.scrollToIndex(rows[index - 1]?.kind === 'call' ? index - 1 : index);
    if (rows[index - 1]?.kind === 'call') virtual.scrollToIndex(index);
  };
  const move = (by: number) => stand(stepFrom(rows, current, by));
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / HEIGHTS.hit) - 1);
  const any = rows.length > 0;
  const row = rows.find(({ key }) => key === current) ?? null;
  useCommand('list.up', () => move(-1), any);
  useCommand('list.down', () => move(1), any);
  useCommand('list.page-up', () => move(-page), any);
  useCommand('list.page-down', () => move(page), any);
  useCommand('list.first', () => move(-rows.length), any);
  useCommand('list.last', () => move(rows.length), any);
  useCommand('list.open', () => row && openRow(row), row !== null);
  useCommand(
    'list.select-all',
    () =>
      useSearch.setState({
        selected: new Set(rows.flatMap((each) => (each.kind === 'hit' ? [each.hit.segmentId] : []))),
      }),
    any,
  );

  return (
    <div
      ref={scroller}
      className={styles.scroll}
      role="grid"
      aria-label={t('results')}
      aria-rowcount={results.ended ? rows.length : -1}
      tabIndex={0}
      aria-activedescendant={current && items.some((item) => item.key === current) ? current : undefined}
    >
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const each = rows[item.index]!;
          const classes = [styles.row, styles[each.kind], each.key === current && styles.current];
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys go through the command registry
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              id={each.key}
              role="row"
              aria-rowindex={item.index + 1}
              aria-selected={each.kind === 'call' ? undefined : each.key === current}
              className={classes.filter(Boolean).join(' ')}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => (each.kind === 'more' ? openRow(each) : each.kind === 'hit' && stand(each))}
              onDoubleClick={() => each.kind === 'hit' && openRow(each)}
            >
              {each.kind === 'call' ? (
                <CallRow call={each.call} />
              ) : each.kind === 'hit' ? (
                <HitRow hit={each.hit} />
              ) : (
                <MoreRow left={each.left} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** A sentence opens its call at that second; what is folded away unfolds. */
function openRow(row: ResultRow): void {
  if (row.kind === 'more') expand(row.call.recording.id);
  if (row.kind !== 'hit') return;
  const query = queryOf(useSearch.getState());
  if (query) remember(query);
  openReview(row.call.recording.id, row.hit.start);
}
