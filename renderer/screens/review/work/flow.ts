/** From call to call: submit, undo, skip, reopen, previous and next. */
import type { Review } from '../../../../core/contract/index.ts';
import { api, describeError } from '../../../api.ts';
import { openReview, useNavigation } from '../../../app/navigation.ts';
import { markSaved } from '../../../app/status-bar.tsx';
import { chordLabel } from '../../../commands/chord.ts';
import { keysOf } from '../../../commands/dispatcher.ts';
import { points as scoreText } from '../../../i18n/format.ts';
import { i18n } from '../../../i18n/index.ts';
import { queryClient } from '../../../query.ts';
import { toast } from '../../../ui/toast.tsx';
import { saveDraft } from './actions.ts';
import { goToPointById } from './cursor.ts';
import { flushHeard } from './heard-sync.ts';
import { openCount } from './open-count.ts';
import { findNextPending, useOrder } from './order.ts';
import { allSaved, history, refresh } from './session.ts';
import { isDraft, useWork } from './work-store.ts';

/** Less than this share of the call heard, and submitting asks once more. */
export const HEARD_ENOUGH = 0.8;

const work = useWork.getState;
let lastSubmit: { reviewId: string; recordingId: string; until: number; takeToastAway: () => void } | null = null;

/** Said once however often the key is pressed, and gone once the review is submitted. */
let takeRefusalAway: (() => void) | undefined;

const isGuarded = (review: Review): boolean => review.heardRatio < HEARD_ENOUGH || openCount(work()) > 0;

/**
 * The rest is in order: submits and opens the next call. Asks once more when little was heard or findings are open.
 * A fatal finding that nobody decided is gone to instead; of a call that was not analysed it is said that nobody checked it.
 */
export const submit = (): Promise<void> => send('decided');

/** Submits although fatal findings are undecided or nobody checked the call; what is passed is what stands in the bar. */
export const submitUndecided = (): Promise<void> => send('knowingly');

const rulesOf = (findingIds: readonly string[]): string[] =>
  findingIds.map((id) => work().findings.find((finding) => finding.id === id)?.rule ?? id);

async function send(how: 'decided' | 'knowingly'): Promise<void> {
  const { review, busy, guarded } = work();
  if (!review || !isDraft(review) || busy) return;
  // What the bar named when the key was pressed; another one that comes meanwhile is refused by the core. By their
  // rules: a corrected word makes a new finding of the one that was named.
  const named = how === 'knowingly' ? rulesOf(review.openFatal) : [];
  saveDraft();
  flushHeard();
  useWork.setState({ busy: true });
  try {
    await allSaved();
    const current = work().review;
    const passUnchecked = how === 'knowingly' && review.unchecked > 0;
    const [fatal] = current?.openFatal ?? [];
    if (fatal && how === 'decided') {
      goToPointById(fatal);
      return;
    }
    if (current && current.unchecked > 0 && how === 'decided') {
      takeRefusalAway?.();
      takeRefusalAway = toast(i18n.t('review:foot.uncheckedStays'), { tone: 'error' });
      return;
    }
    if (how === 'decided' && !guarded && current && isGuarded(current)) {
      useWork.setState({ guarded: true });
      return;
    }
    const submitted = await api.reviews.submit({
      reviewId: review.id,
      restPass: true,
      passFatal: named,
      passUnchecked,
    });
    takeRefusalAway?.();
    markSaved();
    refresh(submitted);
    announce(submitted);
    await openNext(review.recordingId);
  } catch (error) {
    tellError(error);
  } finally {
    useWork.setState({ busy: false });
  }
}

function announce(review: Review): void {
  const until = review.undoUntil ?? Date.now();
  // One undo at a time: the button and the key must mean the same submission.
  lastSubmit?.takeToastAway();
  const takeToastAway = toast(
    i18n.t(review.score.passed === false ? 'review:submittedFailed' : 'review:submittedPassed', {
      score: scoreText(review.score.after),
    }),
    {
      ms: Math.max(2000, until - Date.now()),
      action: { label: i18n.t('undo'), kbd: chordLabel(keysOf('edit.undo')[0] ?? ''), run: () => void undoSubmit() },
    },
  );
  lastSubmit = { reviewId: review.id, recordingId: review.recordingId, until, takeToastAway };
}

async function undoSubmit(): Promise<void> {
  if (!lastSubmit) return;
  const { reviewId, recordingId, takeToastAway } = lastSubmit;
  lastSubmit = null;
  takeToastAway();
  try {
    const review = await api.reviews.undoSubmit({ reviewId });
    markSaved();
    queryClient.setQueryData(['reviews', 'open', recordingId], review);
    if (work().review?.id === reviewId) refresh(review);
    openReview(recordingId);
  } catch (error) {
    tellError(error);
  }
}

/** The last change of this review; with none, the submission of the call before, for as long as that goes. */
export function undo(): void {
  if (history()?.undo()) return;
  if (lastSubmit && Date.now() < lastSubmit.until) void undoSubmit();
}

export const redo = (): void => void history()?.redo();

/** Who has gone elsewhere meanwhile is left there; the next call lies on the desk when they come back. */
async function openNext(recordingId: string): Promise<void> {
  const next = await findNextPending(recordingId);
  const { screen, recordingId: onDesk } = useNavigation.getState();
  if (onDesk !== recordingId) return;
  if (!next) toast(i18n.t('review:queueDone'));
  else if (screen === 'review') openReview(next);
  else useNavigation.setState({ recordingId: next });
}

export function goToNeighbour(step: 1 | -1): void {
  const { recordingId } = useNavigation.getState();
  const { ids } = useOrder.getState();
  const next = recordingId === null ? undefined : ids[ids.indexOf(recordingId) + step];
  if (next) openReview(next);
}

export async function skip(reason: string): Promise<void> {
  const { review } = work();
  if (!review) return;
  flushHeard();
  try {
    await allSaved();
    refresh(await api.reviews.skip({ reviewId: review.id, reason }));
    markSaved();
    await openNext(review.recordingId);
  } catch (error) {
    tellError(error);
  }
}

export async function reopen(reason: string): Promise<void> {
  const { review } = work();
  if (!review) return;
  try {
    refresh(await api.reviews.reopen({ reviewId: review.id, reason }));
    markSaved();
  } catch (error) {
    tellError(error);
  }
}

function tellError(error: unknown): void {
  toast(describeError(error, i18n.language === 'en' ? 'en' : 'zh'), { tone: 'error' });
}
