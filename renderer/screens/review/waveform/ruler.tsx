import { useEffect, useRef, useState } from 'react';
import { clock } from '../../../i18n/format.ts';
import { at } from './place.ts';
import { ticks } from './viewport.ts';
import { useWave } from './wave-store.ts';
import styles from './waveform.module.css';

/** Widest label: 1:02:33. */
const LABEL_WIDTH = 48;

export function Ruler() {
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const view = useWave((wave) => wave.view);
  const { step, times } = ticks(view, width);
  return (
    <div ref={ref} className={styles.ruler} aria-hidden="true">
      {times.map((time) => (
        <span key={time} style={at(time, view)}>
          {label(time, step, ((view.end - time) / (view.end - view.start)) * width)}
        </span>
      ))}
      {times.map((time) => (
        <i key={time} style={at(time + step / 2, view)} />
      ))}
    </div>
  );
}

/** Empty where it would be cut off at the edge. */
function label(time: number, step: number, room: number): string {
  if (room < LABEL_WIDTH) return '';
  return step < 1 ? `${clock(Math.floor(time) * 1000)}${time % 1 === 0 ? '.0' : '.5'}` : clock(time * 1000);
}

/** Width of an element in CSS pixels. */
export function useWidth(ref: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width));
    observer.observe(ref.current!);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
