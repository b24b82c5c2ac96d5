/** whisper.cpp through its prebuilt Node binding (the platform packages of @fugood/whisper.node). */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyModel } from './empty-ggml-model.ts';
import { type Engine, engineRate, type Recogniser } from './engine.ts';

interface Binding {
  WhisperContext: {
    new (options: { filePath: string; useGpu: boolean }): WhisperContext;
    /** A listener keeps the process alive, which an engine process is anyway. */
    toggleNativeLog(enable: boolean, listener: (level: string, text: string) => void): void;
  };
}
interface WhisperContext {
  /** @param audio 16-bit mono samples. A run that fails inside never settles */
  transcribeData(
    audio: ArrayBuffer,
    options: { language: string; maxThreads: number; prompt?: string; temperatureInc?: number; bestOf?: number },
  ): { promise: Promise<{ segments: { text: string; t0: number; t1: number }[]; isAborted: boolean }> };
  release(): Promise<void>;
}

const require = createRequire(import.meta.url);
const binding = (): Binding => require(`@fugood/node-whisper-${process.platform}-${process.arch}`) as Binding;

/** Steers towards simplified characters and punctuation. */
const mandarinPrompt = '以下是普通话客服通话的转写，使用简体中文和标点符号。';
/** Characters of a prompt that certainly fit into the 224 tokens which Whisper reads of it. */
const longestPrompt = 100;

export const whisperEngine: Engine = {
  name: 'whisper.cpp',
  // Whisper hears windows of 30 s, whatever is in them: a fuller window costs no more.
  packing: { longest: 28, join: 0.8, between: 1 },

  async load() {
    // Forty lines on stderr for every model that is loaded otherwise.
    binding().WhisperContext.toggleNativeLog(true, () => {});
    const folder = await mkdtemp(join(tmpdir(), 'tingjian-engine-'));
    try {
      const model = join(folder, 'empty.bin');
      await writeFile(model, emptyModel());
      const context = new (binding().WhisperContext)({ filePath: model, useGpu: false });
      const second = new Int16Array(engineRate);
      await context.transcribeData(second.buffer, { language: 'zh', maxThreads: 1, temperatureInc: 0, bestOf: 1 })
        .promise;
      await context.release();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },

  async open({ model, language, vocabulary, threads }): Promise<Recogniser> {
    const context = new (binding().WhisperContext)({ filePath: model, useGpu: false });
    const prompt = promptOf(language, vocabulary);
    const options = { language, maxThreads: threads, ...(prompt === '' ? {} : { prompt }) };
    return {
      async recognise(samples) {
        const audio = Int16Array.from(samples, (sample) =>
          Math.max(-32768, Math.min(32767, Math.round(sample * 32768))),
        );
        const { segments } = await context.transcribeData(audio.buffer, options).promise;
        const seconds = samples.length / engineRate;
        return segments
          .filter(({ t0 }) => t0 / 1000 < seconds)
          .map(({ text, t0, t1 }) => ({ text, from: t0 / 1000, to: Math.min(seconds, t1 / 1000) }));
      },
      close: () => context.release(),
    };
  },
};

/** The house's words first, because Whisper forgets the beginning of a prompt that is too long. */
export function promptOf(language: string, vocabulary: readonly string[]): string {
  let words = '';
  for (const word of vocabulary) {
    if (words.length + word.length >= longestPrompt) break;
    words += words === '' ? word : `、${word}`;
  }
  const chinese = language === 'zh' || language === 'yue' ? mandarinPrompt : '';
  return `${chinese}${words}`;
}
