/** Tells the core what was listened to and how long was worked, every few seconds and whenever listening stops. */
import { useEffect } from 'react';
import { takeHeard } from '../player/player.ts';
import { usePlayer } from '../player/player-store.ts';
import { createWorkClock } from '../player/work-clock.ts';
import { push } from './session.ts';
import { isDraft, useWork } from './work-store.ts';
import { heardWrite } from './writes.ts';

const EVERY_MS = 4000;
const clock = createWorkClock();

/** Working time that the core does not know of yet. */
export const unsentWork = (): number => clock.peek(Date.now());

export function flushHeard(): void {
  if (usePlayer.getState().playing) clock.active(Date.now());
  const spans = takeHeard();
  const workMs = clock.take(Date.now());
  // What is played after submitting is heard, and no work on the review.
  const { review } = useWork.getState();
  const worked = isDraft(review) ? workMs : 0;
  if (review && (spans.length > 0 || worked > 0)) push(heardWrite(spans, worked));
}

/** For as long as a call is on the desk. */
export function useHeardSync(reviewId: string | null): void {
  useEffect(() => {
    if (reviewId === null) return;
    const active = () => clock.active(Date.now());
    const hidden = () => {
      if (!document.hidden) return active();
      clock.stop(Date.now());
      flushHeard();
    };
    active();
    const events = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, active, { passive: true });
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', flushHeard);
    const timer = setInterval(flushHeard, EVERY_MS);
    const stop = usePlayer.subscribe((now, before) => {
      if (before.playing && !now.playing && now.recordingId === before.recordingId) flushHeard();
    });
    return () => {
      stop();
      clearInterval(timer);
      window.removeEventListener('pagehide', flushHeard);
      document.removeEventListener('visibilitychange', hidden);
      for (const event of events) window.removeEventListener(event, active);
      flushHeard();
      clock.stop(Date.now());
    };
  }, [reviewId]);
}
