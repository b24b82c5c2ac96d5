import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Absolute folder of the library: what was asked for, else TINGJIAN_LIBRARY, else the system's folder for
 * application data.
 */
export function libraryDir(
  asked: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const chosen = asked || env.TINGJIAN_LIBRARY;
  return chosen ? resolve(chosen) : join(dataHome(env, platform, home), 'tingjian');
}

function dataHome(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32') return env.LOCALAPPDATA || join(home, 'AppData', 'Local');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  // The XDG specification says that relative values are to be ignored.
  return env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : join(home, '.local', 'share');
}
