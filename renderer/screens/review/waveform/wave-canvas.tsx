import { useLayoutEffect, useRef, useState } from 'react';
import type { Span } from '../../../../core/contract/index.ts';
import { useTheme } from '../../../app/settings.ts';
import { columns, type Peaks } from '../../../sound/peaks.ts';
import { drawColumns, gainOf } from './draw.ts';
import type { Viewport } from './viewport.ts';

interface WaveCanvasProps {
  peaks: Peaks;
  /** Null mixes all channels. */
  channel: number | null;
  view: Viewport;
  /** Names of the colour tokens. */
  colour: string;
  holds: readonly Span[];
  className?: string | undefined;
}

/** A canvas as large as its place on the screen, never as large as the call. */
export function WaveCanvas({ peaks, channel, view, colour, holds, className }: WaveCanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const size = useDeviceSize(ref);
  const theme = useTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the tokens that are read here
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || size.width === 0) return;
    canvas.width = size.width;
    canvas.height = size.height;
    const style = getComputedStyle(canvas);
    drawColumns(context, columns(peaks, channel, view.start, view.end, size.width), view, holds, {
      colour: style.getPropertyValue(colour),
      hold: style.getPropertyValue('--hold'),
      gain: gainOf(peaks),
    });
  }, [peaks, channel, view, colour, holds, size, theme]);
  return <canvas ref={ref} aria-hidden="true" className={className} />;
}

/**
 * Size in device pixels. Measured at once, so that the first frame has ink in it; the observer, which speaks after the
 * layout, makes it exact at every zoom of the screen and of the interface.
 */
function useDeviceSize(ref: React.RefObject<HTMLCanvasElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const canvas = ref.current!;
    const take = (width: number, height: number) =>
      setSize((now) => (now.width === width && now.height === height ? now : { width, height }));
    const { width, height } = canvas.getBoundingClientRect();
    take(Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio));
    const observer = new ResizeObserver(([entry]) => {
      const box = entry?.devicePixelContentBoxSize[0];
      if (box) take(box.inlineSize, box.blockSize);
    });
    observer.observe(canvas, { box: 'device-pixel-content-box' });
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
