import type { CSSProperties } from 'react';
import type { Span } from '../../../../core/contract/index.ts';
import type { Viewport } from './viewport.ts';

const percent = (time: number, view: Viewport): number => ((time - view.start) / (view.end - view.start)) * 100;

/** Left edge of a moment in the view. */
export const at = (time: number, view: Viewport): CSSProperties => ({ left: `${percent(time, view)}%` });

/** Left edge and width of the part of a span that the view shows. */
export function spanStyle({ start, end }: Span, view: Viewport): CSSProperties {
  const from = Math.max(start, view.start);
  const to = Math.min(end, view.end);
  return { left: `${percent(from, view)}%`, width: `${percent(to, view) - percent(from, view)}%` };
}

export const inView = ({ start, end }: Span, view: Viewport): boolean => end > view.start && start < view.end;
