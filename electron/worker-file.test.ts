import { expect, it } from 'vitest';
import { workerFile } from './worker-file.ts';

it("starts the built form of the core's own worker", () => {
  expect(workerFile('/app/dist/core/audio/worker.ts', '/app/dist/core')).toBe('/app/dist/core/audio/worker.js');
});

it.each(['/app/dist/electron/main.js', '/etc/x.js', '/app/dist/core', '/app/dist/core/../x.js'])(
  'never starts %s',
  (asked) => {
    expect(workerFile(asked, '/app/dist/core')).toBeNull();
  },
);
