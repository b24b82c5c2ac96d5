import { recordings } from './0010-recordings.ts';
import { transcripts } from './0020-transcripts.ts';
import { findings } from './0030-findings.ts';
import { reviews } from './0040-reviews.ts';
import { work } from './0050-work.ts';
import { libraryList } from './0060-library-list.ts';
import { leases } from './0070-leases.ts';
import { transcriptTiming } from './0080-transcript-timing.ts';
import { callRecordKeys } from './0090-call-record-keys.ts';
import { draftsBegun } from './0100-drafts-begun.ts';
import { rules } from './0110-rules.ts';
import { findingsMet } from './0120-findings-met.ts';
import { transcription } from './0130-transcription.ts';
import { corrections } from './0140-corrections.ts';
import { search } from './0150-search.ts';
import { recordingRemarks } from './0160-recording-remarks.ts';
import { stoppedJobs } from './0170-stopped-jobs.ts';
import { claimedItems } from './0180-claimed-items.ts';
import { keysCounted } from './0190-keys-counted.ts';
import { findingsOccasion } from './0200-findings-occasion.ts';
import { answersSetAside } from './0201-answers-set-aside.ts';
import { evidenceCause } from './0210-evidence-cause.ts';
import { agentSide } from './0220-agent-side.ts';
import { namesOfTheTime } from './0240-names-of-the-time.ts';
import { matching } from './0241-matching.ts';
import { marks } from './0270-marks.ts';
import { byHand } from './0300-by-hand.ts';
import { importChanges } from './0301-import-changes.ts';
import type { Migration } from './migration.ts';

/** Every migration, oldest first. */
export const migrations: readonly Migration[] = [
  recordings,
  transcripts,
  findings,
  reviews,
  work,
  libraryList,
  leases,
  transcriptTiming,
  callRecordKeys,
  draftsBegun,
  rules,
  findingsMet,
  transcription,
  corrections,
  search,
  recordingRemarks,
  stoppedJobs,
  claimedItems,
  keysCounted,
  findingsOccasion,
  answersSetAside,
  evidenceCause,
  agentSide,
  namesOfTheTime,
  matching,
  marks,
  byHand,
  importChanges,
];
export const schemaVersion = migrations.at(-1)!.version;
