export * from './clips.ts';
export * from './open.ts';
export * from './report-rows.ts';
export * from './reports.ts';
export type * from './schema.ts';
export * from './transcripts.ts';
export * from './templates.ts';
