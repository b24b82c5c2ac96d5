import { expect, it } from 'vitest';
import { isOwnPage, MEDIA_BASE, PAGE_URL } from './own-page.ts';

it.each([PAGE_URL, MEDIA_BASE, 'tingjian://app/index.html#/review/1', 'tingjian://app'])('%s is ours', (url) => {
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
