import { clockTenths } from '../../../i18n/format.ts';
import { Icon } from '../../../ui/icon.tsx';
import { LEAD_SECONDS, listenFrom } from '../work/cursor.ts';
import { useWork } from '../work/work-store.ts';
import { at } from './place.ts';
import styles from './tracks.module.css';
import { useWave } from './wave-store.ts';

export function CommentsTrack() {
  const view = useWave((wave) => wave.view);
  const comments = useWork((work) => work.review?.comments);
  const draft = useWork((work) => work.draft);
  const shown = (comments ?? [])
    .filter((comment) => comment.at >= view.start && comment.at <= view.end && comment.id !== draft?.commentId)
    .sort((a, b) => a.at - b.at);
  return (
    <div className={`${styles.track} ${styles.comments}`}>
      {shown.map((comment, n) => (
        <button
          key={comment.id}
          type="button"
          tabIndex={-1}
          className={styles.comment}
          style={{
            ...at(comment.at, view),
            maxWidth: `${(((shown[n + 1]?.at ?? view.end) - comment.at) / (view.end - view.start)) * 100}%`,
          }}
          title={`${clockTenths(comment.at)} ${comment.text}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => listenFrom(comment.at - LEAD_SECONDS)}
        >
          <Icon name="comment" size={12} />
          <span>{comment.text}</span>
        </button>
      ))}
      {draft && draft.at >= view.start && draft.at <= view.end && (
        <span className={`${styles.comment} ${styles.commentDraft}`} style={at(draft.at, view)}>
          <Icon name="edit" size={12} />
        </span>
      )}
    </div>
  );
}
