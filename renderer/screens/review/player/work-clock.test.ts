import { expect, it } from 'vitest';
import { createWorkClock } from './work-clock.ts';

it('counts from the first activity', () => {
  const clock = createWorkClock();
  clock.active(1000);
  expect(clock.peek(6000)).toBe(5000);
});

it('stops half a minute after the last activity and goes on with the next', () => {
  const clock = createWorkClock();
  clock.active(0);
  clock.active(10_000);
  expect(clock.peek(300_000)).toBe(40_000);
  clock.active(300_000);
  expect(clock.peek(305_000)).toBe(45_000);
});

it('does not count while the window is hidden', () => {
  const clock = createWorkClock();
  clock.active(0);
  clock.stop(4000);
  clock.active(9000);
  expect(clock.take(10_000)).toBe(5000);
  expect(clock.take(11_000)).toBe(1000);
});
