import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import type { ContractRouterClient } from '@orpc/contract';
import type { Bilingual, Contract, Language } from '../core/contract/index.ts';
import { UsageError } from './errors.ts';

export type Client = ContractRouterClient<Contract>;
type Options = NonNullable<ParseArgsConfig['options']>;

export interface Surroundings {
  libraryDir: string;
  json: boolean;
  language: Language;
  /**
   * Opens the library at the first call; closed for you at the end.
   * @param dir another library than the one asked for
   */
  client(dir?: string): Promise<Client>;
  /** The command's answer: `value` as JSON, or what `human` says. Once per command. */
  print(value: unknown, human: (language: Language) => string): void;
  /** One line that replaces itself, on a terminal only. */
  progress(text: string): void;
  /** Aborted by Ctrl+C and by a polite kill. */
  signal: AbortSignal;
}

type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>['values'];

export interface CommandDefinition<O extends Options> {
  usage: string;
  options: O;
  run(values: Values<O>, positionals: string[], here: Surroundings): Promise<void>;
}

/** A command with its arguments still as text. */
export interface Command {
  usage: string;
  options: Options;
  run(args: string[], here: Surroundings): Promise<void>;
}

export function defineCommand<O extends Options>(definition: CommandDefinition<O>): Command {
  return {
    usage: definition.usage,
    options: definition.options,
    async run(args, here) {
      const { values, positionals } = parse(args, definition.options);
      await definition.run(values, positionals, here);
    },
  };
}

function parse<O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** One of the allowed words, or a usage error that lists them. */
export function oneOf<T extends string>(
  name: string,
  value: string | undefined,
  allowed: readonly T[],
  otherwise?: T,
): T {
  const found = allowed.find((one) => one === (value ?? otherwise));
  if (found === undefined) throw new UsageError(`${name}: ${allowed.join(' | ')}`);
  return found;
}

/** Exactly one positional argument. */
export function single(positionals: string[], name: string): string {
  const [only, ...more] = positionals;
  if (only === undefined || more.length > 0) throw new UsageError(`需要且只需要一个 exactly one ${name}`);
  return only;
}

/** No positional argument at all. */
export function none(positionals: string[]): void {
  if (positionals.length > 0) throw new UsageError(`多余的参数 unexpected: ${positionals.join(' ')}`);
}

export interface CommandEntry {
  name: string;
  summary: Bilingual;
  /** Loaded only when called, so that small commands start fast. */
  load(): Promise<{ command: Command }>;
}
