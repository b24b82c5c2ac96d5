import { expect, it } from 'vitest';
import { contentSecurityPolicy, pageWithNonce } from './content-security.ts';
import { pageFile } from './page-file.ts';

it.each([
  ['/', '/r/index.html'],
  ['/assets/a.js', '/r/assets/a.js'],
  ['/%E5%90%AC.js', '/r/听.js'],
  ['/..%2f..%2fetc/passwd', null],
  ['/../etc/passwd', null],
  ['/..%5cx', null],
  ['/%00', null],
  ['/%E0%A4%A', null],
  ['/..js', '/r/..js'],
])('%s is the page file %s', (path, expected) => {
  expect(pageFile('/r', path)).toBe(expected);
});

it('lets no inline script run and no other site frame or feed the page', () => {
  const policy = contentSecurityPolicy('n1', ['ws://127.0.0.1:1']);
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'self' ws://127.0.0.1:1;");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|\*/);
});

it('hands the nonce to the page', () => {
  expect(pageWithNonce('<head><meta name="csp-nonce" content="" /></head>', 'n1')).toContain('content="n1"');
});
