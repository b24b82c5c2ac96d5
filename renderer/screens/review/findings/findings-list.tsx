import { create } from 'zustand';
import { clock } from '../../../i18n/format.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Shape } from '../../../ui/shape.tsx';
import { useT } from '../use-t.ts';
import { chooseItem, listenFrom } from '../work/cursor.ts';
import { openCount } from '../work/open-count.ts';
import { selectMarks, useWork } from '../work/work-store.ts';
import { FindingCard } from './finding-card.tsx';
import styles from './findings.module.css';
import { bySeverity, callMarks, type FindingMark, openMarks, passedMarks, questionMarks, undecided } from './marks.ts';

const useShown = create<{ show: 'all' | 'open' }>(() => ({ show: 'all' }));

/** All findings, or only those that nobody handled yet. */
export function FindingsFilter() {
  const t = useT();
  const open = useWork(openCount);
  const some = useWork((work) => openMarks(selectMarks(work)).length > 0);
  const show = useShown((shown) => shown.show);
  if (!some) return null;
  return (
    <Segmented
      label={t('findings.show')}
      value={show}
      options={[
        { value: 'all', label: t('findings.all') },
        { value: 'open', label: t('findings.open', { n: open }) },
      ]}
      onChange={(value) => useShown.setState({ show: value })}
    />
  );
}

/** What the machine found, gravest first; below it what it checked and found in order. */
export function FindingsList() {
  const t = useT();
  const marks = useWork(selectMarks);
  const show = useShown((shown) => shown.show);
  const listed = bySeverity(show === 'all' ? openMarks(marks) : undecided(marks));
  const passed = passedMarks(marks);
  const questions = questionMarks(marks);
  const noted = callMarks(marks);
  return (
    <>
      {openMarks(marks).length > 0 ? (
        <ul aria-label={t('findings.title')}>
          {listed.map((mark) => (
            <FindingCard key={mark.finding.id} mark={mark} />
          ))}
        </ul>
      ) : (
        <div className={styles.nothing}>
          <NothingOpen judged={marks.length > 0} />
        </div>
      )}
      {noted.length > 0 && <Others title={t('findings.marked')} marks={noted} />}
      {passed.length > 0 && <Others title={t('findings.passed')} marks={passed} />}
      {questions.length > 0 && <Others title={t('findings.question')} marks={questions} />}
    </>
  );
}

/** Nothing to decide is only in order where something was checked; else what is missing is said. */
function NothingOpen({ judged }: { judged: boolean }) {
  const t = useT();
  const transcript = useWork((work) => work.recording?.hasTranscript ?? true);
  if (!judged)
    return (
      <EmptyState icon="info" title={t('findings.notAnalysed')}>
        {t('findings.notAnalysedHint')}
      </EmptyState>
    );
  if (!transcript) return <EmptyState icon="info" title={t('findings.noTranscript')} />;
  return <EmptyState icon="check" title={t('findings.none')} />;
}

/** Results without a decision to take, two by two; a press listens, or shows the checklist item. */
function Others({ title, marks }: { title: string; marks: readonly FindingMark[] }) {
  const t = useT();
  const text = useBilingual();
  return (
    <>
      <h3 className={styles.sub}>
        {title}
        <span className={styles.count}>{marks.length}</span>
      </h3>
      <ul className={styles.others}>
        {marks.map(({ finding, shape, span, itemId }) => (
          <li key={finding.id}>
            <button
              type="button"
              title={text(finding.reason)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                if (itemId) chooseItem(itemId);
                if (span) listenFrom(span.start);
              }}
            >
              <Shape kind={shape} size={10} />
              <span>{text(finding.title)}</span>
              <em>{span ? clock(span.start * 1000) : finding.verdict === 'met' ? t('findings.noPlace') : ''}</em>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
