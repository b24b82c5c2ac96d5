/**
 * The package whisper-node, contained. By itself it changes the working directory of the process, compiles when it is
 * loaded, and puts file names into a shell's command; all of that goes through shelljs, in the place of which it gets a
 * stand-in that starts one program, without a shell's reading of any name, in a folder of ours.
 */
import { createRequire, Module } from 'node:module';

/** How the program that it wanted to run ended. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

export interface Token {
  /** Seconds. */
  from: number;
  to: number;
  /** Bytes as they were printed: a character may be spread over several tokens. Empty where a sentence begins. */
  bytes: Buffer;
}

type Whisper = (
  file: string,
  options: { modelPath: string; whisperOptions: { language: string; word_timestamps: true } },
) => Promise<{ start: string; end: string; speech: string }[] | undefined>;
type Exec = (command: string, options: unknown, done: (code: number, stdout: string, stderr: string) => void) => void;

const require = createRequire(import.meta.url);

/**
 * @param run starts whisper.cpp's `main` with arguments, none of which holds a space; its output as Latin-1
 * @returns a function that hears one file
 */
export function containedWhisperNode(
  run: (args: string[]) => Promise<Ended>,
): (file: string, model: string, language: string) => Promise<Token[]> {
  const exec: Exec = (command, _options, done) => {
    const args = command.trim().split(/\s+/).slice(1);
    run(args).then(
      ({ code, stdout, stderr }) => done(code, forItsReader(stdout), stderr),
      (error) => done(1, '', String(error)),
    );
  };
  replaceShell({ cd: () => {}, which: () => true, echo: () => {}, exec });
  const whisper = (require('whisper-node') as { whisper: Whisper }).whisper;
  return async (file, model, language) => {
    // Without word times it drops the first sentence.
    const whisperOptions = { language, word_timestamps: true } as const;
    const tokens = await whisper(file, { modelPath: model, whisperOptions });
    if (!tokens) throw new Error('whisper-node gave no result');
    return tokens.map(({ start, end, speech }) => ({
      from: secondsOf(start),
      to: secondsOf(end),
      bytes: Buffer.from(speech, 'latin1'),
    }));
  };
}

function replaceShell(standIn: object): void {
  const id = createRequire(require.resolve('whisper-node')).resolve('shelljs');
  const module = new Module(id);
  module.exports = standIn;
  require.cache[id] = module;
}

/**
 * It drops the first line, taking it for an empty one, and the first space of each, which may be that between two
 * words: both are put there for it.
 */
function forItsReader(stdout: string): string {
  return `[00:00:00.000 --> 00:00:00.000]  \n${stdout.replace(/^(\[[0-9:.]+ --> [0-9:.]+\]) {2}/gm, '$1   ')}`;
}

function secondsOf(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
