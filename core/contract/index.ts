/** WHAT can be asked of the core, in every shell alike: schemas only, no implementation. */
import { app } from './app.ts';
import { corrections } from './corrections.ts';
import { findings } from './findings.ts';
import { imports } from './imports.ts';
import { jobs } from './jobs.ts';
import { recordings } from './recordings.ts';
import { reports } from './reports.ts';
import { reviews } from './reviews.ts';
import { rules } from './rules.ts';
import { search } from './search.ts';
import { templates } from './templates.ts';
import { training } from './training.ts';
import { transcription } from './transcription.ts';
import { transcripts } from './transcripts.ts';
import { trends } from './trends.ts';

export const contract = {
  app,
  recordings,
  imports,
  jobs,
  transcripts,
  corrections,
  transcription,
  search,
  findings,
  rules,
  templates,
  reviews,
  reports,
  trends,
  training,
};
export type Contract = typeof contract;

export * from './agent-side.ts';
export * from './app.ts';
export * from './common.ts';
export * from './corrections.ts';
export * from './errors.ts';
export * from './figures/index.ts';
export * from './findings.ts';
export * from './imports.ts';
export * from './jobs.ts';
export * from './left-out.ts';
export * from './libraries.ts';
export * from './recordings.ts';
export * from './remarks.ts';
export * from './reports.ts';
export * from './reviews.ts';
export * from './rule-definition.ts';
export * from './rules.ts';
export * from './search.ts';
export * from './spoken.ts';
export * from './templates.ts';
export * from './training.ts';
export * from './transcript-file.ts';
export * from './transcription.ts';
export * from './transcripts.ts';
export * from './trends.ts';
