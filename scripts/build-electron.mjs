/** Builds main, the core process, its workers and the preload into dist/, one file per module. */
import { cpSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { root } from './lib/root.mjs';

const path = (...parts) => join(root, ...parts);

export async function buildElectron() {
  await build({
    ...common,
    build: {
      ...common.build,
      ssr: true,
      // The folders stay as they are, because modules find their neighbours by them.
      rolldownOptions: {
        input: [
          path('electron/main.ts'),
          path('electron/core-process.ts'),
          path('core/audio/worker.ts'),
          path('core/transcripts/engines/worker.ts'),
        ],
        external: ['electron'],
        output: { format: 'es', preserveModules: true, preserveModulesRoot: root, entryFileNames: '[name].js' },
      },
    },
  });
  // Data that modules read from beside themselves.
  cpSync(path('core'), path('dist/core'), { recursive: true, filter: isFolderOrData });
  await build({
    ...common,
    build: {
      ...common.build,
      // A sandboxed preload is one CommonJS file.
      lib: { entry: path('electron/preload.ts'), formats: ['cjs'], fileName: () => 'electron/preload.cjs' },
      rolldownOptions: { external: ['electron'] },
    },
  });
}

const dataFiles = new Set(['.onnx']);
const isFolderOrData = (file) => statSync(file).isDirectory() || dataFiles.has(extname(file));

const common = {
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: { outDir: path('dist'), emptyOutDir: false, target: 'node24', minify: false },
};
