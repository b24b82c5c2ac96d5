import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,db,web,cli,electron,renderer,scoring-templates,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 20_000,
    pool: 'forks',
    maxWorkers: '100%',
    reporters: ['default'],
  },
});
