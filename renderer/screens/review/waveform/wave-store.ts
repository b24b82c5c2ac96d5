/** The peaks of the call on the desk and the part of it that is shown. */
import { create } from 'zustand';
import { host } from '../../../host.ts';
import { type Peaks, parsePeaks } from '../../../sound/peaks.ts';
import { setQuiet } from '../player/player.ts';
import { usePlayer } from '../player/player-store.ts';
import { quietSpans } from '../player/silence.ts';
import { defaultViewport, type Viewport, zoom, zoomTo } from './viewport.ts';

interface Wave {
  peaks: Peaks | null;
  state: 'loading' | 'ready' | 'none';
  view: Viewport;
}

export const useWave = create<Wave>(() => ({ peaks: null, state: 'loading', view: { start: 0, end: 1 } }));

/** By then the call is on the desk. */
const QUIET_AFTER_MS = 300;

/** @param path below the media base; a call that was not analysed yet has no peaks */
export async function loadPeaks(path: string, duration: number, signal: AbortSignal): Promise<void> {
  setQuiet(null);
  useWave.setState({ peaks: null, state: 'loading', view: defaultViewport(Math.max(duration, 1)) });
  try {
    const response = await fetch(host.mediaUrl(path), { signal });
    if (!response.ok) throw new Error(`peaks: ${response.status}`);
    const peaks = parsePeaks(await response.arrayBuffer());
    if (signal.aborted) return;
    useWave.setState({ peaks, state: 'ready' });
    // First the picture, then what only "skip silence" asks for.
    setTimeout(() => signal.aborted || setQuiet(quietSpans(peaks)), QUIET_AFTER_MS);
  } catch {
    if (!signal.aborted) useWave.setState({ state: 'none' });
  }
}

const duration = () => Math.max(usePlayer.getState().duration, 1);

export const setView = (change: (view: Viewport, duration: number) => Viewport): void =>
  useWave.setState(({ view }) => ({ view: change(view, duration()) }));

/** Zooms around the playhead when it can be seen, else around the middle. */
export const zoomBy = (factor: number): void => setView((view, length) => zoom(view, factor, anchor(view), length));
export const zoomToFraction = (fraction: number): void =>
  setView((view, length) => zoomTo(view, fraction, anchor(view), length));
export const fit = (): void => setView((_, length) => ({ start: 0, end: length }));

function anchor(view: Viewport): number {
  const { time } = usePlayer.getState();
  return time >= view.start && time <= view.end ? time : (view.start + view.end) / 2;
}
