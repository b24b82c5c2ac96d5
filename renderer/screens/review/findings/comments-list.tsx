import { clockTenths } from '../../../i18n/format.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { CommentBox } from '../checklist/comment-box.tsx';
import { useT } from '../use-t.ts';
import { editComment, removeComment } from '../work/actions.ts';
import { LEAD_SECONDS, listenFrom } from '../work/cursor.ts';
import { findItem, isDraft, useWork } from '../work/work-store.ts';
import styles from './findings.module.css';

export function CommentsList() {
  const t = useT();
  const text = useBilingual();
  const comments = useWork((work) => work.review?.comments);
  const template = useWork((work) => work.template);
  const editing = useWork((work) => work.draft);
  const editable = useWork((work) => isDraft(work.review));
  const sorted = [...(comments ?? [])].sort((a, b) => a.at - b.at);
  if (sorted.length === 0)
    return (
      <div className={styles.nothing}>
        <EmptyState icon="comment" title={t('comments.none')}>
          {editable && t('comments.noneHint')}
        </EmptyState>
      </div>
    );
  return (
    <ul aria-label={t('comments.title')}>
      {sorted.map((comment) => {
        const item = findItem(template, comment.itemId);
        return (
          <li key={comment.id} className={styles.comment}>
            <div className={styles.commentHead}>
              <button
                type="button"
                className={styles.commentTime}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => listenFrom(comment.at - LEAD_SECONDS)}
              >
                {clockTenths(comment.at)}
              </button>
              <span className={styles.commentItem}>
                {item ? `${item.article} ${text(item.title)}` : t('comments.whole')}
              </span>
              {editable && (
                <span className={styles.commentTools}>
                  <Button small look="ghost" icon="edit" iconOnly onClick={() => editComment(comment.id)}>
                    {t('comments.edit')}
                  </Button>
                  <Button small look="ghost" icon="trash" iconOnly onClick={() => removeComment(comment.id)}>
                    {t('comments.remove')}
                  </Button>
                </span>
              )}
            </div>
            {editing?.commentId === comment.id && editing.itemId === null ? (
              <CommentBox />
            ) : (
              <>
                {comment.quote && <q className={styles.commentQuote}>{comment.quote}</q>}
                <p>{comment.text}</p>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
