/** whisper.cpp as it was built on this machine from the sources in whisper-node, through that package. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '../../../domain-error.ts';
import { emptyModel, type Shape } from '../empty-ggml-model.ts';
import { type Engine, EngineFailure, engineRate, type Recogniser } from '../engine.ts';
import { promptOf, whisperCppPacking } from '../whisper-engine.ts';
import { builtProgram } from './built-program.ts';
import { runMain } from './run-main.ts';
import { tokensToSentences } from './tokens-to-sentences.ts';
import { containedWhisperNode, type Ended } from './whisper-node.ts';

/** All that a command ever names: files in a folder of ours. */
const [model, sound] = ['model.bin', 'sound.wav'];

/** This older whisper.cpp writes past its buffers with models narrower than any real one. */
export const narrowest: Shape = { layers: 4, width: 128, heads: 2, hearing: 100 };

let program = '';
/** One run at a time: whisper-node passes on neither threads nor a prompt, and says nothing of why it failed. */
const one: { extra: string[]; folder: string; ended: Ended | null } = { extra: [], folder: '', ended: null };
let hear: ReturnType<typeof containedWhisperNode> | null = null;

export const builtEngine: Engine = {
  name: 'whisper-node',
  async load(home) {
    program = builtProgram(home);
    if (!existsSync(program)) throw new DomainError('ENGINE_NOT_BUILT');
    hear ??= containedWhisperNode(async (args) => {
      one.ended = await runMain(program, [...args, ...one.extra], one.folder);
      return one.ended;
    });
    const own = await mkdtemp(join(tmpdir(), 'tingjian-engine-'));
    try {
      const path = join(own, 'empty.bin');
      await writeFile(path, emptyModel([], narrowest));
      const tried = await builtEngine.open({ model: path, language: 'zh', vocabulary: [], threads: 1 });
      await tried.recognise(new Float32Array(engineRate));
      await tried.close();
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  },

  async open({ model: path, language, vocabulary, threads }): Promise<Recogniser> {
    const own = await mkdtemp(join(tmpdir(), 'tingjian-engine-'));
    await symlink(path, join(own, model));
    const prompt = promptOf(language, vocabulary);
    return {
      packing: whisperCppPacking,
      async recognise(samples) {
        await writeFile(join(own, sound), wavOf(samples));
        one.folder = own;
        one.extra = ['-t', String(threads), ...(prompt === '' ? [] : ['--prompt', prompt])];
        one.ended = null;
        try {
          const sentences = tokensToSentences(await hear!(sound, model, language));
          // It ends well also when it could not read the sound.
          if (!/processing '/.test(printed())) throw new Error('the sound was not read');
          const seconds = samples.length / engineRate;
          return sentences.filter(({ from }) => from < seconds);
        } catch (error) {
          throw new EngineFailure(lastLine(printed()) ?? String(error), { cause: error });
        }
      },
      close: () => rm(own, { recursive: true, force: true }),
    };
  },
};

const printed = (): string => one.ended?.stderr ?? '';

function lastLine(text: string): string | undefined {
  return text.trim().split('\n').at(-1) || undefined;
}

/** 16-bit mono at `engineRate`. */
function wavOf(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  for (const [at, value] of [
    [16, 16],
    [24, engineRate],
    [28, engineRate * 2],
    [40, samples.length * 2],
  ] as const)
    bytes.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    bytes.writeUInt16LE(value, at);
  bytes.write('data', 36);
  for (const [index, sample] of samples.entries())
    bytes.writeInt16LE(Math.max(-32768, Math.min(32767, Math.round(sample * 32768))), 44 + index * 2);
  return bytes;
}
