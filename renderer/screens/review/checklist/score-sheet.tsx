import type { Answer, Review, ScoreLine, Template } from '../../../../core/contract/index.ts';
import { points } from '../../../i18n/format.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { useT } from '../use-t.ts';
import styles from './score-sheet.module.css';

/** The arithmetic of the score, line by line, as the core reckoned it. */
export function ScoreSheet({ review, template }: { review: Review; template: Template }) {
  const t = useT();
  const text = useBilingual();
  const { score } = review;
  const deduction = template.mode === 'deduction';
  const proposed = new Map(review.answers.map(({ itemId, machine }) => [itemId, machine?.answer]));
  const lines = new Map(score.lines.map((line) => [line.itemId, line]));
  return (
    <div className={styles.sheet} role="dialog" aria-label={t('sheet.title')} tabIndex={0}>
      <h2>{t('sheet.title')}</h2>
      <p>{t(deduction ? 'sheet.deduction' : 'sheet.percentage')}</p>
      <table>
        <thead>
          <tr>
            <th>{t('sheet.item')}</th>
            <th>{t('sheet.answer')}</th>
            {!deduction && <th className={styles.number}>{t('sheet.possible')}</th>}
            <th className={styles.number}>{t('sheet.lost')}</th>
            {!deduction && <th className={styles.number}>{t('sheet.earned')}</th>}
          </tr>
        </thead>
        {template.sections.map((section) => {
          const sum = score.sections.find(({ sectionId }) => sectionId === section.id);
          return (
            <tbody key={section.id}>
              <tr className={styles.section}>
                <th scope="rowgroup" colSpan={2}>
                  {text(section.title)}
                  {sum?.failed && ` · ${t('score.sectionFailed')}`}
                </th>
                {!deduction && <td className={styles.number}>{points(sum?.possible ?? null)}</td>}
                <td className={styles.number}>{sum ? points(sum.possible - sum.earned) : '—'}</td>
                {!deduction && <td className={styles.number}>{points(sum?.earned ?? null)}</td>}
              </tr>
              {section.items.map((item) => {
                const line = lines.get(item.id);
                if (!line) return null;
                return (
                  <tr key={item.id} data-lost={line.lost + line.forfeited > 0 || undefined}>
                    <td>
                      {item.article} {text(item.title)}
                    </td>
                    <td>
                      {answerText(line, proposed.get(item.id) === 'na' ? 'na' : template.restAnswer, t)}
                      {line.forfeited > 0 && <small>{t('sheet.forfeited', { n: points(line.forfeited) })}</small>}
                    </td>
                    {!deduction && <td className={styles.number}>{line.applicable ? points(line.possible) : '—'}</td>}
                    <td className={styles.number}>{line.applicable ? points(line.lost + line.forfeited) : '—'}</td>
                    {!deduction && <td className={styles.number}>{line.applicable ? points(line.earned) : '—'}</td>}
                  </tr>
                );
              })}
            </tbody>
          );
        })}
      </table>
      <dl>
        {score.raw !== null && score.raw !== score.before && (
          <div>
            <dt>{t('sheet.raw')}</dt>
            <dd>{points(score.raw)}</dd>
          </div>
        )}
        <div>
          <dt>{t('sheet.before')}</dt>
          <dd>{points(score.before)}</dd>
        </div>
        {score.fatal.length > 0 && (
          <div>
            <dt>{t('sheet.after')}</dt>
            <dd>{points(score.after)}</dd>
          </div>
        )}
        <div>
          <dt>{t('sheet.final')}</dt>
          <dd>
            {points(score.after)} ·{' '}
            {t(score.passed === null ? 'score.none' : score.passed ? 'score.passed' : 'score.failed')}
            <small>{t('score.passMark', { n: points(template.passMark) })}</small>
          </dd>
        </div>
      </dl>
    </div>
  );
}

/** @param rest what the item counts as while nobody answered it */
function answerText(line: ScoreLine, rest: Answer, t: ReturnType<typeof useT>): string {
  if (line.answer === null) return t('sheet.rest', { answer: t(`common:answer.${rest}`) });
  return line.count !== null && line.count > 0 ? `× ${line.count}` : t(`common:answer.${line.answer}`);
}
