import { type LibraryName, libraryAt, libraryBase } from '../core/contract/libraries.ts';

/** The one address that the window may show: our own scheme, served by page-protocol.ts. */
export const SCHEME = 'tingjian';
export const PAGE_ORIGIN = `${SCHEME}://app`;
export const PAGE_URL = `${PAGE_ORIGIN}/`;
/** Where a page finds the media of the library that it shows. */
export const mediaBase = (path: string): string => `${PAGE_ORIGIN}${libraryBase(path)}media/`;

/** Which library a page of ours shows. */
export const libraryOfPage = (url: string | undefined): LibraryName =>
  libraryAt(url && URL.canParse(url) ? new URL(url).pathname : '/').library;

/** True for addresses of our own page; anything else never loads, and never gets an answer over IPC. */
export function isOwnPage(url: string | undefined | null): boolean {
  if (!url || !URL.canParse(url)) return false;
  const { protocol, host, username, password, port } = new URL(url);
  return protocol === `${SCHEME}:` && host === 'app' && username === '' && password === '' && port === '';
}
