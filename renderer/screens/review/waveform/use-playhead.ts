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

/** Cuts the element off at the playhead. */
export function usePlayedWidth(ref: RefObject<HTMLElement | null>): void {
  useEveryMove((fraction) => {
    if (ref.current)
      ref.current.style.clipPath = `inset(0 ${(100 - Math.min(1, Math.max(0, fraction)) * 100).toFixed(3)}% 0 0)`;
  });
}
