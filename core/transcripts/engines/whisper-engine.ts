/** whisper.cpp through a prebuilt Node binding: the fastest one that runs on this machine. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyModel } from './empty-ggml-model.ts';
import { type Engine, engineRate, type Recogniser } from './engine.ts';
import type { Packing } from './speech-pieces.ts';
import type { WhisperBinding } from './whisper-binding.ts';
import { genericBinding } from './whisper-generic.ts';
import { vectorisedBinding } from './whisper-vectorised.ts';

/** Steers towards simplified characters and punctuation. */
const mandarinPrompt = '以下是普通话客服通话的转写，使用简体中文和标点符号。';
/** Characters of a prompt that certainly fit into the 224 tokens which Whisper reads of it. */
const longestPrompt = 100;

/** Seconds. whisper.cpp hears windows of 30 s, whatever is in them: a fuller window costs no more. */
export const whisperCppPacking: Packing = { longest: 28, join: 0.8, between: 1 };

/** @param load the bindings to be tried, in this order */
export function createWhisperEngine(load: readonly (() => WhisperBinding)[]): Engine {
  let binding: WhisperBinding | null = null;
  return {
    name: 'whisper.cpp',
    async load() {
      binding ??= await firstThatRuns(load);
    },

    async open({ model, language, vocabulary, threads }): Promise<Recogniser> {
      const opened = binding!.open(model);
      const prompt = promptOf(language, vocabulary);
      return {
        packing: whisperCppPacking,
        async recognise(samples) {
          const seconds = samples.length / engineRate;
          const said = await opened.run(samples, { language, threads, prompt });
          return said
            .filter(({ from }) => from < seconds)
            .map(({ text, from, to }) => ({ text, from, to: Math.min(seconds, to) }));
        },
        close: () => opened.close(),
      };
    },
  };
}

export const whisperEngine = createWhisperEngine([vectorisedBinding, genericBinding]);

/** @throws what the last one threw, when none loads */
async function firstThatRuns(load: readonly (() => WhisperBinding)[]): Promise<WhisperBinding> {
  let failure: unknown;
  for (const one of load) {
    try {
      const binding = one();
      await runOnce(binding);
      return binding;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

async function runOnce(binding: WhisperBinding): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tingjian-engine-'));
  try {
    const path = join(folder, 'empty.bin');
    await writeFile(path, emptyModel());
    const model = binding.open(path);
    await model.run(new Float32Array(engineRate), { language: 'zh', threads: 1, prompt: '', once: true });
    await model.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

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
