import { describe, expect, it } from 'vitest';
import { afterScroll, needsScroll } from './follow.ts';

const view = { top: 100, bottom: 500 };

describe('following the playhead', () => {
  it('goes on while the reader still sees a part of the active line', () => {
    expect(afterScroll({ top: 480, bottom: 520 }, view)).toEqual({ on: true });
    expect(afterScroll({ top: 80, bottom: 101 }, view)).toEqual({ on: true });
  });

  it('stops when the line is out of sight, and knows where it went', () => {
    expect(afterScroll({ top: 500, bottom: 540 }, view)).toEqual({ on: false, towards: 'down' });
    expect(afterScroll({ top: 40, bottom: 100 }, view)).toEqual({ on: false, towards: 'up' });
  });

  it('goes on where there is no active line', () => {
    expect(afterScroll(null, view)).toEqual({ on: true });
  });

  it('moves the page only near its edges', () => {
    expect(needsScroll({ top: 250, bottom: 290 }, view)).toBe(false);
    expect(needsScroll({ top: 380, bottom: 420 }, view)).toBe(true);
    expect(needsScroll({ top: 90, bottom: 130 }, view)).toBe(true);
  });
});
