import { useState } from 'react';
import { clock } from '../../../i18n/format.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Shape } from '../../../ui/shape.tsx';
import { useT } from '../use-t.ts';
import { listenFrom } from '../work/cursor.ts';
import { openCount } from '../work/open-count.ts';
import { selectMarks, useWork } from '../work/work-store.ts';
import { FindingCard } from './finding-card.tsx';
import styles from './findings.module.css';
import { bySeverity, openMarks, undecided } from './marks.ts';

/** What the machine found, gravest first; below it what it checked and found in order. */
export function FindingsList() {
  const t = useT();
  const marks = useWork(selectMarks);
  const open = useWork(openCount);
  const [show, setShow] = useState<'all' | 'open'>('all');
  const listed = bySeverity(show === 'all' ? openMarks(marks) : undecided(marks));
  const passed = marks.filter(({ number }) => number === null);
  return (
    <>
      {openMarks(marks).length > 0 ? (
        <>
          <div className={styles.filter}>
            <Segmented
              label={t('findings.show')}
              value={show}
              options={[
                { value: 'all', label: t('findings.all') },
                { value: 'open', label: t('findings.open', { n: open }) },
              ]}
              onChange={setShow}
            />
          </div>
          <ul aria-label={t('findings.title')}>
            {listed.map((mark) => (
              <FindingCard key={mark.finding.id} mark={mark} />
            ))}
          </ul>
        </>
      ) : (
        <div className={styles.nothing}>
          <EmptyState icon="check" title={t('findings.none')}>
            {passed.length === 0 && t('findings.noneHint')}
          </EmptyState>
        </div>
      )}
      {passed.length > 0 && <Passed />}
    </>
  );
}

function Passed() {
  const t = useT();
  const text = useBilingual();
  const passed = useWork(selectMarks).filter(({ number }) => number === null);
  return (
    <>
      <h3 className={styles.sub}>
        {t('findings.passed')}
        <span className={styles.count}>{passed.length}</span>
      </h3>
      <ul className={styles.passedList}>
        {passed.map(({ finding, span }) => (
          <li key={finding.id} title={text(finding.reason)}>
            <Shape kind="pass" size={10} />
            <span>{text(finding.title)}</span>
            {span ? (
              <button
                type="button"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => listenFrom(span.start)}
              >
                {clock(span.start * 1000)}
              </button>
            ) : (
              <em>{t('findings.noPlace')}</em>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
