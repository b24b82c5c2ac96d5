/** Composition root: opens the library, makes the services from their ports, binds the router. */
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { OpenError, openLibraryDb, schemaVersion } from '../db/index.ts';
import { createAppService } from './app/app-service.ts';
import { createAuditLog } from './app/audit-log.ts';
import { createEvents } from './app/events.ts';
import { watchForeignWrites } from './app/foreign-writes.ts';
import { createSettings } from './app/settings.ts';
import { createMediaWorkers } from './audio/create-media-workers.ts';
import type { CoreContext, LibraryDirs } from './context.ts';
import { DomainError, fromSystemError } from './domain-error.ts';
import { createFindings } from './findings/findings-service.ts';
import { createRuleSet } from './findings/rules/rule-set.ts';
import { createRules } from './findings/rules/rules-service.ts';
import { createJobs } from './jobs/jobs-service.ts';
import { createMediaResolver, type MediaResolver } from './media/resolve.ts';
import { makeFolder } from './output/make-folder.ts';
import type { CorePorts } from './ports.ts';
import { createImports } from './recordings/imports-service.ts';
import { createRecordings } from './recordings/recordings-service.ts';
import { createReports } from './reports/reports-service.ts';
import { createTrends } from './reports/trends-service.ts';
import { createReviews } from './reviews/reviews-service.ts';
import { createRouter, type Router } from './router.ts';
import { createTemplates } from './scoring/templates-service.ts';
import { createReindexing } from './search/reindex.ts';
import { createSearch } from './search/search-service.ts';
import type { Services } from './service.ts';
import { refreshClipTexts } from './training/refresh-clip-texts.ts';
import { createTraining } from './training/training-service.ts';
import { createCorrections } from './transcripts/corrections/corrections-service.ts';
import { createFollowLater } from './transcripts/corrections/follow-later.ts';
import { createTranscriber } from './transcripts/engines/create-transcriber.ts';
import { createTranscription } from './transcripts/transcription-service.ts';
import { createTranscripts } from './transcripts/transcripts-service.ts';

export interface Core {
  services: Services;
  router: Router;
  /** Turns a media URL's path into a file to stream. */
  media: MediaResolver;
  dirs: LibraryDirs;
  close(): Promise<void>;
}

/** @throws DomainError when the library cannot be opened (newer, damaged, read-only, busy, disk full) */
export async function createCore(ports: CorePorts): Promise<Core> {
  const dirs = makeDirs(ports.libraryDir);
  const library = openLibrary(dirs);
  const events = createEvents();
  const settings = createSettings(library);
  const context: CoreContext = {
    ...ports,
    library,
    dirs,
    events,
    settings,
    audit: createAuditLog(library, ports.clock, settings),
    media: createMediaWorkers(ports),
    newId: () => uuidv7(),
  };
  const templates = await createTemplates(context);
  const jobs = createJobs(context);
  const ruleSet = createRuleSet(context);
  const findings = createFindings(context, { jobs, ruleSet });
  /** What rests on the words of a call. */
  const followWords = async (recordingId: string): Promise<void> => {
    await findings.detect(recordingId);
    await refreshClipTexts(context, recordingId);
  };
  const transcripts = createTranscripts(context, { onAttached: followWords });
  const followLater = createFollowLater(300, followWords, (error, recording) =>
    ports.log.error('findings and clips could not follow a correction', error, { recording }),
  );
  const transcriber = createTranscriber(ports);
  const transcription = createTranscription(context, { jobs, transcriber, onStored: followWords });
  const training = createTraining(context, { templates });
  const imports = createImports(context, {
    jobs,
    transcripts,
    findings,
    onImported: transcription.enqueueImported,
  });
  const services: Services = {
    app: createAppService(context),
    // Rules look at direction, channel, agent and team as well.
    recordings: createRecordings(context, {
      async onCorrected(ids) {
        await findings.detectAll(ids);
        for (const id of ids) await refreshClipTexts(context, id);
      },
    }),
    imports,
    jobs,
    transcripts,
    transcription,
    corrections: createCorrections(context, { onChanged: followLater.changed }),
    findings,
    rules: createRules(context, { ruleSet, findings }),
    templates,
    reviews: createReviews(context, { templates, findings }),
    reports: createReports(context, { templates }),
    trends: createTrends(context, { templates }),
    training,
    search: createSearch(context, { training }),
  };
  await createReindexing(context, { jobs }).begin();
  await imports.resumeUnfinished();
  const stopWatching = watchForeignWrites(library, events);
  return {
    services,
    router: createRouter(services, ports.log, ports.libraryDir),
    media: createMediaResolver(context),
    dirs,
    async close() {
      stopWatching();
      await followLater.flush();
      await jobs.stopAll();
      await transcriber.close();
      await context.media.close();
      await library.close();
    },
  };
}

/** Makes the folders of a library. */
export function makeDirs(root: string): LibraryDirs {
  const dirs = {
    root,
    media: join(root, 'media'),
    exports: join(root, 'exports'),
    inbox: join(root, 'inbox'),
    logs: join(root, 'logs'),
    backups: join(root, 'backups'),
    models: join(root, 'models'),
  };
  try {
    for (const dir of Object.values(dirs)) makeFolder(dir);
  } catch (error) {
    const known = fromSystemError(error, root);
    throw known instanceof DomainError && known.code === 'FILE_UNREADABLE'
      ? new DomainError('LIBRARY_READ_ONLY', { path: root }, { cause: error })
      : known;
  }
  return dirs;
}

function openLibrary(dirs: LibraryDirs) {
  const file = join(dirs.root, 'library.db');
  try {
    return openLibraryDb(file, { backupDir: dirs.backups });
  } catch (error) {
    if (!(error instanceof OpenError)) throw error;
    const cause = { cause: error };
    switch (error.kind) {
      case 'newer':
        throw new DomainError('LIBRARY_NEWER', { path: file, found: error.found, supported: schemaVersion }, cause);
      case 'damaged':
        throw new DomainError('LIBRARY_DAMAGED', { path: file, detail: error.message }, cause);
      case 'read-only':
      case 'missing':
        throw new DomainError('LIBRARY_READ_ONLY', { path: file }, cause);
      case 'busy':
        throw new DomainError('LIBRARY_BUSY', { path: file }, cause);
      case 'full':
        throw new DomainError('DISK_FULL', { path: file }, cause);
    }
  }
}
