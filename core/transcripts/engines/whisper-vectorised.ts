/**
 * The Linux x64 package of @spader/node-whisper-cpp: whisper.cpp 1.8 with its kernels built for 14 kinds of
 * processor, of which it loads the best that this one can run. Taken by the file: the loader that goes with it runs
 * `nvidia-smi` in a shell.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { WhisperBinding } from './whisper-binding.ts';

interface Native {
  WhisperContext: new (options: { model: string; use_gpu: boolean }) => Context;
}
interface Context {
  /** It takes no prompt. Times are hundredths of a second. */
  transcribe(options: {
    pcm: Float32Array;
    language: string;
    threads: number;
  }): Promise<{ text: string; t0: number; t1: number }[]>;
  free(): void;
}

const name = '@spader/node-whisper-cpp-x64-linux-cpu-gnu';

/** @throws Error on other platforms, and where the C library or the processor is not one that it was built for */
export function vectorisedBinding(): WhisperBinding {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(`${name}: Linux x64 only`);
  const require = createRequire(import.meta.url);
  // The package names only an ES module to be loaded; its native part lies beside that.
  const folder = dirname(dirname(require.resolve(name)));
  const { WhisperContext } = require(join(folder, 'bins', 'whisper-addon.node')) as Native;
  return {
    open(model) {
      const context = new WhisperContext({ model, use_gpu: false });
      return {
        async run(samples, { language, threads }) {
          const segments = await context.transcribe({ pcm: samples, language, threads });
          return segments.map(({ text, t0, t1 }) => ({ text, from: t0 / 100, to: t1 / 100 }));
        },
        close: async () => context.free(),
      };
    },
  };
}
