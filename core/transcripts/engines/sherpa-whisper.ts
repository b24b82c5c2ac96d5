/** Whisper on sherpa-onnx: how it is set, fed and read. */
import { engineRate, type Heard } from './engine.ts';
import type { SherpaFiles } from './sherpa-files.ts';
import type { Packing } from './speech-pieces.ts';

/**
 * It writes at most six tokens per second of sound, and Mandarin takes that many and more: every piece is followed by as
 * much silence, so that nothing said is cut off. Both together stay below the 29.5 s of which the rest would be dropped.
 */
export const whisperPacking: Packing = { longest: 14, join: 0.8, between: 1 };
const room = 2;
/** Frames of 10 ms that sherpa-onnx adds by itself. The silence above is room enough for the end to be found. */
const tailPaddings = 50;

/** Those that every multilingual Whisper knows: one that it does not know ends the process. */
const languages: Record<string, string> = { zh: 'zh', yue: 'zh', en: 'en', ja: 'ja', ko: 'ko' };

/**
 * sherpa-onnx takes away what of a single token is no whole character, hence the rarer Chinese ones, which are spread
 * over several. So every token is given to it as its bytes in base64, for us to join.
 * @param tokens content of a tokens file, a token in base64 and its number a line
 */
export function tokensInBase64(tokens: string): string {
  return tokens.replace(/^(\S+)(?= \d)/gm, (token) => Buffer.from(`${token} `).toString('base64'));
}

const joinTokens = (said: string): string =>
  Buffer.concat(said.split(' ').map((token) => Buffer.from(token, 'base64'))).toString('utf8');

/** @param language `auto`: told from the sound */
export function whisperConfig({ network, decoder }: SherpaFiles, language: string) {
  return {
    encoder: network,
    decoder,
    language: languages[language] ?? '',
    task: 'transcribe',
    tailPaddings,
    enableSegmentTimestamps: 1,
  };
}

export function withRoom(samples: Float32Array): Float32Array {
  const longer = new Float32Array(samples.length * room);
  longer.set(samples);
  return longer;
}

export interface SegmentResult {
  text: string;
  segment_timestamps?: number[];
  segment_durations?: number[];
  segment_texts?: string[];
}

/** Its texts are tokens in base64. What it makes up for the silence behind the piece is left out. @param samples of the piece, without that silence */
export function segmentsToSentences(result: SegmentResult, samples: number): Heard[] {
  const seconds = samples / engineRate;
  const { segment_texts: texts = [], segment_timestamps: starts = [], segment_durations: lengths = [] } = result;
  if (texts.length === 0) return result.text === '' ? [] : [{ from: 0, to: seconds, text: joinTokens(result.text) }];
  return texts
    .map((text, index) => {
      const from = starts[index]!;
      return { text: joinTokens(text), from, to: Math.min(seconds, from + lengths[index]!) };
    })
    .filter(({ from }) => from < seconds);
}
