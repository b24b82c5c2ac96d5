/**
 * Optional platform packages (`@x/cli-darwin-arm64`) that a registry mirror did not carry when the lock file was
 * written are left out of it, and `npm ci` refuses such a file everywhere. They are named here by what their
 * names say; npm skips those of other platforms and fetches the right one where the registry has it.
 */

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/** @returns {{ path: string, entry: object }[]} entries that the lock file lacks */
export function missingEntries(lock) {
  const names = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)));
  const wanted = Object.values(lock.packages).flatMap((entry) =>
    Object.entries(entry.optionalDependencies ?? {}).map(([name, version]) => ({ name, version, dev: entry.dev })),
  );
  return wanted
    .filter(({ name, version }) => !names.has(name) && /^\d+\.\d+\.\d+/.test(version) && platformOf(name) !== null)
    .map(({ name, version, dev }) => ({
      path: `node_modules/${name}`,
      entry: { version, ...platformOf(name), ...(dev ? { dev: true } : {}), optional: true },
    }));
}

/** What a platform package's name says: system, processor, C library; null for any other package. */
export function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (!os || !cpu) return null;
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : null;
  return { os: [os], cpu: [cpu], ...(libc ? { libc: [libc] } : {}) };
}

/** The lock file with what it lacks, its packages in npm's order. */
export function completed(lock) {
  const added = Object.fromEntries(missingEntries(lock).map(({ path, entry }) => [path, entry]));
  const packages = Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(packages) };
}
