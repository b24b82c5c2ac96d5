export * from './open.ts';
export type * from './schema.ts';
