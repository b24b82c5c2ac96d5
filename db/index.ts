export * from './agent-side.ts';
export * from './agents.ts';
export * from './audit-log.ts';
export * from './call-facts.ts';
export * from './call-reader.ts';
export * from './call-records.ts';
export * from './calls.ts';
export * from './clips.ts';
export * from './corrections.ts';
export * from './findings.ts';
export * from './import-changes.ts';
export * from './jobs.ts';
export * from './leases.ts';
export * from './measures.ts';
export * from './open.ts';
export * from './recordings.ts';
export * from './recordings-facets.ts';
export * from './recordings-filter.ts';
export * from './recordings-import.ts';
export * from './recordings-list.ts';
export * from './remembered.ts';
export * from './replaced-transcripts.ts';
export * from './report-rows.ts';
export * from './reports.ts';
export * from './review-list.ts';
export * from './reviews.ts';
export * from './rules.ts';
export * from './saved-searches.ts';
export type * from './schema.ts';
export {
  countTranscripts,
  indexSegments,
  indexState,
  mergeIndex,
  reindexSegments,
  sentencesOf,
  setIndexState,
  transcriptsAfter,
} from './segment-index.ts';
export * from './set-aside.ts';
export * from './settings.ts';
export * from './spoken-calls.ts';
export * from './spoken-filter.ts';
export * from './templates.ts';
export * from './transcript-search.ts';
export * from './transcription.ts';
export * from './transcripts.ts';
export { writesOfOthers } from './unchanged-memo.ts';
export * from './verify.ts';
