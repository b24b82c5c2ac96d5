/** Which library a page shows is told by its address: that of the samples lives below a path of its own. */
export type LibraryName = 'own' | 'samples';

export const samplesPath = '/samples/';

/** What stands before the paths of the library that a page shows. */
export const libraryBase = (path: string): string => (path.startsWith(samplesPath) ? samplesPath : '/');

/** The library that a path belongs to, and the path within it (with its leading slash). */
export function libraryAt(path: string): { library: LibraryName; path: string } {
  return path.startsWith(samplesPath)
    ? { library: 'samples', path: path.slice(samplesPath.length - 1) }
    : { library: 'own', path };
}
