/** Where the inspector's attention is: the current checklist item and the current finding or comment. */
import { chordLabel } from '../../../commands/chord.ts';
import { keysOf } from '../../../commands/dispatcher.ts';
import { i18n } from '../../../i18n/index.ts';
import { toast } from '../../../ui/toast.tsx';
import { isShown, useShowing } from '../checklist/shown-items.ts';
import { openMarks } from '../findings/marks.ts';
import { play, seek, setChecking, setFollowing } from '../player/player.ts';
import { usePlayer } from '../player/player-store.ts';
import { decide, giveAnswer, giveCount } from './actions.ts';
import { nextOpen, optionsOf } from './answers.ts';
import type { Arrival } from './arrival.ts';
import { neighbour, type Point, points } from './points.ts';
import { findItem, isDraft, itemsOf, selectMarks, useWork } from './work-store.ts';

/** Heard before a finding or comment, so that it is not entered in the middle of a word. */
export const LEAD_SECONDS = 2;

const work = useWork.getState;

const currentPoints = (): Point[] => points(selectMarks(work()), work().review?.comments ?? []);

/** Choosing an item by hand leaves the finding that was being checked. */
export function chooseItem(itemId: string | null): void {
  if (itemId === work().itemId && work().pointId === null) return;
  setChecking([]);
  useWork.setState({ itemId, pointId: null, guarded: false });
}

export function moveItem(step: 1 | -1): void {
  const { template, review, itemId } = work();
  const { showing } = useShowing.getState();
  const answers = new Map(review?.answers.map((answer) => [answer.itemId, answer]));
  const items = itemsOf(template).filter((item) => isShown(item, answers.get(item.id) ?? null, showing, itemId));
  const at = items.findIndex(({ id }) => id === itemId);
  const next = at < 0 ? items[0] : items[Math.min(items.length - 1, Math.max(0, at + step))];
  if (next) chooseItem(next.id);
}

export function movePoint(step: 1 | -1): void {
  const { pointId: id, pointPlace: place } = work();
  const point = neighbour(currentPoints(), id === null ? null : { id, place }, step);
  if (point) goToPoint(point);
}

/** @param at one of the finding's places; its first one when absent */
export function goToPointById(id: string, at?: number): void {
  const own = currentPoints().filter((candidate) => candidate.id === id);
  const point = own.find((candidate) => candidate.at === at) ?? own[0];
  if (point) goToPoint({ ...point, at: at ?? point.at });
}

function goToPoint(point: Point): void {
  setChecking(point.spans);
  const { id: pointId, place: pointPlace } = point;
  useWork.setState(({ itemId }) => ({ pointId, pointPlace, itemId: point.itemId ?? itemId, guarded: false }));
  if (point.at !== null) listenFrom(point.at - LEAD_SECONDS);
}

/** Stands on what led to the call, a little before its second. @param listen whether it is heard at once */
export function arriveAt({ itemId, pointId, place, at }: Arrival, listen: boolean): void {
  const point = pointId === null ? undefined : currentPoints().find(({ id }) => id === pointId);
  setChecking(point?.spans ?? []);
  useWork.setState({ itemId, pointId, pointPlace: place, guarded: false });
  if (at === null) return;
  setFollowing(true);
  seek(at - LEAD_SECONDS);
  if (listen) play();
}

/** Plays from a second and brings the transcript along. */
export function listenFrom(time: number): void {
  setFollowing(true);
  seek(time);
  play();
}

/** A digit key: decides the current finding (1 false alarm, 2 true), else answers or counts the current item. */
export function pressDigit(digit: number): void {
  const { pointId, itemId, template, review } = work();
  if (review && !isDraft(review)) {
    toast(i18n.t('review:locked', { key: chordLabel(keysOf('score.reopen')[0] ?? '') }));
    return;
  }
  const mark = openMarks(selectMarks(work())).find(({ finding }) => finding.id === pointId);
  if (mark && (digit === 1 || digit === 2)) {
    decide(mark.finding.id, digit === 2);
    return;
  }
  const item = findItem(template, itemId);
  if (!item) return;
  if (item.kind === 'count') {
    giveCount(item.id, digit);
    return;
  }
  const option = optionsOf(item).find(({ key }) => key === String(digit));
  if (!option) return;
  giveAnswer(item.id, option.answer);
  goToNextOpen(item.id);
}

function goToNextOpen(itemId: string): void {
  const { template, review } = work();
  const next = nextOpen(itemsOf(template), review?.answers ?? [], itemId);
  if (next) chooseItem(next);
}

/** The item to stand on when a call is opened: the first open one. */
export function startCursor(): void {
  const { template, review, itemId } = work();
  if (itemId !== null || !template || !review) return;
  useWork.setState({ itemId: nextOpen(itemsOf(template), review.answers, null) ?? itemsOf(template)[0]?.id ?? null });
}

export const playheadTime = (): number => usePlayer.getState().time;
