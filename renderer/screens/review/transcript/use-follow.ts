import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { setFollowing } from '../player/player.ts';
import { usePlayer } from '../player/player-store.ts';
import { afterScroll, type Box, needsScroll } from './follow.ts';
import type { Row } from './rows.ts';

/** A scroll event this soon after wheel, touch, key or press is the reader's own. */
const OWN_SCROLL_MS = 600;

/**
 * Keeps the active row in sight. `away` tells where it is once the reader has scrolled it out of view,
 * `comeBack` goes there and follows again.
 */
export function useFollow(
  scroller: RefObject<HTMLDivElement | null>,
  virtual: Virtualizer<HTMLDivElement, Element>,
  rows: readonly Row[],
  active: number,
): { away: 'up' | 'down' | null; comeBack: () => void } {
  const following = usePlayer((player) => player.following);
  const [away, setAway] = useState<'up' | 'down' | null>(null);
  const own = useRef(0);
  const boxOf = useCallback(
    (index: number): Box | null => {
      const item = virtual.measurementsCache[index];
      const top = scroller.current?.scrollTop ?? 0;
      return item ? { top: item.start - top, bottom: item.end - top } : null;
    },
    [virtual, scroller],
  );
  const viewBox = useCallback((): Box => ({ top: 0, bottom: scroller.current?.clientHeight ?? 0 }), [scroller]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows (another call, new gaps) must be scrolled to as well
  useEffect(() => {
    if (!following || active < 0) return;
    setAway(null);
    const box = boxOf(active);
    if (!box || needsScroll(box, viewBox())) virtual.scrollToIndex(active, { align: 'center' });
  }, [following, active, rows, virtual, boxOf, viewBox]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let down = false;
    const touch = () => {
      own.current = Date.now();
    };
    const press = () => {
      down = true;
      touch();
    };
    const release = () => {
      down = false;
    };
    const scrolled = () => {
      const byReader = down || Date.now() - own.current < OWN_SCROLL_MS;
      if (!byReader && usePlayer.getState().following) return;
      const now = afterScroll(active < 0 ? null : boxOf(active), viewBox());
      if (now.on) setAway(null);
      else {
        setFollowing(false);
        setAway(now.towards);
      }
    };
    const listeners = [
      ['wheel', touch],
      ['touchmove', touch],
      ['keydown', touch],
      ['pointerdown', press],
      ['scroll', scrolled],
    ] as const;
    for (const [event, listener] of listeners) element.addEventListener(event, listener, { passive: true });
    window.addEventListener('pointerup', release);
    return () => {
      for (const [event, listener] of listeners) element.removeEventListener(event, listener);
      window.removeEventListener('pointerup', release);
    };
  }, [scroller, active, boxOf, viewBox]);

  return { away: following ? null : away, comeBack: () => setFollowing(true) };
}
