import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,db,web,cli,electron,renderer,scoring-templates,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 20_000,
    expect: { poll: { timeout: 15_000 } },
    pool: 'forks',
    // One more than there are cores: tests wait for the disk and for processes of their own. (More than 100 % is taken as 100 %.)
    maxWorkers: availableParallelism() + 1,
    // Loading the modules again for every file was a third of the time; a test leaves nothing behind that the next one sees.
    isolate: false,
    reporters: ['default'],
  },
});
