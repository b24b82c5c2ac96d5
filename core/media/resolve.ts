import type { CoreContext } from '../context.ts';

export interface MediaFile {
  /** Absolute path of a file to stream with byte ranges. */
  file: string;
  contentType: string;
  /** Set for downloads. */
  downloadName?: string;
}
/**
 * The only way from a URL to a file: `recordings/<id>/audio`, `recordings/<id>/peaks`, `clips/<id>/audio`,
 * `exports/<name>`. Null = 404. Paths from outside never name files; ids are looked up, export names are
 * matched against the exports folder.
 */
export type MediaResolver = (urlPath: string) => Promise<MediaFile | null>;

export function createMediaResolver(_context: CoreContext): MediaResolver {
  throw new Error('not built yet');
}
