import type { Language } from '../../contract/index.ts';
import { en } from './en.ts';
import { type Words, zh } from './zh.ts';

export const words: Record<Language, Words> = { zh, en };
export { definitions } from './definitions.ts';
export type { Words };
