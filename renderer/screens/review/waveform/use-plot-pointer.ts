/** Pointer on the lanes and the ruler: click seeks, drag selects, the wheel zooms (Ctrl) or moves the view. */
import { type RefObject, useEffect } from 'react';
import { seek, select, setFollowing } from '../player/player.ts';
import { pan, zoom } from './viewport.ts';
import { setView, useWave } from './wave-store.ts';

/** Movement in pixels from which on a press is a drag. */
const DRAG = 4;
const WHEEL_ZOOM = 0.0025;

export function usePlotPointer(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const plot = ref.current!;
    let pressed: { x: number; time: number; dragging: boolean } | null = null;
    const fractionAt = (clientX: number) => {
      const { left, width } = plot.getBoundingClientRect();
      return (clientX - left) / width;
    };
    const timeAt = (clientX: number) => {
      const { view } = useWave.getState();
      return view.start + Math.min(1, Math.max(0, fractionAt(clientX))) * (view.end - view.start);
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      plot.setPointerCapture(event.pointerId);
      pressed = { x: event.clientX, time: timeAt(event.clientX), dragging: false };
    };
    const move = (event: PointerEvent) => {
      if (!pressed) return;
      pressed.dragging ||= Math.abs(event.clientX - pressed.x) > DRAG;
      if (!pressed.dragging) return;
      const fraction = fractionAt(event.clientX);
      if (fraction < 0 || fraction > 1)
        setView((view, duration) => pan(view, (view.end - view.start) * (fraction < 0 ? -0.02 : 0.02), duration));
      const time = timeAt(event.clientX);
      select({ start: Math.min(pressed.time, time), end: Math.max(pressed.time, time) });
    };
    const up = () => {
      if (pressed && !pressed.dragging) {
        setFollowing(true);
        seek(pressed.time);
      }
      pressed = null;
    };
    const cancel = () => {
      pressed = null;
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        const anchor = timeAt(event.clientX);
        setView((view, duration) => zoom(view, Math.exp(-event.deltaY * WHEEL_ZOOM), anchor, duration));
        return;
      }
      const pixels = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY;
      setView((view, duration) => pan(view, (pixels / plot.clientWidth) * (view.end - view.start), duration));
    };
    plot.addEventListener('pointerdown', down);
    plot.addEventListener('pointermove', move);
    plot.addEventListener('pointerup', up);
    plot.addEventListener('pointercancel', cancel);
    plot.addEventListener('wheel', wheel, { passive: false });
    return () => {
      plot.removeEventListener('pointerdown', down);
      plot.removeEventListener('pointermove', move);
      plot.removeEventListener('pointerup', up);
      plot.removeEventListener('pointercancel', cancel);
      plot.removeEventListener('wheel', wheel);
    };
  }, [ref]);
}
