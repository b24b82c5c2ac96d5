import { isAbsolute, resolve } from 'node:path';

export interface LaunchArgs {
  library: string | undefined;
  /** Absolute paths to import. */
  paths: string[];
}

/**
 * What a launch was given beside the program itself. Chromium's own switches, and those it adds for a second
 * launch, are left out.
 * @param args without the program and, unpackaged, without the app's folder
 */
export function launchArgs(args: readonly string[], cwd: string): LaunchArgs {
  const paths: string[] = [];
  let library: string | undefined;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--library') library = args[++at];
    else if (arg.startsWith('--library=')) library = arg.slice('--library='.length);
    else if (arg !== '' && !arg.startsWith('-')) paths.push(isAbsolute(arg) ? arg : resolve(cwd, arg));
  }
  return { library: library === undefined ? undefined : resolve(cwd, library), paths };
}
