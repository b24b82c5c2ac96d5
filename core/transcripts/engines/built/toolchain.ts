/** What building needs of this machine: looked for by name, nothing is run. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

export interface Toolchain {
  /** Absolute path. */
  make: string;
}

/** Null where `make`, a C compiler or a C++ compiler is missing; always on Windows, whose make is another. */
export async function findToolchain(
  path = process.env.PATH ?? '',
  platform = process.platform,
): Promise<Toolchain | null> {
  if (platform === 'win32') return null;
  const find = async (names: readonly string[]): Promise<string | null> => {
    for (const folder of path.split(delimiter).filter((one) => one !== ''))
      for (const name of names) {
        const file = join(folder, name);
        if (
          await access(file, constants.X_OK).then(
            () => true,
            () => false,
          )
        )
          return file;
      }
    return null;
  };
  const [make, c, cpp] = await Promise.all([find(['make', 'gmake']), find(['cc']), find(['g++', 'c++'])]);
  return make && c && cpp ? { make } : null;
}
