import { expect, it } from 'vitest';
import { hideNumbers } from './hide-numbers.ts';

it.each([
  ['20260302_091503_8012_13800138001.wav', '20260302_091503_8012_138****8001.wav'],
  ['8101-13900000001-20260409081500.wav', '8101-139****0001-20260409081500.wav'],
  ['in-01065551234-8012.wav', 'in-010****1234-8012.wav'],
  ['021-55512345_8012.mp3', '021-****2345_8012.mp3'],
  ['20260302_091503_8012.wav', '20260302_091503_8012.wav'],
])('shows %s as %s', (name, shown) => {
  expect(hideNumbers(name)).toBe(shown);
});
