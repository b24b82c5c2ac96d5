/** Media keys and the system's player panel. Previous and next are the −3 s and +3 s keys of Apple keyboards. */
import { pause, play, seek, seekBy } from './player.ts';

export function describeToSystem(title: string, artist: string): () => void {
  const session = navigator.mediaSession;
  session.metadata = new MediaMetadata({ title, artist });
  const handlers: [MediaSessionAction, MediaSessionActionHandler][] = [
    ['play', play],
    ['pause', pause],
    ['previoustrack', () => seekBy(-3)],
    ['nexttrack', () => seekBy(3)],
    ['seekbackward', ({ seekOffset }) => seekBy(-(seekOffset ?? 3))],
    ['seekforward', ({ seekOffset }) => seekBy(seekOffset ?? 3)],
    ['seekto', ({ seekTime }) => seek(seekTime ?? 0)],
  ];
  for (const [action, handler] of handlers) session.setActionHandler(action, handler);
  return () => {
    session.metadata = null;
    for (const [action] of handlers) session.setActionHandler(action, null);
  };
}
