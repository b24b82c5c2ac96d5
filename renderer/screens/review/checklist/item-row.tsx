import { memo, useEffect, useRef } from 'react';
import type { ItemAnswer, ScoreLine, TemplateItem } from '../../../../core/contract/index.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { type Mark, Shape } from '../../../ui/shape.tsx';
import { useT } from '../use-t.ts';
import { isOverruled } from '../work/answers.ts';
import { chooseItem } from '../work/cursor.ts';
import { useWork } from '../work/work-store.ts';
import styles from './checklist.module.css';
import { shortPoints } from './format-points.ts';
import { ItemDetail } from './item-detail.tsx';
import { ItemCount, ItemOptions } from './item-options.tsx';
import { machineSays } from './machine-says.ts';

interface ItemRowProps {
  item: TemplateItem;
  answer: ItemAnswer | null;
  line: ScoreLine | null;
  current: boolean;
  editable: boolean;
}

export const ItemRow = memo(function ItemRow({ item, answer, line, current, editable }: ItemRowProps) {
  const t = useT();
  const text = useBilingual();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = row.current;
    if (!current || !element) return;
    // An open item grows with its comments and causes, and what rises above the foot takes room: it stays in sight.
    const growth = new ResizeObserver(() => element.scrollIntoView({ block: 'nearest' }));
    growth.observe(element);
    const form = element.closest('[data-pane="checklist"]');
    if (form) growth.observe(form);
    // Keys go on working where they were: only a focus that is already in the checklist moves along.
    if (
      document.activeElement?.closest('[data-pane="checklist"]') &&
      !(document.activeElement instanceof HTMLTextAreaElement)
    )
      element.querySelector<HTMLElement>('[role="radio"][tabindex="0"], [role="spinbutton"]')?.focus();
    return () => growth.disconnect();
  }, [current]);
  const direction = useWork((work) => work.recording?.direction ?? null);
  const isOtherCall = item.appliesTo !== undefined && direction !== null && item.appliesTo !== direction;
  const overruled = isOverruled(answer);
  const machine = answer?.machine ?? null;
  const hint = machine && [machineSays(machine, t), machine.reason && text(machine.reason)].filter(Boolean).join(' · ');
  return (
    <div ref={row} className={styles.item} data-item={item.id} aria-current={current || undefined}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: ↑ and ↓ choose items by keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div className={styles.row} onClick={() => chooseItem(item.id)}>
        <span title={hint ?? undefined}>
          <Shape kind={machineShape(item, answer)} />
        </span>
        <span className={styles.article} title={item.article}>
          {item.article}
        </span>
        <span className={styles.name} title={text(item.title)}>
          <span>{text(item.title)}</span>
          {item.onFail === 'fail-form' && (
            <span className={styles.fatalFlag}>
              <Shape kind="fatal" size={9} />
              {t('score.fatalItem')}
            </span>
          )}
          {item.onFail === 'fail-section' && <span className={styles.sectionFlag}>{t('score.sectionItem')}</span>}
          {machine?.answer === 'na' && machine.reason && !overruled && (
            <span className={styles.notHere} title={text(machine.reason)}>
              {t(
                isOtherCall
                  ? item.appliesTo === 'outbound'
                    ? 'score.inboundCall'
                    : 'score.outboundCall'
                  : 'score.noOccasion',
              )}
            </span>
          )}
          {overruled && <span className={styles.overruled}>{t('score.overruled')}</span>}
        </span>
        <Weight item={item} line={line} />
        {item.kind === 'count' ? (
          <ItemCount {...{ item, answer, editable }} />
        ) : (
          <ItemOptions {...{ item, answer, editable }} />
        )}
      </div>
      {current && <ItemDetail item={item} answer={answer} editable={editable} />}
    </div>
  );
});

/** What the item is worth, or what was lost on it. */
function Weight({ item, line }: { item: TemplateItem; line: ScoreLine | null }) {
  const lost = (line?.lost ?? 0) + (line?.forfeited ?? 0);
  if (lost > 0) return <span className={styles.lost}>−{shortPoints(lost)}</span>;
  if (item.pointsEach !== undefined) return <span className={styles.weight}>{shortPoints(item.pointsEach)}</span>;
  return <span className={styles.weight}>{line?.applicable ? shortPoints(line.possible) : '–'}</span>;
}

function machineShape(item: TemplateItem, answer: ItemAnswer | null): Mark {
  if (!answer?.machine) return 'human';
  const { verdict } = answer.machine;
  if (verdict === null) return 'na';
  return verdict === 'met' ? 'pass' : verdict === 'cannot_tell' ? 'unknown' : item.severity;
}
