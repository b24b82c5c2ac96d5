/** The options that stand before or after the command's name. */
import { parseArgs } from 'node:util';
import type { Language } from '../core/contract/index.ts';

export interface Globals {
  library: string | undefined;
  json: boolean;
  lang: string | undefined;
  help: boolean;
  command: string | undefined;
  /** The command's own arguments, in their order. */
  rest: string[];
}

const options = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Takes the global options out; everything else, known or not, is left to the command. */
export function readGlobals(args: string[]): Globals {
  const { tokens, values } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  const taken = new Set<number>();
  let command: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') break;
    if (token.kind === 'option' && token.name in options) {
      taken.add(token.index);
      if (token.value !== undefined && !token.inlineValue) taken.add(token.index + 1);
    }
    if (token.kind === 'positional' && command === undefined) {
      command = token.value;
      taken.add(token.index);
    }
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    library: text(values.library),
    json: values.json === true,
    lang: text(values.lang),
    help: values.help === true,
    command,
    rest: args.filter((_, index) => !taken.has(index)),
  };
}

/** What was asked for; else English for scripts, whose output must not depend on the machine; else the system's. */
export function languageOf({ lang, json }: Pick<Globals, 'lang' | 'json'>, env: NodeJS.ProcessEnv): Language {
  if (lang !== undefined) return lang.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  if (json) return 'en';
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || 'zh';
  return system.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
