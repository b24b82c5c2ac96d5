import { describe, expect, it } from 'vitest';
import { hideNumber, maskFileName } from './hide-number.ts';

describe('the number of a customer in a text', () => {
  it.each([
    ['回电01088887777', '01088887777', '回电010****7777'],
    ['回电010-8888 7777', '01088887777', '回电010-**** 7777'],
    ['(010)88887777打来', '01088887777', '(010)****7777打来'],
    ['13900001111/13700002222', '13900001111/13700002222', '139****1111/137****2222'],
    ['单号2026030209', '8031', '单号2026030209'],
  ])('%s', (text, phone, shown) => expect(hideNumber(text, phone)).toBe(shown));
});

describe('file names of whose calls nothing is known', () => {
  it.each([
    ['010-66668888_8031_20260302091503.wav', '010-****8888_8031_20260302091503.wav'],
    ['057166668888.wav', '0571****8888.wav'],
    ['8031_13900001111.wav', '8031_139****1111.wav'],
    ['0915-20260302.wav', '0915-20260302.wav'],
    ['20260302_091503_8031.wav', '20260302_091503_8031.wav'],
  ])('%s', (file, shown) => expect(maskFileName(file)).toBe(shown));
});
