/** The table's columns: what each shows, how wide, by what it sorts. */
import type { ReactNode } from 'react';
import { type RecordingRow, type RecordingSort, remarkText } from '../../../core/contract/index.ts';
import { clock, points, shortDateTime } from '../../i18n/format.ts';
import { hideNumbers } from '../../i18n/hide-numbers.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Icon } from '../../ui/icon.tsx';
import { Shape } from '../../ui/shape.tsx';
import { Tag, type TagTone } from '../../ui/tag.tsx';
import styles from './columns.module.css';

export type ColumnId =
  | 'startedAt'
  | 'agent'
  | 'team'
  | 'direction'
  | 'phone'
  | 'duration'
  | 'business'
  | 'findings'
  | 'state'
  | 'score'
  | 'file'
  | 'hangup'
  | 'ring'
  | 'codec'
  | 'transcript';

export interface Column {
  id: ColumnId;
  /** CSS grid track. */
  width: string;
  sort?: RecordingSort['by'];
  end?: boolean;
  cell: (row: RecordingRow, zone: string) => ReactNode;
}

export const columns: readonly Column[] = [
  {
    id: 'startedAt',
    width: 'minmax(80px, 0.9fr)',
    sort: 'startedAt',
    cell: (row, zone) => (row.startedAt === null ? '—' : shortDateTime(row.startedAt, zone)),
  },
  {
    id: 'agent',
    width: 'minmax(68px, 1fr)',
    sort: 'agent',
    cell: (row) => [row.agentId, row.agentName].filter(Boolean).join(' ') || '—',
  },
  { id: 'team', width: 'minmax(48px, 0.6fr)', sort: 'team', cell: (row) => row.team ?? '—' },
  { id: 'direction', width: '34px', cell: (row) => <DirectionCell direction={row.direction} /> },
  { id: 'phone', width: 'minmax(80px, 0.9fr)', cell: (row) => row.phoneMasked ?? '—' },
  {
    id: 'duration',
    width: '46px',
    sort: 'duration',
    end: true,
    cell: (row) => (row.durationMs === null ? '—' : clock(row.durationMs)),
  },
  { id: 'business', width: 'minmax(56px, 0.8fr)', sort: 'business', cell: (row) => row.business ?? '—' },
  { id: 'findings', width: 'minmax(100px, 1.2fr)', sort: 'findings', cell: (row) => <FindingsAndRemarks row={row} /> },
  { id: 'state', width: '68px', cell: (row) => <StateCell row={row} /> },
  { id: 'score', width: '44px', sort: 'score', end: true, cell: (row) => <ScoreCell row={row} /> },
  { id: 'file', width: 'minmax(120px, 1.6fr)', sort: 'file', cell: (row) => hideNumbers(row.file) },
  { id: 'hangup', width: '68px', cell: (row) => <PartyCell party={row.hangupBy} /> },
  { id: 'ring', width: '60px', end: true, cell: (row) => <RingCell seconds={row.ringSeconds} /> },
  { id: 'codec', width: '76px', cell: (row) => row.codec ?? '—' },
  { id: 'transcript', width: '64px', cell: (row) => (row.hasTranscript ? <Icon name="check" /> : '—') },
];

export const defaultColumns: readonly ColumnId[] = [
  'startedAt',
  'agent',
  'team',
  'direction',
  'phone',
  'duration',
  'business',
  'findings',
  'state',
  'score',
];

function DirectionCell({ direction }: { direction: RecordingRow['direction'] }) {
  const { t } = useTranslation();
  if (direction === null) return '—';
  return (
    <span role="img" aria-label={t(direction)} title={t(direction)} className={styles.dim}>
      <Icon name={direction} size={14} />
    </span>
  );
}

function PartyCell({ party }: { party: RecordingRow['hangupBy'] }) {
  const { t } = useTranslation();
  return party === null ? '—' : t(party);
}

function RingCell({ seconds }: { seconds: number | null }) {
  const { t } = useTranslation();
  return seconds === null ? '—' : t('seconds', { n: seconds });
}

function FindingsAndRemarks({ row }: { row: RecordingRow }) {
  return (
    <>
      <RemarkMark row={row} />
      <FindingsCell row={row} />
    </>
  );
}

/** A quiet sign that something is to be known about the recording; the sentence is its tooltip. */
function RemarkMark({ row }: { row: RecordingRow }) {
  const language = useLanguage();
  if (row.remarks.length === 0) return null;
  const text = row.remarks.map((remark) => hideNumbers(remarkText(remark, language))).join('\n');
  return (
    <span role="img" aria-label={text} title={text} className={styles.remark}>
      <Icon name="warning" size={14} />
    </span>
  );
}

/** Counts by severity, each with its shape; a mark is no fault. */
export function FindingsCell({ row }: { row: RecordingRow }) {
  const { t } = useTranslation(['library', 'common']);
  if (row.status === 'imported') return <span className={styles.dim}>{t('notAnalysed')}</span>;
  const kinds = (['fatal', 'serious', 'minor', 'unknown'] as const).filter((kind) => row.findings[kind] > 0);
  return (
    <>
      {kinds.length === 0 && (
        <span className={styles.pair}>
          <Shape kind="pass" />
          {t('noFindings')}
        </span>
      )}
      {kinds.map((kind) => (
        <span key={kind} className={styles.pair} title={t(`common:severity.${kind}`)}>
          <Shape kind={kind} />
          {row.findings[kind]}
        </span>
      ))}
      {row.findings.mark > 0 && (
        <span
          role="img"
          className={styles.pair}
          title={t('common:severity.mark')}
          aria-label={t('common:severity.mark')}
        >
          <Shape kind="mark" />
        </span>
      )}
    </>
  );
}

const tones: Record<RecordingRow['reviewState'], TagTone> = {
  none: 'line',
  draft: 'accent',
  submitted: 'pass',
  skipped: 'unknown',
};

export function StateCell({ row }: { row: RecordingRow }) {
  const { t } = useTranslation();
  return <Tag tone={tones[row.reviewState]}>{t(`reviewState.${row.reviewState}`)}</Tag>;
}

function ScoreCell({ row }: { row: RecordingRow }) {
  if (row.score === null) return '';
  return (
    <b className={row.passed === false ? styles.failed : row.reviewState === 'draft' ? styles.draft : undefined}>
      {points(row.score)}
    </b>
  );
}
