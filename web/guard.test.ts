import { expect, it } from 'vitest';
import { createGuard, newToken, type Question } from './guard.ts';

const token = newToken();
const host = '127.0.0.1:4780';
const guard = createGuard({ token, hosts: [host, 'localhost:4780'], port: 4780 });
const cookie = `other=1; tingjian-4780=${token}`;
const origin = `http://${host}`;
const ask = (question: Partial<Question>) =>
  guard.ask({ method: 'GET', url: '/', ...question, headers: { host, ...question.headers } });
const allow = { kind: 'allow' };

it.each<[string, Partial<Question>]>([
  ['a page load with the cookie', { headers: { cookie } }],
  [
    'media without an origin, as <audio> asks',
    { url: '/media/x', headers: { cookie, 'sec-fetch-site': 'same-origin' } },
  ],
  ['a call from the page itself', { method: 'POST', headers: { cookie, origin } }],
  ['a WebSocket from the page itself', { upgrade: true, headers: { cookie, origin } }],
  ['a script that shows the token', { method: 'PUT', headers: { authorization: `Bearer ${token}` } }],
  ['another of its names', { headers: { cookie, host: 'LOCALHOST:4780' } }],
  [
    'a link clicked on another page',
    { headers: { cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } },
  ],
])('lets %s in', (_what, question) => {
  expect(ask(question)).toEqual(allow);
});

it.each<[string, Partial<Question>, 'host' | 'origin' | 'token']>([
  ['a rebound host', { headers: { cookie, host: 'evil.example:4780' } }, 'host'],
  ['a missing host', { headers: { cookie, host: undefined } }, 'host'],
  ['another port', { headers: { cookie, host: '127.0.0.1:80' } }, 'host'],
  ['a call from another site', { method: 'POST', headers: { cookie, origin: 'https://evil.example' } }, 'origin'],
  [
    'a call from another port of this machine',
    { method: 'POST', headers: { cookie, origin: 'http://127.0.0.1:3000' } },
    'origin',
  ],
  ['a call from a sandboxed frame', { method: 'POST', headers: { cookie, origin: 'null' } }, 'origin'],
  ['a WebSocket from another port', { upgrade: true, headers: { cookie, origin: 'http://localhost:3000' } }, 'origin'],
  ['a WebSocket that hides its origin', { upgrade: true, headers: { cookie } }, 'origin'],
  [
    'an image tag on another port',
    { url: '/media/x', headers: { cookie, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' } },
    'origin',
  ],
  ['a stranger', {}, 'token'],
  ['a wrong cookie', { headers: { cookie: `tingjian-4780=${newToken()}` } }, 'token'],
  ['the cookie of another library', { headers: { cookie: `tingjian-4781=${token}` } }, 'token'],
  ['a wrong bearer', { method: 'POST', headers: { authorization: 'Bearer x' } }, 'origin'],
  ['an empty token in the address', { url: '/?token=' }, 'token'],
  ['a token in the address of a call', { method: 'POST', url: `/rpc?token=${token}`, headers: { origin } }, 'token'],
])('refuses %s', (_what, question, reason) => {
  expect(ask(question)).toEqual({ kind: 'refuse', status: reason === 'token' ? 401 : 403, reason });
});

it('turns the token in the address into a cookie that no script can read', () => {
  expect(ask({ url: `/?token=${token}&x=1` })).toEqual({
    kind: 'welcome',
    location: '/?x=1',
    cookie: `tingjian-4780=${token}; HttpOnly; SameSite=Strict; Path=/`,
  });
});

it('never sends a newcomer to another host', () => {
  expect(ask({ url: `//evil.example/?token=${token}` })).toMatchObject({ location: '/evil.example/' });
  expect(ask({ url: `/\\evil.example/?token=${token}` })).toMatchObject({ location: '/evil.example/' });
});

it('opens once by a one-time code', () => {
  const url = `/?code=${guard.oneTimeCode()}`;
  expect(ask({ url })).toMatchObject({ kind: 'welcome', location: '/' });
  expect(ask({ url })).toMatchObject({ kind: 'refuse', reason: 'token' });
});
