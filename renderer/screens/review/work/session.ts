/** Owns the write queue and the undo history of the review on the desk. */
import type { Review } from '../../../../core/contract/index.ts';
import { api, describeError, errorOf } from '../../../api.ts';
import { markSaved } from '../../../app/status-bar.tsx';
import { i18n } from '../../../i18n/index.ts';
import { queryClient } from '../../../query.ts';
import { untilConnected } from '../../../rpc-connection.ts';
import { toast } from '../../../ui/toast.tsx';
import { createHistory, type History } from './history.ts';
import { type Draft, initialWork, keepDraft, useWork } from './work-store.ts';
import { createWriteQueue, type WriteQueue } from './write-queue.ts';
import type { ReviewWrite } from './writes.ts';

interface Session {
  reviewId: string;
  queue: WriteQueue<Review>;
  history: History;
}

let session: Session | null = null;
/** Comments that were being written when their call was left, by review. */
const leftDrafts = new Map<string, Readonly<Record<string, Draft>>>();

/** Puts a review on the desk; the same one is only brought up to date. */
export function openSession(review: Review): void {
  if (session?.reviewId === review.id) {
    session.queue.refresh(review);
    return;
  }
  session = { reviewId: review.id, history: createHistory(), queue: createQueue(review) };
  useWork.setState({ ...initialWork, review, kept: leftDrafts.get(review.id) ?? {} });
}

/** What waits goes on being saved after the screen is left. */
export function closeSession(): void {
  const { draft, kept } = useWork.getState();
  if (session) leftDrafts.set(session.reviewId, draft ? keepDraft(kept, draft) : kept);
  session = null;
  useWork.setState(initialWork);
}

export const push = (write: ReviewWrite): void => session?.queue.push(write);
export const refresh = (review: Review): void => session?.queue.refresh(review);
export const history = (): History | null => session?.history ?? null;
/** Resolves when every change of the review on the desk is saved. */
export const allSaved = async (): Promise<void> => session?.queue.idle();

function createQueue(review: Review): WriteQueue<Review> {
  const onDesk = () => session?.reviewId === review.id;
  const queue: WriteQueue<Review> = createWriteQueue(review, {
    onChange: (view) => {
      if (onDesk()) useWork.setState({ review: view });
    },
    onSaved(write) {
      if (!write.silent) markSaved();
    },
    onRefused(write, error) {
      if (write.silent) return;
      // A finding's decision is shown from the cached list, which no longer tells the truth.
      void queryClient.invalidateQueries({ queryKey: ['findings'] });
      const language = i18n.language === 'en' ? 'en' : 'zh';
      toast(describeError(error, language), {
        tone: 'error',
        action: { label: i18n.t('retry'), run: () => queue.push(write) },
      });
    },
    isGone: (error) => errorOf(error).code === 'CORE_GONE',
    untilBack: untilConnected,
    reload: () => api.reviews.get({ reviewId: review.id }),
  });
  return queue;
}
