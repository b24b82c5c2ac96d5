/** Telephony sound without any header, known by the name's ending alone: 8,000 Hz, one channel, unless the ending says more. */
import { extname } from 'node:path';
import { AV_CODEC_ID_ADPCM_IMA_OKI, type AVCodecID } from 'node-av/constants';
import { isText, startsAsContainer } from './sniff.ts';

export interface HeaderlessForm {
  /** FFmpeg's reader of such bytes. */
  demuxer: 'alaw' | 'mulaw' | 's16le' | 'u8';
  sampleRate: number;
  /** Where the reader only brings the bytes: how they are coded. */
  codec?: { id: AVCodecID; bitsPerSample: number };
}

/** Dialogic's ADPCM: two samples in a byte. */
const dialogic = { id: AV_CODEC_ID_ADPCM_IMA_OKI, bitsPerSample: 4 };

/**
 * @param head the first bytes of the file: what has a header after all is read by it
 * @returns null for an ending that names no such form
 */
export function headerlessForm(path: string, head: Buffer): HeaderlessForm | null {
  if (startsAsContainer(head) || isText(head)) return null;
  const ending = extname(path).toLowerCase();
  if (/^\.(?:ulaw|ul|mulaw)$/.test(ending)) return { demuxer: 'mulaw', sampleRate: 8000 };
  if (/^\.(?:alaw|al)$/.test(ending)) return { demuxer: 'alaw', sampleRate: 8000 };
  if (ending === '.vox') return { demuxer: 'u8', sampleRate: 8000, codec: dialogic };
  // Asterisk's signed linear: .sln16 is 16 kHz, .sln44 CD's rate.
  const linear = /^\.(?:slin|sln)(8|12|16|24|32|44|48|96|192)?$/.exec(ending);
  if (!linear) return null;
  return { demuxer: 's16le', sampleRate: linear[1] === '44' ? 44_100 : Number(linear[1] ?? 8) * 1000 };
}
