/** SenseVoice, Paraformer and Whisper on sherpa-onnx, whose kernels fit the processor on every platform. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, engineRate, type Heard, type Recogniser } from './engine.ts';
import { type SherpaFiles, sherpaFiles } from './sherpa-files.ts';
import {
  type SegmentResult,
  segmentsToSentences,
  tokensInBase64,
  whisperConfig,
  whisperPacking,
  withRoom,
} from './sherpa-whisper.ts';
import type { Packing } from './speech-pieces.ts';

interface Binding {
  OfflineRecognizer: { createAsync(config: unknown): Promise<OfflineRecognizer> };
}
interface OfflineRecognizer {
  createStream(): { acceptWaveform(sound: { samples: Float32Array; sampleRate: number }): void };
  decodeAsync(stream: unknown): Promise<SegmentResult & { tokens: string[]; timestamps: number[] }>;
}

const require = createRequire(import.meta.url);
const binding = (): Binding => require('sherpa-onnx-node') as Binding;
const languages = ['zh', 'en', 'ja', 'ko', 'yue'];
/** The others hear exactly as long as the sound is: every stretch by itself, which keeps times exact. */
const packing: Packing = { longest: 20, join: 0.5, between: null };
const sentenceEnd = /[。？！?!]/;

export const sherpaEngine: Engine = {
  name: 'sherpa-onnx',

  async load() {
    binding();
  },

  async open({ model, language, threads }): Promise<Recogniser> {
    const files = sherpaFiles(model)!;
    const load = (tokens: string) =>
      binding().OfflineRecognizer.createAsync({
        featConfig: { sampleRate: engineRate, featureDim: 80 },
        modelConfig: {
          ...networkConfig(files, language),
          tokens,
          numThreads: threads,
          provider: 'cpu',
          debug: 0,
        },
      });
    const recogniser = await (files.kind === 'whisper' ? withBase64Tokens(files.tokens, load) : load(files.tokens));
    const hear = (samples: Float32Array) => {
      const stream = recogniser.createStream();
      stream.acceptWaveform({ samples, sampleRate: engineRate });
      return recogniser.decodeAsync(stream);
    };
    return {
      packing: files.kind === 'whisper' ? whisperPacking : packing,
      recognise:
        files.kind === 'whisper'
          ? async (samples) => segmentsToSentences(await hear(withRoom(samples)), samples.length)
          : async (samples) => toSentences(await hear(samples), samples.length / engineRate),
      // The binding frees it with the object.
      async close() {},
    };
  },
};

/** They are read when the model is loaded, and not afterwards. */
async function withBase64Tokens<T>(tokens: string, load: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tingjian-engine-'));
  try {
    const path = join(folder, 'tokens.txt');
    await writeFile(path, tokensInBase64(await readFile(tokens, 'utf8')));
    return await load(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function networkConfig(files: SherpaFiles, language: string) {
  if (files.kind === 'whisper') return { whisper: whisperConfig(files, language) };
  if (files.kind === 'paraformer') return { paraformer: { model: files.network } };
  const known = languages.includes(language) ? language : 'auto';
  return { senseVoice: { model: files.network, language: known, useInverseTextNormalization: 1 } };
}

/** One sentence per full stop; its words are the model's tokens, each until the next begins. */
export function toSentences(
  { text, tokens, timestamps }: { text: string; tokens: string[]; timestamps: number[] },
  seconds: number,
): Heard[] {
  if (tokens.length === 0 || tokens.length !== timestamps.length)
    return text.trim() === '' ? [] : [{ from: 0, to: seconds, text }];
  const sentences: Heard[] = [];
  let words: NonNullable<Heard['words']> = [];
  const finish = () => {
    if (words.length > 0)
      sentences.push({
        from: words[0]!.start,
        to: words.at(-1)!.end,
        text: words.map((word) => word.text).join(''),
        words,
      });
    words = [];
  };
  for (const [index, token] of tokens.entries()) {
    const start = Math.min(seconds, timestamps[index]!);
    const end = Math.max(start, Math.min(seconds, timestamps[index + 1] ?? seconds, start + longestWord));
    // SentencePiece marks where a new word of a spaced language begins; `@@` where one goes on.
    words.push({ text: token.replaceAll('\u2581', ' ').replace(/@@$/, ''), start, end });
    if (sentenceEnd.test(token)) finish();
  }
  finish();
  return sentences;
}

/** A character is not said for longer; what follows is a pause. Seconds. */
const longestWord = 0.6;
