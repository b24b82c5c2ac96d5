import { useMemo } from 'react';
import { useCommand } from '../../../commands/dispatcher.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { useT } from '../use-t.ts';
import { answerOf, giveCount, openDraft } from '../work/actions.ts';
import { moveItem, pressDigit } from '../work/cursor.ts';
import { findItem, isDraft, useWork } from '../work/work-store.ts';
import styles from './checklist.module.css';
import { shortPoints } from './format-points.ts';
import { ItemRow } from './item-row.tsx';
import { quotedSelection } from './quoted-selection.ts';
import { isShown, showNext, useShowing } from './shown-items.ts';

/** The form: sections with their points, one row per item, the current one open. */
export function Checklist() {
  const t = useT();
  const text = useBilingual();
  const template = useWork((work) => work.template);
  const review = useWork((work) => work.review);
  const itemId = useWork((work) => work.itemId);
  const showing = useShowing((state) => state.showing);
  const editable = isDraft(review);
  useChecklistCommands(editable);
  const answers = useMemo(() => new Map(review?.answers.map((answer) => [answer.itemId, answer])), [review?.answers]);
  const lines = useMemo(() => new Map(review?.score.lines.map((line) => [line.itemId, line])), [review?.score]);
  if (!template || !review) return null;
  return (
    <div className={styles.items} data-pane="checklist">
      {template.sections.map((section) => {
        const sum = review.score.sections.find(({ sectionId }) => sectionId === section.id);
        const items = section.items.filter((item) => isShown(item, answers.get(item.id) ?? null, showing, itemId));
        if (items.length === 0) return null;
        return (
          <section key={section.id} aria-label={text(section.title)}>
            <h2 className={styles.section}>
              <b>{text(section.title)}</b>
              <span>
                {!sum?.applicable
                  ? t('score.sectionNa')
                  : template.mode === 'deduction'
                    ? t('score.sectionLost', { n: shortPoints(-sum.earned) })
                    : t('score.sectionPoints', {
                        earned: shortPoints(sum.earned),
                        possible: shortPoints(sum.possible),
                      })}
                {sum?.failed && ` · ${t('score.sectionFailed')}`}
              </span>
            </h2>
            {items.map((item) => (
              <ItemRow
                key={item.id}
                item={item}
                answer={answers.get(item.id) ?? null}
                line={lines.get(item.id) ?? null}
                current={item.id === itemId}
                editable={editable}
              />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function useChecklistCommands(editable: boolean): void {
  const item = useWork((work) => findItem(work.template, work.itemId));
  const counts = editable && item?.kind === 'count';
  const step = (by: number) => item && giveCount(item.id, (answerOf(item.id)?.count ?? 0) + by);
  useCommand('score.show', showNext);
  useCommand('score.up', () => moveItem(-1));
  useCommand('score.down', () => moveItem(1));
  // On a closed review the digits say why they do nothing.
  useCommand('score.option-1', () => pressDigit(1));
  useCommand('score.option-2', () => pressDigit(2));
  useCommand('score.option-3', () => pressDigit(3));
  useCommand('score.not-applicable', () => pressDigit(0));
  useCommand('score.count-4', () => pressDigit(4), counts);
  useCommand('score.count-5', () => pressDigit(5), counts);
  useCommand('score.count-6', () => pressDigit(6), counts);
  useCommand('score.count-7', () => pressDigit(7), counts);
  useCommand('score.count-8', () => pressDigit(8), counts);
  useCommand('score.count-9', () => pressDigit(9), counts);
  useCommand('score.count-less', () => step(-1), counts);
  useCommand('score.count-more', () => step(1), counts);
  useCommand('score.comment', () => openDraft(useWork.getState().itemId, quotedSelection()), editable);
}
