/** The virtual table: a grid for the screen reader, one tab stop, arrow keys through the command registry. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RecordingSort } from '../../../core/contract/index.ts';
import { openReview, setQuery, useNavigation } from '../../app/navigation.ts';
import { useSettings } from '../../app/settings.ts';
import { useCommand } from '../../commands/dispatcher.ts';
import { hideNumbers } from '../../i18n/hide-numbers.ts';
import { useTranslation } from '../../i18n/index.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type Column, columns, defaultColumns } from './columns.tsx';
import { useLibrary } from './library-store.ts';
import styles from './recordings-table.module.css';
import { useRecordingPages } from './use-recording-pages.ts';

const ROW_HEIGHT = 32;

export function useShownColumns(): readonly Column[] {
  const chosen = useSettings((settings) => settings.libraryColumns);
  return useMemo(() => {
    const ids: readonly string[] = chosen.length > 0 ? chosen : defaultColumns;
    return columns.filter((column) => ids.includes(column.id));
  }, [chosen]);
}

export function RecordingsTable() {
  const { t } = useTranslation('library');
  const query = useNavigation((state) => state.query);
  const zone = useSettings((settings) => settings.timeZone);
  const { index: current, selected } = useLibrary();
  const shown = useShownColumns();
  const scroller = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const pages = useRecordingPages(query, range.first, range.last);
  const virtual = useVirtualizer({
    count: pages.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    onChange: ({ range: seen }) => {
      if (seen && (seen.startIndex !== range.first || seen.endIndex !== range.last))
        setRange({ first: seen.startIndex, last: seen.endIndex });
    },
  });
  const items = virtual.getVirtualItems();
  const currentRow = pages.row(current);

  useEffect(() => {
    useLibrary.setState({ row: currentRow, total: pages.total });
  }, [currentRow, pages.total]);

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(pages.total - 1, index));
    useLibrary.setState({ index: next });
    virtual.scrollToIndex(next);
  };
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
  const any = pages.total > 0;
  // Another list begins at its top; the same one, come back to, stands where it was left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scroller follows the list, not the virtualizer's identity
  useEffect(() => {
    const { index, query: before } = useLibrary.getState();
    const next = before === null || before === query ? index : 0;
    useLibrary.setState({ index: next, query });
    virtual.scrollToIndex(next);
  }, [query, any]);
  useCommand('list.up', () => moveTo(current - 1), any);
  useCommand('list.down', () => moveTo(current + 1), any);
  useCommand('list.page-up', () => moveTo(current - page), any);
  useCommand('list.page-down', () => moveTo(current + page), any);
  useCommand('list.first', () => moveTo(0), any);
  useCommand('list.last', () => moveTo(pages.total - 1), any);
  useCommand('list.open', () => currentRow && openReview(currentRow.id), currentRow !== null);

  const template = `24px ${shown.map((column) => column.width).join(' ')}`;
  const sortBy = (by: RecordingSort['by']) =>
    setQuery({
      sort: {
        by,
        descending:
          query.sort.by === by ? !query.sort.descending : by === 'startedAt' || by === 'score' || by === 'findings',
      },
    });
  const loaded = items.map((item) => pages.row(item.index)).filter((row) => row !== null);
  const allSelected = loaded.length > 0 && loaded.every((row) => selected.has(row.id));

  return (
    <div
      className={styles.table}
      role="grid"
      aria-label={t('title')}
      aria-rowcount={pages.total + 1}
      tabIndex={0}
      aria-activedescendant={currentRow ? `row-${current}` : undefined}
    >
      <div className={styles.head} role="row" style={{ gridTemplateColumns: template }}>
        <span role="columnheader">
          <Checkbox
            bare
            checked={allSelected}
            mixed={!allSelected && selected.size > 0}
            onChange={(on) => useLibrary.setState({ selected: on ? new Set(loaded.map((row) => row.id)) : new Set() })}
          >
            {t('selectAll')}
          </Checkbox>
        </span>
        {shown.map(({ id, sort, end }) => {
          const active = sort !== undefined && query.sort.by === sort;
          return (
            <span
              key={id}
              role="columnheader"
              title={t(`column.${id}`)}
              className={end ? styles.end : undefined}
              aria-sort={active ? (query.sort.descending ? 'descending' : 'ascending') : undefined}
            >
              {sort ? (
                <button
                  type="button"
                  className={active ? styles.sorted : undefined}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => sortBy(sort)}
                >
                  {t(`column.${id}`)}
                  {active && <Icon name={query.sort.descending ? 'down' : 'up'} size={12} />}
                </button>
              ) : (
                t(`column.${id}`)
              )}
            </span>
          );
        })}
      </div>
      <div ref={scroller} className={styles.body} role="rowgroup">
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const row = pages.row(item.index);
            const classes = [styles.row, item.index === current && styles.current].filter(Boolean).join(' ');
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys go through the command registry
              <div
                key={item.key}
                id={`row-${item.index}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={item.index === current}
                className={classes}
                style={{ gridTemplateColumns: template, transform: `translateY(${item.start}px)` }}
                onClick={() => useLibrary.setState({ index: item.index })}
                onDoubleClick={() => row && openReview(row.id)}
              >
                {row && (
                  <>
                    <span role="gridcell">
                      <Checkbox
                        bare
                        checked={selected.has(row.id)}
                        onChange={(on) => useLibrary.getState().select(row.id, on)}
                      >
                        {t('selectRow', { file: hideNumbers(row.file) })}
                      </Checkbox>
                    </span>
                    {shown.map((column) => (
                      <span key={column.id} role="gridcell" className={column.end ? styles.end : undefined}>
                        {column.cell(row, zone)}
                      </span>
                    ))}
                  </>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
