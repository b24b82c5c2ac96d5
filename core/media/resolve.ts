import { lstat, mkdir, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { findClip, recordingFiles } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { audioType } from './audio-type.ts';
import { clipFile, mediaFile } from './library-files.ts';

export interface MediaFile {
  /** Absolute path of a file to stream with byte ranges. */
  file: string;
  contentType: string;
  /** Set for downloads. */
  downloadName?: string;
}
/**
 * The only way from a URL to a file: `recordings/<id>/audio`, `recordings/<id>/peaks`, `clips/<id>/audio`,
 * `exports/<name>`, percent-encoded as in the URL. Null = 404. Paths from outside never name files; ids are looked
 * up, export names are matched against the exports folder.
 */
export type MediaResolver = (urlPath: string) => Promise<MediaFile | null>;

export function createMediaResolver(context: CoreContext): MediaResolver {
  const { library, dirs } = context;
  const cutting = new Map<string, Promise<void>>();

  return async (urlPath) => {
    const parts = decodedParts(urlPath);
    const [room, name, part, ...rest] = parts ?? [];
    if (!room || !name || rest.length > 0) return null;
    if (room === 'recordings' && part === 'audio') return recordingAudio(name);
    if (room === 'recordings' && part === 'peaks') return recordingPeaks(name);
    if (room === 'clips' && part === 'audio') return clipAudio(name);
    if (room === 'exports' && part === undefined) return exported(name);
    return null;
  };

  async function recordingAudio(id: string): Promise<MediaFile | null> {
    const found = await recordingFiles(library, id);
    if (!found) return null;
    const proxy = found.playback === 'proxy' && found.proxyFile ? mediaFile(dirs, found.proxyFile) : null;
    const file = proxy ?? found.path;
    return present(file, audioType(file));
  }

  async function recordingPeaks(id: string): Promise<MediaFile | null> {
    const found = await recordingFiles(library, id);
    const file = found?.peaksFile ? mediaFile(dirs, found.peaksFile) : null;
    return file === null ? null : present(file, 'application/octet-stream');
  }

  async function clipAudio(id: string): Promise<MediaFile | null> {
    const clip = await findClip(library, id);
    if (!clip) return null;
    const file = clipFile(dirs, clip);
    if (!(await isFile(file))) {
      if (!(await isFile(clip.path))) return null;
      const span = { start: clip.startMs / 1000, end: clip.endMs / 1000 };
      await cutOnce(clip.path, span, file);
    }
    return { file, contentType: 'audio/wav' };
  }

  /** Two players that ask at the same time share one cut. The worker renames a cut to its name when it is whole. */
  async function cutOnce(path: string, span: { start: number; end: number }, outPath: string): Promise<void> {
    const cut = async () => {
      await mkdir(dirname(outPath), { recursive: true });
      await context.media.cut({ path, span, outPath });
    };
    const pending = cutting.get(outPath) ?? cut().finally(() => cutting.delete(outPath));
    cutting.set(outPath, pending);
    await pending;
  }

  async function exported(name: string): Promise<MediaFile | null> {
    const file = join(dirs.exports, name);
    // A link in the folder could point anywhere: only plain files count.
    const info = await lstat(file).catch(() => null);
    if (!info?.isFile()) return null;
    const contentType = extname(name).toLowerCase() === '.wav' ? 'audio/wav' : 'application/octet-stream';
    return { file, contentType, downloadName: name };
  }
}

async function present(file: string, contentType: string): Promise<MediaFile | null> {
  return (await isFile(file)) ? { file, contentType } : null;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

/** Null when a part could mean anything but one plain name: separators, drive or stream marks, dots, control signs. */
function decodedParts(urlPath: string): string[] | null {
  try {
    const parts = urlPath.replace(/^\//, '').split('/').map(decodeURIComponent);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control signs are what is refused
    return parts.every((part) => /^[^/\\:\x00-\x1f\x7f]+$/.test(part) && !/^\.+$/.test(part)) ? parts : null;
  } catch {
    return null;
  }
}
