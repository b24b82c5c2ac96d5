import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { Answer, ItemAnswer, TemplateItem } from '../../../../core/contract/index.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { useT } from '../use-t.ts';
import { giveAnswer, giveCount } from '../work/actions.ts';
import { optionsOf } from '../work/answers.ts';
import { chooseItem } from '../work/cursor.ts';
import styles from './checklist.module.css';
import { useOptionKeys } from './use-option-keys.ts';

interface OptionsProps {
  item: TemplateItem;
  answer: ItemAnswer | null;
  editable: boolean;
}

/** Places of the options in the row, so that equal answers stand under each other. */
const column: Record<Answer, number> = { yes: 1, no: 2, partly: 3, na: 4 };

/** One radio group per item: dashed = the machine's proposal, filled = the person's answer, outlined = counted with the rest.
 * One tab stop. */
export function ItemOptions({ item, answer, editable }: OptionsProps) {
  const t = useT();
  const text = useBilingual();
  const group = useRef<HTMLDivElement>(null);
  const options = optionsOf(item);
  const keys = useOptionKeys();
  const given = answer?.answer ?? null;
  const proposed = given === null ? (answer?.machine?.answer ?? null) : null;
  const stop = given ?? proposed ?? options[0]!.answer;
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return;
    event.preventDefault();
    const buttons = [...(group.current?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={text(item.title)}
      aria-disabled={!editable}
      className={styles.options}
      data-own-keys="Left Right Space Enter"
      onKeyDown={move}
      onFocus={() => chooseItem(item.id)}
    >
      {options.map((option) => (
        <button
          key={option.answer}
          type="button"
          role="radio"
          aria-checked={given === option.answer}
          aria-keyshortcuts={keys[option.answer]}
          aria-description={
            proposed === option.answer
              ? t('score.machineSays', { verdict: t(`common:answer.${option.answer}`) })
              : undefined
          }
          tabIndex={option.answer === stop ? 0 : -1}
          disabled={!editable}
          className={styles.option}
          data-answer={option.answer}
          data-given={given === option.answer || undefined}
          data-filled={(given === option.answer && answer?.filled) || undefined}
          title={
            given === option.answer && answer?.filled
              ? t(given === 'na' && answer.machine?.answer === 'na' ? 'score.filledNaHint' : 'score.filledHint')
              : undefined
          }
          data-proposed={proposed === option.answer || undefined}
          style={{ gridColumn: column[option.answer] }}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            chooseItem(item.id);
            giveAnswer(item.id, given === option.answer ? null : option.answer);
          }}
        >
          <kbd>{keys[option.answer]}</kbd>
          {t(`common:answer.${option.answer}`)}
        </button>
      ))}
    </div>
  );
}

/** Occurrences: − n +, or digits. 0 = never happened. */
export function ItemCount({ item, answer, editable }: OptionsProps) {
  const t = useT();
  const text = useBilingual();
  const given = answer?.answer ?? null;
  const count = given === null || given === 'na' ? null : (answer?.count ?? 0);
  const proposed = given === null ? (answer?.machine?.answer ?? null) : null;
  const step = (by: number) => {
    chooseItem(item.id);
    giveCount(item.id, (count ?? 0) + by);
  };
  const proposesNa = proposed === 'na';
  const state = count !== null ? 'given' : proposed === null || proposesNa ? undefined : 'proposed';
  return (
    <div className={styles.counter} role="group" aria-label={text(item.title)} onFocus={() => chooseItem(item.id)}>
      <CountButton label={t('score.less')} keys="-" disabled={!editable || !count} onClick={() => step(-1)}>
        −
      </CountButton>
      <span
        role="spinbutton"
        tabIndex={editable ? 0 : -1}
        aria-label={t('score.count')}
        aria-valuenow={count ?? 0}
        aria-valuemin={0}
        aria-valuemax={99}
        className={styles.countValue}
        data-state={state}
        data-answer={count === null ? (proposed ?? undefined) : count > 0 ? 'no' : 'yes'}
      >
        {count ?? (proposed === 'no' ? '≥1' : proposed === 'yes' ? '0' : '–')}
      </span>
      <CountButton label={t('score.more')} keys="=" disabled={!editable} onClick={() => step(1)}>
        +
      </CountButton>
      {item.na !== 'forbidden' && (
        <button
          type="button"
          disabled={!editable}
          aria-pressed={given === 'na'}
          aria-description={proposesNa ? t('score.machineSays', { verdict: t('common:answer.na') }) : undefined}
          className={styles.option}
          data-answer="na"
          data-given={given === 'na' || undefined}
          data-proposed={proposesNa || undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => giveAnswer(item.id, given === 'na' ? null : 'na')}
        >
          {t('common:answer.na')}
        </button>
      )}
    </div>
  );
}

function CountButton(props: {
  label: string;
  keys: string;
  disabled: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={props.label}
      aria-keyshortcuts={props.keys}
      className={styles.countButton}
      disabled={props.disabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}
