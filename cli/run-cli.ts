/** The script shell: one command per call, in-process client of the same router as the windows. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { Core } from '../core/create-core.ts';
import { libraryDir } from '../core/host/library-dir.ts';
import type { Client, Surroundings } from './command.ts';
import { commands } from './commands/index.ts';
import { describeFailure, UsageError } from './errors.ts';
import { languageOf, readGlobals } from './globals.ts';
import { helpText } from './help.ts';
import { shownText } from './text.ts';

export interface Terminal {
  env: NodeJS.ProcessEnv;
  out(text: string): void;
  err(text: string): void;
  /** A person looks at it: lines may replace themselves. */
  interactive: boolean;
  /** Aborted by Ctrl+C and by a polite kill. */
  signal: AbortSignal;
}

const CLEAR_LINE = '\r\x1b[K';

/** @returns the exit code: 0, 1 = failed, 2 = wrong command line, 130 = interrupted */
export async function runCli(args: string[], terminal: Terminal): Promise<number> {
  const globals = readGlobals(args);
  const language = languageOf(globals, terminal.env);
  const library = libraryDir(globals.library, terminal.env);
  const progressing = terminal.interactive && !globals.json;
  let core: Promise<Core> | undefined;

  const here: Surroundings = {
    libraryDir: library,
    json: globals.json,
    language,
    async client(dir = library): Promise<Client> {
      core ??= openCore(dir);
      return createRouterClient((await core).router, { context: {} });
    },
    print(value, human) {
      clear();
      terminal.out(`${globals.json ? JSON.stringify(value) : human(language)}\n`);
    },
    progress(text) {
      if (progressing) terminal.err(CLEAR_LINE + text);
    },
    signal: terminal.signal,
  };
  try {
    return await dispatch();
  } catch (error) {
    const { code, message, exitCode } = describeFailure(error, language, await keeper(library));
    clear();
    terminal.err(
      globals.json
        ? `${JSON.stringify({ error: { code, message } })}\n`
        : `tingjian: ${shownText(message)} [${code}]\n`,
    );
    return exitCode;
  } finally {
    await core?.then(
      (opened) => opened.close(),
      () => {},
    );
  }

  async function dispatch(): Promise<number> {
    const entry = commands.find((one) => one.name === globals.command);
    if (globals.command === undefined || (globals.help && !entry)) {
      terminal.out(helpText(commands, language));
      return globals.help ? 0 : 2;
    }
    if (!entry) throw new UsageError(`没有这个命令 no such command: ${globals.command}`);
    const { command } = await entry.load();
    if (globals.help) terminal.out(`tingjian ${command.usage}\n`);
    else await command.run(globals.rest, here);
    return 0;
  }

  function clear(): void {
    if (progressing) terminal.err(CLEAR_LINE);
  }
}

/** Writes what nobody expected into the library's log. */
async function keeper(library: string): Promise<(error: unknown) => string> {
  const { createFileLog } = await import('../core/host/file-log.ts');
  return (error) => {
    const reference = randomUUID().slice(0, 8);
    createFileLog({ dir: join(library, 'logs'), clock: Date.now }).error('a command failed', error, { reference });
    return reference;
  };
}

/** Loaded only by commands that need it. */
async function openCore(library: string): Promise<Core> {
  const [{ createCore }, { createNodePorts }] = await Promise.all([
    import('../core/create-core.ts'),
    import('../core/host/node-ports.ts'),
  ]);
  return createCore(createNodePorts('cli', library));
}
