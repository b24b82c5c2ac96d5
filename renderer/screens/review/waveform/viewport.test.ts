import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultViewport, follow, ticks, type Viewport, zoom, zoomFraction, zoomTo } from './viewport.ts';

const call = fc
  .record({
    duration: fc.double({ min: 5, max: 7200, noNaN: true }),
    a: fc.double({ min: 0, max: 1, noNaN: true }),
    b: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ duration, a, b }) => {
    const width = Math.max(2, duration * b);
    const start = (duration - width) * a;
    return { duration, view: { start, end: start + width } as Viewport };
  });

describe('the view of the waveform', () => {
  it('shows a call up to four minutes whole and a longer one by 30 seconds', () => {
    expect(defaultViewport(240)).toEqual({ start: 0, end: 240 });
    expect(defaultViewport(241)).toEqual({ start: 0, end: 30 });
  });

  it('never leaves the call, however it is zoomed', () => {
    fc.assert(
      fc.property(
        call,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ duration, view }, factor, at) => {
          const next = zoom(view, factor, view.start + (view.end - view.start) * at, duration);
          expect(next.start).toBeGreaterThanOrEqual(0);
          expect(next.end).toBeLessThanOrEqual(duration + 1e-6);
          expect(next.end - next.start).toBeGreaterThanOrEqual(2 - 1e-6);
        },
      ),
    );
  });

  it('keeps the second under the pointer where it is while zooming in', () => {
    const next = zoom({ start: 10, end: 50 }, 2, 20, 100);
    expect((20 - next.start) / (next.end - next.start)).toBeCloseTo(0.25);
  });

  it('turns the page when the playhead leaves it, and not before', () => {
    const view = { start: 0, end: 30 };
    expect(follow(view, 15, 600)).toBe(view);
    expect(follow(view, 30, 600)).toEqual({ start: 27, end: 57 });
    expect(follow({ start: 100, end: 130 }, 5, 600)).toEqual({ start: 2, end: 32 });
  });

  it('finds its way back from the slider', () => {
    const view = { start: 40, end: 100 };
    expect(zoomTo(view, zoomFraction(view, 600), 70, 600)).toEqual({
      start: expect.closeTo(40),
      end: expect.closeTo(100),
    });
  });
});

it('labels the ruler no closer than asked', () => {
  fc.assert(
    fc.property(call, fc.integer({ min: 300, max: 2000 }), ({ view }, pixels) => {
      const { step, times } = ticks(view, pixels);
      expect((step / (view.end - view.start)) * pixels).toBeGreaterThanOrEqual(84 - 1e-6);
      for (const time of times) expect(time).toBeGreaterThanOrEqual(view.start - 1e-6);
    }),
  );
});
