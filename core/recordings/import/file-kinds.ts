/** What a file may be, by its name and, where that says nothing, by its first bytes. */
import { basename, extname } from 'node:path';
import { readHead, startsAsContainer } from '../../audio/sniff.ts';
import type { LeftOutKind } from '../../contract/index.ts';
import { transcriptExtensions } from '../../transcripts/formats/index.ts';
import { isCdrFileName } from './cdr-table.ts';

export type { LeftOutKind } from '../../contract/index.ts';
export type FileKind = 'audio' | 'transcript' | 'call-records' | LeftOutKind;

const endings = (text: string) => new Set(text.split(' ').map((ending) => `.${ending}`));

/** What recorders write, with a header or, like .sln and .ulaw, in a form that the ending names. */
const audio = endings(
  'wav wave wav49 mp3 mp2 mpga m4a m4b aac ogg oga opus spx flac amr awb wma asf gsm g722 722 g729 729 g726 au snd aif aiff aifc caf 3gp 3gpp mp4 webm mka ac3 w64 rf64 bwf voc vox alaw al ulaw ul mulaw sln slin sln8 sln12 sln16 sln24 sln32 sln44 sln48',
);
/** Tables may be call records, and documents anything: those count only beside a recording. */
const transcripts = new Set(transcriptExtensions.filter((ending) => !['.csv', '.tsv', '.docx'].includes(ending)));
const archives = endings('zip rar 7z gz tgz tar bz2 xz zst cab iso');
/** Sound without a header whose rate and law no ending tells. */
const headerless = endings('pcm raw ima adpcm g723 g728 g711 siren7 siren14');
const documents = endings(
  'pdf doc docx wps ppt pptx md htm html xml ini log ods numbers png jpg jpeg gif bmp webp db sqlite lnk url bak exe dll md5 sha1 sha256 cue m3u pls xls~',
);
const system = /^(?:\.|thumbs\.db$|desktop\.ini$|~\$)/i;

export function fileKind(path: string): FileKind {
  const ending = extname(path).toLowerCase();
  if (system.test(basename(path))) return 'system';
  if (transcripts.has(ending)) return 'transcript';
  if (isCdrFileName(path)) return 'call-records';
  if (audio.has(ending)) return 'audio';
  if (archives.has(ending)) return 'archive';
  if (headerless.has(ending)) return 'headerless';
  if (documents.has(ending)) return 'document';
  return holdsAudio(path) ? 'audio' : 'unknown';
}

/** A recorder may give no ending, or one of its own. */
function holdsAudio(path: string): boolean {
  try {
    return startsAsContainer(readHead(path));
  } catch {
    return false;
  }
}
