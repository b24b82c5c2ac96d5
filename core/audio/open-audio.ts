import { resolve } from 'node:path';
import { AV_LOG_QUIET, AVDISCARD_ALL, AVMEDIA_TYPE_AUDIO } from 'node-av/constants';
import {
  avGetCodecName,
  Codec,
  CodecContext,
  Dictionary,
  FormatContext,
  InputFormat,
  Log,
  type Stream,
} from 'node-av/lib';
import { DomainError } from '../domain-error.ts';
import { type ClaimedLength, readClaims } from './claimed-length.ts';
import { headerlessForm } from './headerless.ts';
import { isText, readHead, startsAsAudio, wavRateByBytes } from './sniff.ts';
import { soundBehindEnd } from './wav-tail.ts';

/** What decoding found broken. */
export interface Damage {
  /** Seconds of sound in pieces that the decoder refused. */
  skippedSeconds: number;
  /** The file stops in the middle of a piece. */
  endsInsidePiece: boolean;
  /** Where in the file the last piece ended, bytes. */
  soundEnd: number;
}

/** An opened file with the decoder of its first audio stream. */
export interface OpenAudio {
  path: string;
  /** E.g. `wav`, `mp3`, `mp4`, `ogg`. */
  container: string;
  /** FFmpeg's name of the coding, e.g. `pcm_mulaw`, `gsm_ms`, `adpcm_g722`. */
  codec: string;
  format: FormatContext;
  decoder: CodecContext;
  stream: Stream;
  /** Hz, where the header's rate is out of the question; else null. */
  correctedRate: number | null;
  claimedLength: ClaimedLength;
  /** Filled while it is decoded. */
  damage: Damage;
  /** What to throw when nothing decodes: AUDIO_DAMAGED, or NOT_AUDIO for what never was a recording. */
  silent: DomainError;
  close(): void;
}

// Text can pose as a recording and make FFmpeg open other files or hosts (ffconcat, HLS, SDP, DASH):
// only containers that hold sound themselves are tried, and only the `file` protocol.
const containers = [
  ...['wav', 'w64', 'aiff', 'au', 'caf', 'voc', 'mp3', 'aac', 'flac', 'ogg', 'amr', 'amrnb', 'amrwb', 'asf'],
  ...['mov,mp4,m4a,3gp,3g2,mj2', 'matroska,webm', 'gsm', 'g722', 'g726', 'g726le', 'g729'],
].join(',');

// What recorders write, by FFmpeg's codec names. FFmpeg knows hundreds more, each a chance for a crafted file.
const codecs = new Set([
  ...['gsm', 'gsm_ms', 'g723_1', 'g729', 'ilbc', 'truespeech', 'speex', 'amr_nb', 'amr_wb', 'opus', 'vorbis'],
  ...['mp3', 'mp2', 'aac', 'flac', 'alac', 'wmav1', 'wmav2', 'wmapro', 'wmavoice', 'wmalossless'],
]);
const isKnownCodec = (name: string) => codecs.has(name) || /^(pcm|adpcm)_/.test(name);

/** Sound without any header that FFmpeg knows by the name's extension itself. */
const headerless = /^(gsm|g722|g726|g726le|g729)$/;

/** More channels than any recorder writes; each costs memory. */
const maxChannels = 32;
/** Hz: rates outside come from broken headers. Telephony is 8,000; 6,000 and 7,350 exist. */
const plausible = (rate: number) => rate >= 4000 && rate <= 384_000;

Log.setLevel(AV_LOG_QUIET);

/**
 * @param path absolute or relative to the working directory; never read as a URL
 * @throws DomainError FILE_NOT_FOUND, FILE_UNREADABLE, FILE_EMPTY, NOT_AUDIO, AUDIO_DAMAGED
 */
export function openAudio(path: string): OpenAudio {
  const head = readHead(path);
  const notAudio = new DomainError('NOT_AUDIO', { file: path });
  const silent = startsAsAudio(head) ? new DomainError('AUDIO_DAMAGED', { file: path }) : notAudio;
  const format = new FormatContext();
  format.allocContext();
  const decoder = new CodecContext();
  const close = () => {
    decoder.freeContext();
    format.closeInputSync();
  };
  try {
    const raw = headerlessForm(path, head);
    const options = Dictionary.fromObject({
      protocol_whitelist: 'file',
      format_whitelist: raw?.demuxer ?? containers,
      ...(raw ? { sample_rate: String(raw.sampleRate), ch_layout: 'mono' } : {}),
      ...(soundBehindEnd(path, head) ? { ignore_length: '1' } : {}),
    });
    const reader = raw && InputFormat.findInputFormat(raw.demuxer);
    if (format.openInputSync(`file:${resolve(path)}`, reader, options) < 0) throw silent;
    const container = containerName(format.iformat?.name ?? '');
    if (headerless.test(container) && isText(head)) throw notAudio;
    const claimsOf = raw ? () => () => null : readClaims(path, head, format);
    if (format.findStreamInfoSync(null) < 0) throw silent;
    const stream = format.streams.find(({ codecpar }) => codecpar.codecType === AVMEDIA_TYPE_AUDIO);
    if (stream && raw?.codec) {
      stream.codecpar.codecId = raw.codec.id;
      stream.codecpar.bitsPerCodedSample = raw.codec.bitsPerSample;
    }
    const codec = stream && Codec.findDecoder(stream.codecpar.codecId);
    const codecName = stream && avGetCodecName(stream.codecpar.codecId);
    if (!stream || !codec || !codecName || !isKnownCodec(codecName)) throw notAudio;
    if (stream.codecpar.channels > maxChannels) throw silent;
    for (const other of format.streams) if (other.index !== stream.index) other.discard = AVDISCARD_ALL;
    decoder.allocContext3(codec);
    decoder.parametersToContext(stream.codecpar);
    decoder.pktTimebase = stream.timeBase;
    decoder.threadCount = 1;
    if (decoder.open2Sync(codec, null) < 0) throw silent;
    const correctedRate = plausible(stream.codecpar.sampleRate) ? null : trueRate(head);
    const claimedLength = claimsOf(stream.index);
    const damage = { skippedSeconds: 0, endsInsidePiece: false, soundEnd: 0 };
    const found = { path, container, codec: codecName, format, decoder, stream };
    return { ...found, correctedRate, claimedLength, damage, silent, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** What a header with an impossible rate stands for: its other fields, else telephony's 8,000 Hz. */
function trueRate(head: Buffer): number {
  const rate = wavRateByBytes(head);
  return rate !== null && Number.isInteger(rate) && plausible(rate) ? rate : 8000;
}

/** FFmpeg names a reader after all that it reads. */
function containerName(formatName: string): string {
  if (formatName.startsWith('mov,')) return 'mp4';
  return formatName === 'matroska,webm' ? 'webm' : formatName;
}
