/**
 * Who may call the browser shell. Threats: another web page in the same browser that fires requests at our
 * port (CSRF), a foreign name that is made to resolve to our address (DNS rebinding), another user or program
 * that guesses the token. A page of another port of this machine counts as "same site" for cookies, so the
 * cookie alone never decides.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Question {
  method: string;
  /** Path and query as sent. */
  url: string;
  headers: IncomingHttpHeaders;
  /** True for a WebSocket handshake. */
  upgrade?: boolean;
}

export type Answer =
  | { kind: 'allow' }
  /** The token came in the address: keep it in a cookie and take it out of the address bar. */
  | { kind: 'welcome'; location: string; cookie: string }
  | { kind: 'refuse'; status: 401 | 403; reason: 'host' | 'origin' | 'token' };

export interface Guard {
  ask(question: Question): Answer;
  /** A code that opens the door once: safe to pass on a command line, which others on the machine can read. */
  oneTimeCode(): string;
}

export interface GuardOptions {
  token: string;
  /** Names by which this server may be called, `host:port`. */
  hosts: readonly string[];
  port: number;
}

export function createGuard({ token, hosts, port }: GuardOptions): Guard {
  const known = new Set(hosts.map((host) => host.toLowerCase()));
  // Cookies know no ports: two libraries served by one machine must not overwrite each other's.
  const cookieName = `tingjian-${port}`;
  const codes = new Set<string>();

  return {
    ask(question) {
      const { headers } = question;
      const host = headers.host?.toLowerCase() ?? '';
      if (!known.has(host)) return refuse('host');
      if (!sameOrigin(question, host)) return refuse('origin');
      const reading = (question.method === 'GET' || question.method === 'HEAD') && !question.upgrade;
      if (reading) {
        const welcome = admit(question.url);
        if (welcome) return welcome;
      }
      if (isToken(bearerOf(headers), token)) return { kind: 'allow' };
      // Browsers name the origin of everything but plain reading; a cookie without it is not a browser's.
      if (!reading && headers.origin === undefined) return refuse('origin');
      return isToken(cookieOf(headers, cookieName), token) ? { kind: 'allow' } : refuse('token');
    },
    oneTimeCode() {
      const code = newToken();
      codes.add(code);
      return code;
    },
  };

  function admit(target: string): Answer | null {
    const [path = '/', query = ''] = target.split('?', 2);
    const params = new URLSearchParams(query);
    const given = params.get('token');
    const code = params.get('code');
    if (!(given !== null && isToken(given, token)) && !(code !== null && codes.delete(code))) return null;
    params.delete('token');
    params.delete('code');
    const rest = params.size > 0 ? `?${params}` : '';
    // A path of two slashes would be an address on another host.
    const location = `/${path.replace(/^[/\\]+/, '')}${rest}`;
    return { kind: 'welcome', location, cookie: `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/` };
  }
}

/** 256 random bits, fit for an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function sameOrigin({ headers, method, upgrade }: Question, host: string): boolean {
  if (headers.origin !== undefined && headers.origin.toLowerCase() !== `http://${host}`) return false;
  const site = headers['sec-fetch-site'];
  const navigates = method === 'GET' && !upgrade && headers['sec-fetch-mode'] === 'navigate';
  return site === undefined || site === 'same-origin' || site === 'none' || navigates;
}

/** Takes the same time for every wrong guess, whatever its length. */
function isToken(given: string | null, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return given !== null && timingSafeEqual(digest(given), digest(token));
}

function bearerOf(headers: IncomingHttpHeaders): string | null {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

function cookieOf(headers: IncomingHttpHeaders, name: string): string | null {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const pair = pairs.find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) ?? null;
}

function refuse(reason: 'host' | 'origin' | 'token'): Answer {
  return { kind: 'refuse', status: reason === 'token' ? 401 : 403, reason };
}
