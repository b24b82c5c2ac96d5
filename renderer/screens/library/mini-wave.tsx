import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTheme } from '../../app/settings.ts';
import { host } from '../../host.ts';
import { columns, parsePeaks } from '../../sound/peaks.ts';
import styles from './mini-wave.module.css';

interface MiniWaveProps {
  peaksUrl: string;
  agentChannel: number | null;
  /** Seconds. */
  position: number;
  duration: number;
  label: string;
  onSeek: (seconds: number) => void;
}

/** The whole call at a glance, one lane per channel; click seeks, arrow keys step by 5 s. */
export function MiniWave({ peaksUrl, agentChannel, position, duration, label, onSeek }: MiniWaveProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const peaks = useQuery({
    queryKey: ['media', 'peaks', peaksUrl],
    queryFn: async ({ signal }) => parsePeaks(await (await fetch(host.mediaUrl(peaksUrl), { signal })).arrayBuffer()),
    staleTime: Number.POSITIVE_INFINITY,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours read inside
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || !peaks.data) return;
    const scale = window.devicePixelRatio;
    const width = Math.round(element.clientWidth * scale);
    const height = Math.round(element.clientHeight * scale);
    element.width = width;
    element.height = height;
    const style = getComputedStyle(element);
    const lanes = peaks.data.channels === 1 ? [0] : agentChannel === 1 ? [1, 0] : [0, 1];
    const laneHeight = height / lanes.length;
    const playedTo = (position / Math.max(0.001, duration)) * width;
    lanes.forEach((channel, lane) => {
      const who = lane === 0 ? 'agent' : 'customer';
      const [played, ahead] = [style.getPropertyValue(`--${who}`), style.getPropertyValue(`--${who}-ahead`)];
      const values = columns(peaks.data, channel, 0, duration, width);
      const middle = laneHeight * (lane + 0.5);
      for (let x = 0; x < width; x++) {
        // The display curve lifts quiet speech without touching the loudest.
        const low = -((Math.abs(values[x * 2]!) / 128) ** 0.75);
        const high = (Math.abs(values[x * 2 + 1]!) / 128) ** 0.75;
        context.fillStyle = x <= playedTo ? played : ahead;
        context.fillRect(x, middle - high * laneHeight * 0.48, 1, Math.max(1, (high - low) * laneHeight * 0.48));
      }
    });
    context.fillStyle = style.getPropertyValue('--playhead');
    context.fillRect(Math.round(playedTo), 0, Math.max(1, scale), height);
  }, [peaks.data, position, duration, agentChannel, theme]);
  return (
    <div
      className={styles.wave}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.round(duration)}
      aria-valuenow={Math.round(position)}
      data-own-keys="Left Right"
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        onSeek(((event.clientX - box.left) / box.width) * duration);
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') onSeek(position - 5);
        if (event.key === 'ArrowRight') onSeek(position + 5);
      }}
    >
      <canvas ref={canvas} aria-hidden="true" />
    </div>
  );
}
