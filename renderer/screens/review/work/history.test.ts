import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createHistory } from './history.ts';

function setTo(document: { value: number }, value: number) {
  const before = document.value;
  document.value = value;
  const set = (next: number) => () => {
    document.value = next;
  };
  return { undo: set(before), redo: set(value) };
}

it('comes back to the beginning by undoing everything, and to the end by redoing everything', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 50 }), (values) => {
      const document = { value: 0 };
      const history = createHistory();
      for (const value of values) history.push(setTo(document, value));
      const last = document.value;
      while (history.undo());
      expect(document.value).toBe(0);
      while (history.redo());
      expect(document.value).toBe(last);
    }),
  );
});

it('forgets what was undone once something new is done', () => {
  const document = { value: 0 };
  const history = createHistory();
  history.push(setTo(document, 1));
  history.undo();
  history.push(setTo(document, 2));
  expect(history.redo()).toBe(false);
  expect(document.value).toBe(2);
});

it('keeps the newest changes up to its limit', () => {
  const document = { value: 0 };
  const history = createHistory(2);
  for (const value of [1, 2, 3]) history.push(setTo(document, value));
  while (history.undo());
  expect(document.value).toBe(1);
});
