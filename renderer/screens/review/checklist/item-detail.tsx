import type { ItemAnswer, TemplateItem } from '../../../../core/contract/index.ts';
import { useCommand } from '../../../commands/dispatcher.ts';
import { useKeyLabel } from '../../../commands/use-key-label.ts';
import { clockTenths } from '../../../i18n/format.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { Shape } from '../../../ui/shape.tsx';
import { useT } from '../use-t.ts';
import { editComment, giveCause, openDraft, removeComment } from '../work/actions.ts';
import { loses } from '../work/answers.ts';
import { goToPointById, LEAD_SECONDS, listenFrom } from '../work/cursor.ts';
import { selectMarks, useWork } from '../work/work-store.ts';
import { CommentBox } from './comment-box.tsx';
import styles from './item-detail.module.css';
import { machineSays } from './machine-says.ts';
import { quotedSelection } from './quoted-selection.ts';

interface DetailProps {
  item: TemplateItem;
  answer: ItemAnswer | null;
  editable: boolean;
}

/** The open item: what to listen for, what the machine heard, comments and causes. */
export function ItemDetail({ item, answer, editable }: DetailProps) {
  const t = useT();
  const text = useBilingual();
  const commentKey = useKeyLabel('score.comment');
  const drafting = useWork((work) => work.draft?.itemId === item.id);
  return (
    <div className={styles.detail}>
      <div className={styles.detailRow}>
        <span className={styles.key}>{t('score.help')}</span>
        <p className={styles.help}>{text(item.help)}</p>
        {editable && !drafting && (
          <Button
            small
            look="ghost"
            icon="comment"
            kbd={commentKey}
            className={styles.detailEnd}
            onClick={() => openDraft(item.id, quotedSelection())}
          >
            {t('comments.add')}
          </Button>
        )}
      </div>
      {item.breachClass && (
        <div className={styles.detailRow}>
          <span className={styles.key}>{t('score.breachClass')}</span>
          <span>{text(item.breachClass)}</span>
        </div>
      )}
      <Evidence item={item} answer={answer} />
      <Comments item={item} editable={editable} />
      {drafting && <CommentBox />}
      {editable && loses(answer?.answer ?? null) && <Causes item={item} cause={answer?.cause ?? null} />}
    </div>
  );
}

function Evidence({ item, answer }: { item: TemplateItem; answer: ItemAnswer | null }) {
  const t = useT();
  const text = useBilingual();
  const reason = answer?.machine?.reason;
  // Of an item that does not apply, a rule that found nothing wrong had no occasion: that is no evidence.
  const marks = useWork(selectMarks).filter(
    ({ itemId, finding }) => itemId === item.id && !(reason && finding.verdict === 'met'),
  );
  if (marks.length === 0 && !reason) return null;
  return (
    <div className={styles.detailRow}>
      <span className={styles.key}>{t(marks.length > 0 ? 'score.evidence' : 'score.why')}</span>
      <span className={styles.chips}>
        {reason && <span className={styles.reason}>{text(reason)}</span>}
        {marks.map(({ finding, number, shape, span }) => (
          <button
            key={finding.id}
            type="button"
            className={styles.chip}
            data-shape={shape}
            title={text(finding.reason)}
            disabled={!span}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() =>
              number === null ? span && listenFrom(span.start - LEAD_SECONDS) : goToPointById(finding.id)
            }
          >
            <Shape kind={shape} size={10} />
            {number !== null && <b>{number}</b>}
            <span>{text(finding.title)}</span>
            {span && (
              <em>
                {clockTenths(span.start)} – {clockTenths(span.end)}
              </em>
            )}
          </button>
        ))}
        {marks.some(({ span }) => span) && (
          <Button
            small
            icon="play"
            onClick={() => listenFrom((marks.find(({ span }) => span)!.span!.start ?? 0) - LEAD_SECONDS)}
          >
            {t('findings.listen')}
          </Button>
        )}
      </span>
      {answer?.machine && <span className={styles.verdict}>{machineSays(answer.machine, t)}</span>}
    </div>
  );
}

function Comments({ item, editable }: { item: TemplateItem; editable: boolean }) {
  const t = useT();
  const comments = useWork((work) => work.review?.comments)?.filter(({ itemId }) => itemId === item.id) ?? [];
  const editing = useWork((work) => work.draft?.commentId);
  return comments
    .filter(({ id }) => id !== editing)
    .sort((a, b) => a.at - b.at)
    .map((comment) => (
      <div key={comment.id} className={styles.saved}>
        <button
          type="button"
          className={styles.savedTime}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => listenFrom(comment.at - LEAD_SECONDS)}
        >
          {clockTenths(comment.at)}
        </button>
        <p>
          {comment.quote && <q>{comment.quote}</q>}
          {comment.text}
        </p>
        {editable && (
          <>
            <Button small look="ghost" icon="edit" iconOnly onClick={() => editComment(comment.id)}>
              {t('comments.edit')}
            </Button>
            <Button small look="ghost" icon="trash" iconOnly onClick={() => removeComment(comment.id)}>
              {t('comments.remove')}
            </Button>
          </>
        )}
      </div>
    ));
}

const causeCommands = [
  'score.cause-1',
  'score.cause-2',
  'score.cause-3',
  'score.cause-4',
  'score.cause-5',
  'score.cause-6',
] as const;

function Causes({ item, cause }: { item: TemplateItem; cause: string | null }) {
  const t = useT();
  const text = useBilingual();
  const causes = useWork((work) => work.template?.causes) ?? [];
  if (causes.length === 0) return null;
  return (
    <fieldset className={styles.causes} aria-label={t('score.cause')}>
      <span className={styles.key}>{t('score.cause')}</span>
      <Kbd>Alt</Kbd>
      <span>+</span>
      {causes.map(({ id, title }, n) => (
        <button
          key={id}
          type="button"
          aria-pressed={cause === id}
          className={styles.cause}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => giveCause(item.id, id)}
        >
          {n < causeCommands.length && <kbd>{n + 1}</kbd>}
          {text(title)}
        </button>
      ))}
      {causes.slice(0, causeCommands.length).map(({ id }, n) => (
        <CauseKey key={id} command={causeCommands[n]!} run={() => giveCause(item.id, id)} />
      ))}
    </fieldset>
  );
}

function CauseKey({ command, run }: { command: (typeof causeCommands)[number]; run: () => void }) {
  useCommand(command, run);
  return null;
}
