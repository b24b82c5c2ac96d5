/** What the page may load and talk to: the same rules in every shell. */

/**
 * @param nonce random per response; style elements made by the page's component library carry it
 * @param connect further origins the page may talk to, such as its own WebSocket
 */
export function contentSecurityPolicy(nonce: string, connect: readonly string[] = []): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Charts place their tooltips by style attributes; an attribute cannot load anything by itself here.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    ["connect-src 'self'", ...connect].join(' '),
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** For recordings, exports and peaks: whatever such a file holds, opened in a tab it runs nothing. */
export const mediaSecurityPolicy = "sandbox; default-src 'none'; media-src 'self'";

/** Headers for everything that a shell serves. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), display-capture=()',
};

const NONCE_PLACE = /<meta name="csp-nonce" content="" ?\/?>/;

/** The page with its nonce filled in. */
export function pageWithNonce(html: string, nonce: string): string {
  return html.replace(NONCE_PLACE, `<meta name="csp-nonce" content="${nonce}" />`);
}
