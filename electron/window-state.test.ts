import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitToScreens, loadWindowState, MIN_SIZE, saveWindowState } from './window-state.ts';

const left = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1366, height: 728 };

it('comes back to where it was, on the second screen too', () => {
  const state = { place: { x: 1950, y: 10 }, width: 1300, height: 700, maximized: true };
  expect(fitToScreens(state, [left, right])).toEqual(state);
});

it('lets the system choose when that screen is gone', () => {
  const state = { place: { x: 1950, y: 10 }, width: 1300, height: 700, maximized: false };
  expect(fitToScreens(state, [left])).toEqual({ width: 1300, height: 700, maximized: false });
});

it('shrinks to a smaller screen', () => {
  expect(fitToScreens({ width: 3000, height: 2000, maximized: false }, [right])).toEqual({
    width: 1366,
    height: 728,
    maximized: false,
  });
});

it('keeps its title bar within reach and its size usable, whatever was stored', () => {
  const int = fc.integer({ min: -5000, max: 5000 });
  fc.assert(
    fc.property(int, int, fc.nat(9000), fc.nat(9000), (x, y, width, height) => {
      const fitted = fitToScreens({ place: { x, y }, width, height, maximized: false }, [left]);
      expect(fitted.width).toBeGreaterThanOrEqual(MIN_SIZE.width);
      expect(fitted.height).toBeGreaterThanOrEqual(MIN_SIZE.height);
      if (!fitted.place) return;
      expect(fitted.place.y).toBeGreaterThanOrEqual(0);
      expect(fitted.place.y).toBeLessThan(left.height);
      expect(fitted.place.x).toBeLessThan(left.width);
      expect(fitted.place.x + fitted.width).toBeGreaterThan(0);
    }),
  );
});

it('remembers its state and forgives a damaged file', () => {
  const dir = mkdtempSync(join(tmpdir(), 'window-state-'));
  const file = join(dir, 'deeper', 'window.json');
  const state = { place: { x: 5, y: 6 }, width: 1300, height: 800, maximized: false };
  saveWindowState(file, state);
  expect(loadWindowState(file)).toEqual(state);
  writeFileSync(file, '{"width":"x"');
  expect(loadWindowState(file)).toEqual({ width: 1440, height: 900, maximized: false });
  rmSync(dir, { recursive: true });
});
