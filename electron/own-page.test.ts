import { expect, it } from 'vitest';
import { isOwnPage, libraryOfPage, mediaBase, PAGE_URL } from './own-page.ts';

it.each([
  PAGE_URL,
  mediaBase('/'),
  'tingjian://app/samples/#/library',
  'tingjian://app/index.html#/review/1',
  'tingjian://app',
])('%s is ours', (url) => {
  expect(isOwnPage(url)).toBe(true);
});

it.each([
  'https://app/',
  'tingjian://evil/',
  'tingjian://app.evil/',
  'tingjian://user@app/',
  'tingjian://app:8080/',
  'file:///etc/passwd',
  'about:blank',
  'javascript:alert(1)',
  '',
  undefined,
  null,
])('%s is not ours', (url) => {
  expect(isOwnPage(url)).toBe(false);
});

it('the samples are a library of their own, told by the address of the page', () => {
  expect(libraryOfPage('tingjian://app/samples/#/library')).toBe('samples');
  expect(libraryOfPage('tingjian://app/#/samples/')).toBe('own');
  expect(libraryOfPage(undefined)).toBe('own');
  expect([mediaBase('/samples/'), mediaBase('/')]).toEqual(['tingjian://app/samples/media/', 'tingjian://app/media/']);
});
