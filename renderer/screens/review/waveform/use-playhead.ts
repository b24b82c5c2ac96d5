/** Moves things with the playhead without drawing React again: at most one style write per frame while playing. */
import { type RefObject, useEffect } from 'react';
import { usePlayer } from '../player/player-store.ts';
import { useWave } from './wave-store.ts';

/** Calls `place` with the playhead's place in the view (0…1; outside of it when not in view) on every move. */
export function useEveryMove(place: (fraction: number, time: number) => void): void {
  useEffect(() => {
    const update = () => {
      const { time } = usePlayer.getState();
      const { view } = useWave.getState();
      place((time - view.start) / (view.end - view.start), time);
    };
    update();
    const stops = [
      usePlayer.subscribe((now, before) => {
        if (now.time !== before.time) update();
      }),
      useWave.subscribe((now, before) => {
        if (now.view !== before.view) update();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  });
}

/**
 * Cuts the element off at the playhead: it is moved to the left and what it holds as far to the right, which
 * the compositor does without painting anything again.
 */
export function usePlayedWidth(ref: RefObject<HTMLElement | null>): void {
  useEveryMove((fraction) => {
    const content = ref.current?.firstElementChild;
    if (!ref.current || !(content instanceof HTMLElement)) return;
    const ahead = (1 - Math.min(1, Math.max(0, fraction))) * 100;
    moveTo(ref.current, -ahead);
    moveTo(content, ahead);
  });
}

/** Moves an element by a share of its own width, in steps that the eye can see. */
export function moveTo(element: HTMLElement, percent: number): void {
  const transform = `translateX(${percent.toFixed(2)}%)`;
  if (element.style.transform !== transform) element.style.transform = transform;
}
