/** The platform packages of @fugood/whisper.node: on every system; on x64 built without vector instructions. */
import { createRequire } from 'node:module';
import type { WhisperBinding } from './whisper-binding.ts';

interface Native {
  WhisperContext: {
    new (options: { filePath: string; useGpu: boolean }): Context;
    /** A listener keeps the process alive, which an engine process is anyway. */
    toggleNativeLog(enable: boolean, listener: (level: string, text: string) => void): void;
  };
}
interface Context {
  /** @param audio 16-bit mono samples. A run that fails inside never settles */
  transcribeData(
    audio: ArrayBuffer,
    options: { language: string; maxThreads: number; prompt?: string; temperatureInc?: number; bestOf?: number },
  ): { promise: Promise<{ segments: { text: string; t0: number; t1: number }[]; isAborted: boolean }> };
  release(): Promise<void>;
}

/** @throws Error where this platform has no such package */
export function genericBinding(): WhisperBinding {
  const { WhisperContext } = createRequire(import.meta.url)(
    `@fugood/node-whisper-${process.platform}-${process.arch}`,
  ) as Native;
  // Forty lines on stderr for every model that is loaded otherwise.
  WhisperContext.toggleNativeLog(true, () => {});
  return {
    open(model) {
      const context = new WhisperContext({ filePath: model, useGpu: false });
      return {
        async run(samples, { language, threads, prompt, once }) {
          const audio = Int16Array.from(samples, (sample) =>
            Math.max(-32768, Math.min(32767, Math.round(sample * 32768))),
          );
          const { segments } = await context.transcribeData(audio.buffer, {
            language,
            maxThreads: threads,
            ...(prompt === '' ? {} : { prompt }),
            ...(once ? { temperatureInc: 0, bestOf: 1 } : {}),
          }).promise;
          return segments.map(({ text, t0, t1 }) => ({ text, from: t0 / 1000, to: t1 / 1000 }));
        },
        close: () => context.release(),
      };
    },
  };
}
