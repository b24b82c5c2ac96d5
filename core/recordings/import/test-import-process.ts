/** Run as its own process by a test: imports a folder into a library until it is killed. Arguments: library, folder. */
import { createMediaWorkers } from '../../audio/create-media-workers.ts';
import { createJobs } from '../../jobs/jobs-service.ts';
import { createTestCore, testPorts } from '../../test-support/test-core.ts';
import { createTranscripts } from '../../transcripts/transcripts-service.ts';
import { createImports } from '../imports-service.ts';

const [libraryDir, folder] = process.argv.slice(2) as [string, string];
const workers = createMediaWorkers(testPorts(libraryDir));
let decoded = 0;
const media = {
  ...workers,
  // Two files come in; the third is decoded, and the process dies before it is stored.
  async ingest(...request: Parameters<typeof workers.ingest>) {
    const facts = await workers.ingest(...request);
    if (++decoded === 3) process.kill(process.pid, 'SIGKILL');
    return facts;
  },
};
const { context } = createTestCore({ libraryDir, media, ports: { workers: 1 } });
const imports = createImports(context, {
  jobs: createJobs(context),
  transcripts: createTranscripts(context),
  findings: { detect: async () => {} } as never,
});
await imports.start({ paths: [folder] }, {});
