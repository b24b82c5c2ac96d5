import { useEffect } from 'react';
import { usePlayer } from '../player/player-store.ts';
import { follow } from './viewport.ts';
import { setView, useWave } from './wave-store.ts';

/** Turns the waveform's page with the playhead: while playing and following, and after every jump. */
export function useViewFollow(): void {
  useEffect(
    () =>
      usePlayer.subscribe((now, before) => {
        if (now.time === before.time) return;
        const jumped = Math.abs(now.time - before.time) > 0.5;
        if (!jumped && !(now.playing && now.following)) return;
        const { view } = useWave.getState();
        if (follow(view, now.time, Math.max(now.duration, 1)) !== view)
          setView((current, duration) => follow(current, now.time, duration));
      }),
    [],
  );
}
