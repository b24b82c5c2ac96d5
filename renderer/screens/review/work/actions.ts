/** What an inspector does to the review. Each act can be undone and is saved behind. */
import type { Answer, Finding, ItemAnswer } from '../../../../core/contract/index.ts';
import { useSettings } from '../../../app/settings.ts';
import { queryClient } from '../../../query.ts';
import { pause, play } from '../player/player.ts';
import { usePlayer } from '../player/player-store.ts';
import { counted, given } from './answers.ts';
import { history, push } from './session.ts';
import { type Draft, findItem, isDraft, keepDraft, selectMarks, useWork } from './work-store.ts';
import {
  addCommentWrite,
  answerWrite,
  decideWrite,
  type GivenAnswer,
  type NewComment,
  nameOf,
  removeCommentWrite,
  updateCommentWrite,
} from './writes.ts';

/** People press the key this long after what they heard, at normal speed. */
const REACTION_SECONDS = 1.5;

const work = useWork.getState;

export const answerOf = (itemId: string): ItemAnswer | null =>
  work().review?.answers.find((answer) => answer.itemId === itemId) ?? null;

const asGiven = (answer: ItemAnswer | null): GivenAnswer => ({
  answer: answer?.answer ?? null,
  count: answer?.count ?? null,
  cause: answer?.cause ?? null,
});

export function giveAnswer(itemId: string, answer: Answer | null): void {
  const item = findItem(work().template, itemId);
  if (item) changeAnswer(itemId, given(item, answer, answerOf(itemId)));
}

export const giveCount = (itemId: string, count: number): void =>
  changeAnswer(itemId, counted(count, answerOf(itemId)));

/** The same cause again takes it away. */
export function giveCause(itemId: string, cause: string): void {
  const before = asGiven(answerOf(itemId));
  changeAnswer(itemId, { ...before, cause: before.cause === cause ? null : cause });
}

function changeAnswer(itemId: string, after: GivenAnswer): void {
  if (!isDraft(work().review)) return;
  const before = asGiven(answerOf(itemId));
  act(
    () => push(answerWrite(itemId, after)),
    () => push(answerWrite(itemId, before)),
  );
}

/** True = it is so, false = false alarm; the linked item is scored with it. */
export function decide(findingId: string, decision: boolean | null): void {
  const { findings, template, review } = work();
  const finding = findings.find(({ id }) => id === findingId);
  if (!finding || !isDraft(review)) return;
  const itemId = selectMarks(work()).find((mark) => mark.finding.id === findingId)?.itemId ?? null;
  const link = itemId === null ? null : { itemId, judges: findItem(template, itemId)?.kind === 'judge' };
  const before = itemId === null ? null : asGiven(answerOf(itemId));
  const put = (value: boolean | null) => {
    showDecision(finding, value);
    push(decideWrite(findingId, value, link));
  };
  act(
    () => put(decision),
    () => {
      put(finding.decision);
      if (itemId !== null && before) push(answerWrite(itemId, before));
    },
  );
}

function showDecision(finding: Finding, decision: boolean | null): void {
  const patch = (list: readonly Finding[] | undefined) =>
    list?.map((candidate) => (candidate.id === finding.id ? { ...candidate, decision } : candidate));
  queryClient.setQueryData(['findings', 'list', finding.recordingId], patch);
  useWork.setState(({ findings }) => ({ findings: patch(findings) ?? findings }));
}

/** Where the finding stands that is being checked; null when none is, or it has no place. */
function checkedSecond(): number | null {
  const { pointId, pointPlace, findings } = work();
  const evidence = findings.find(({ id }) => id === pointId)?.evidence;
  return (evidence?.[pointPlace] ?? evidence?.[0])?.start ?? null;
}

/** Opens the comment box, at the finding that is checked, else at the second heard when the key was decided on. */
export function openDraft(itemId: string | null, quote: string | null = null): void {
  if (!isDraft(work().review)) return;
  const { time, rate } = usePlayer.getState();
  const kept = work().kept[itemId ?? ''];
  startTyping(
    kept ?? {
      commentId: null,
      itemId,
      at: checkedSecond() ?? Math.max(0, time - REACTION_SECONDS * rate),
      text: '',
      quote,
    },
  );
}

export function editComment(commentId: string): void {
  const comment = work().review?.comments.find(({ id }) => id === commentId);
  if (!comment || !isDraft(work().review)) return;
  const { itemId, at, text, quote } = comment;
  startTyping({ commentId, itemId, at, text, quote });
}

let resumes = false;

function startTyping(draft: Draft): void {
  resumes = useSettings.getState().pauseWhileTyping && usePlayer.getState().playing;
  if (resumes) pause();
  useWork.setState({ draft, ...(draft.itemId === null ? {} : { itemId: draft.itemId }) });
}

export const changeDraft = (patch: Partial<Draft>): void =>
  useWork.setState(({ draft }) => (draft ? { draft: { ...draft, ...patch } } : {}));

/** Leaves the box; what was typed comes back when the box is opened again. */
export function leaveDraft(): void {
  useWork.setState(({ draft, kept }) => ({
    draft: null,
    kept: draft ? keepDraft(kept, draft) : kept,
  }));
  if (resumes) play();
  resumes = false;
}

/** An emptied comment is a removed one. */
export function saveDraft(): void {
  const { draft } = work();
  if (!draft) return;
  const text = draft.text.trim();
  if (draft.commentId === null && text !== '')
    addComment({ itemId: draft.itemId, at: draft.at, text, quote: draft.quote });
  else if (draft.commentId !== null && text === '') removeComment(draft.commentId);
  else if (draft.commentId !== null) updateComment(draft.commentId, { at: draft.at, text });
  useWork.setState(({ kept }) => ({ draft: null, kept: keepDraft(kept, { ...draft, text: '' }) }));
  if (resumes) play();
  resumes = false;
}

function addComment(comment: NewComment): void {
  const name = `own:${crypto.randomUUID()}`;
  act(
    () => push(addCommentWrite(name, comment)),
    () => push(removeCommentWrite(name)),
  );
}

export function removeComment(commentId: string): void {
  const comment = work().review?.comments.find(({ id }) => id === nameOf(commentId));
  if (!comment || !isDraft(work().review)) return;
  const { itemId, at, text, quote } = comment;
  act(
    () => push(removeCommentWrite(commentId)),
    () => push(addCommentWrite(commentId, { itemId, at, text, quote })),
  );
}

function updateComment(commentId: string, after: { at: number; text: string }): void {
  const comment = work().review?.comments.find(({ id }) => id === nameOf(commentId));
  if (!comment) return;
  const before = { at: comment.at, text: comment.text };
  act(
    () => push(updateCommentWrite(commentId, after)),
    () => push(updateCommentWrite(commentId, before)),
  );
}

function act(redo: () => void, undo: () => void): void {
  useWork.setState({ guarded: false });
  redo();
  history()?.push({ redo, undo });
}
