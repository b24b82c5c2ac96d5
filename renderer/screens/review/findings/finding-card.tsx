import { useEffect, useRef, useState } from 'react';
import { clockTenths } from '../../../i18n/format.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Shape } from '../../../ui/shape.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useOptionKeys } from '../checklist/use-option-keys.ts';
import { useT } from '../use-t.ts';
import { decide } from '../work/actions.ts';
import { goToPointById, LEAD_SECONDS, listenFrom } from '../work/cursor.ts';
import { findItem, isDraft, useWork } from '../work/work-store.ts';
import styles from './findings.module.css';
import type { FindingMark } from './marks.ts';

/** Places shown before the rest are folded away. */
const PLACES = 3;

export function FindingCard({ mark }: { mark: FindingMark }) {
  const t = useT();
  const text = useBilingual();
  const ref = useRef<HTMLLIElement>(null);
  const { finding, number, shape, standing, span } = mark;
  const current = useWork((work) => work.pointId === finding.id);
  const editable = useWork((work) => isDraft(work.review));
  const causes = [...new Set(finding.evidence.flatMap(({ cause }) => cause ?? []))];
  const isQuestion = finding.verdict === 'cannot_tell';
  useEffect(() => {
    if (current) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const keys = useOptionKeys();
  const option = (key: string, decision: boolean, label: string) => (
    <Button
      small
      kbd={key}
      disabled={!editable}
      aria-pressed={finding.decision === decision}
      className={`${styles.option} ${finding.decision === decision ? styles.chosen : ''}`}
      onClick={() => decide(finding.id, finding.decision === decision ? null : decision)}
    >
      {label}
    </Button>
  );
  return (
    <li
      ref={ref}
      className={styles.card}
      data-shape={shape}
      data-standing={standing}
      aria-current={current || undefined}
    >
      <Shape kind={shape} size={12} />
      <button
        type="button"
        className={styles.title}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => goToPointById(finding.id)}
      >
        <b>{number}</b> {text(finding.title)}
      </button>
      <span className={styles.place}>
        {span ? `${clockTenths(span.start)} – ${clockTenths(span.end)}` : t('findings.noPlace')}
        {causes.map((cause) => ` · ${t(`cause.${cause}`)}`)}
      </span>
      <Places mark={mark} />
      <p className={styles.reason}>
        {isQuestion && <b>{t('findings.question')} · </b>}
        {text(finding.reason)}
      </p>
      <div className={styles.actions}>
        {option(keys.yes, false, t(isQuestion ? 'findings.pass' : 'findings.falseAlarm'))}
        {option(keys.no, true, t(isQuestion ? 'findings.fail' : 'findings.confirmed'))}
        {span && (
          <Button small look="ghost" icon="play" iconOnly onClick={() => listenFrom(span.start - LEAD_SECONDS)}>
            {t('findings.listen')}
          </Button>
        )}
        <Linked mark={mark} />
      </div>
    </li>
  );
}

/** The words that were found, each with its second. */
function Places({ mark: { finding } }: { mark: FindingMark }) {
  const t = useT();
  const [all, setAll] = useState(false);
  const quoted = finding.evidence.filter(({ text }) => text);
  const shown = all ? quoted : quoted.slice(0, PLACES);
  return (
    <>
      {shown.map((evidence) => (
        <button
          key={`${evidence.start}${evidence.text}`}
          type="button"
          className={styles.quote}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => listenFrom(evidence.start - LEAD_SECONDS)}
        >
          <q>{evidence.text}</q>
          {quoted.length > 1 && <span>{clockTenths(evidence.start)}</span>}
        </button>
      ))}
      {shown.length < quoted.length && (
        <button type="button" className={styles.quote} onClick={() => setAll(true)}>
          {t('findings.more', { n: quoted.length - shown.length })}
        </button>
      )}
    </>
  );
}

/** What the person's verdict made of the checklist item. */
function Linked({ mark: { itemId, standing } }: { mark: FindingMark }) {
  const t = useT();
  const text = useBilingual();
  const item = useWork((work) => findItem(work.template, itemId));
  const answer = useWork((work) => work.review?.answers.find((candidate) => candidate.itemId === itemId));
  if (!item)
    return standing === 'open' ? (
      <span className={styles.linked}>
        <Tag tone="line">{t('findings.undecided')}</Tag>
      </span>
    ) : null;
  const article = [item.article, text(item.title)].filter(Boolean).join(' ');
  const said =
    answer?.answer == null
      ? 'findings.linkedOpen'
      : item.kind === 'count' && answer.count !== null
        ? 'findings.linkedCount'
        : linkedText[answer.answer];
  return (
    <span className={styles.linked} title={article}>
      {t(said, { article: item.article || text(item.title), n: answer?.count ?? 0 })}
    </span>
  );
}

const linkedText = {
  yes: 'findings.linkedYes',
  no: 'findings.linkedNo',
  partly: 'findings.linkedPartly',
  na: 'findings.linkedNa',
} as const;
