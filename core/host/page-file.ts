import { isAbsolute, join, relative, sep } from 'node:path';

/**
 * File of the built page that a URL's path names; null when the path is malformed or leads out of the folder.
 * @param urlPath percent-encoded, from the root
 */
export function pageFile(rendererDir: string, urlPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = join(rendererDir, path === '/' || path === '' ? 'index.html' : path);
  const inside = relative(rendererDir, file);
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : file;
}
