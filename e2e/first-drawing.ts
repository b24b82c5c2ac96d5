/** When the waveform of a call can be seen: milliseconds from the Enter that opens it to the first ink on a lane. */
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** One entry per Enter that led to a drawing. */
    drawnAfter: number[];
  }
}

/** Before the page is opened. */
export const measureDrawing = (page: Page) => page.addInitScript(watchCanvas);

export const drawnAfter = (page: Page): Promise<number[]> => page.evaluate(() => window.drawnAfter);

/** Runs in the page. */
function watchCanvas(): void {
  window.drawnAfter = [];
  const hasInk = (canvas: HTMLCanvasElement | null): boolean => {
    if (!canvas || canvas.width === 0 || canvas.height === 0) return false;
    // A line above the middle: only sound reaches it.
    const { data } = canvas.getContext('2d')!.getImageData(0, Math.floor(canvas.height * 0.4), canvas.width, 1);
    return data.some((value, i) => i % 4 === 3 && value > 0);
  };
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter') return;
      const start = performance.now();
      const look = () => {
        if (hasInk(document.querySelector('[aria-label="波形与时间轴"] canvas')))
          window.drawnAfter.push(performance.now() - start);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    { capture: true },
  );
}
