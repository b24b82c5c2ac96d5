/** The script shell: one command per call, in-process client of the same router as the windows. */
import { createRouterClient } from '@orpc/server';
import type { Language } from '../core/contract/index.ts';
import type { Core } from '../core/create-core.ts';
import { libraryDir } from '../core/host/library-dir.ts';
import type { Client, Surroundings } from './command.ts';
import { commands } from './commands/index.ts';
import { describeFailure, UsageError } from './errors.ts';
import { languageOf, readGlobals } from './globals.ts';
import { helpText } from './help.ts';
import { harmless } from './text.ts';

const globals = readGlobals(process.argv.slice(2));
const language: Language = languageOf(globals, process.env);
const interrupted = new AbortController();
let core: Promise<Core> | undefined;

process.on('SIGINT', () => interrupted.abort());
process.on('SIGTERM', () => interrupted.abort());
// A reader that closes the pipe (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await main().catch((error: unknown) => {
  const { code, message, exitCode } = describeFailure(error, language);
  clearProgress();
  console.error(
    globals.json ? JSON.stringify({ error: { code, message } }) : `tingjian: ${harmless(message)} [${code}]`,
  );
  return exitCode;
});
await closeCore();

async function main(): Promise<number> {
  const entry = commands.find((one) => one.name === globals.command);
  if (!globals.command || (globals.help && !entry)) {
    process.stdout.write(helpText(commands, language));
    return globals.help ? 0 : 2;
  }
  if (!entry) throw new UsageError(`没有这个命令 no such command: ${globals.command}`);
  const { command } = await entry.load();
  if (globals.help) {
    console.log(`tingjian ${command.usage}`);
    return 0;
  }
  const here: Surroundings = {
    libraryDir: libraryDir(globals.library),
    json: globals.json,
    language,
    client,
    print(value, human) {
      clearProgress();
      process.stdout.write(`${globals.json ? JSON.stringify(value) : human(language)}\n`);
    },
    progress(text) {
      if (process.stderr.isTTY && !globals.json) process.stderr.write(`\r\x1b[K${text}`);
    },
    signal: interrupted.signal,
  };
  await command.run(globals.rest, here);
  return 0;
}

/** The core is loaded only by commands that need it. */
async function client(): Promise<Client> {
  core ??= openCore();
  return createRouterClient((await core).router, { context: {} });
}

async function openCore(): Promise<Core> {
  const [{ createCore }, { createNodePorts }] = await Promise.all([
    import('../core/create-core.ts'),
    import('../core/host/node-ports.ts'),
  ]);
  return createCore(createNodePorts('cli', libraryDir(globals.library)));
}

async function closeCore(): Promise<void> {
  const opened = await core?.catch(() => undefined);
  await opened?.close();
}

function clearProgress(): void {
  if (process.stderr.isTTY && !globals.json) process.stderr.write('\r\x1b[K');
}
