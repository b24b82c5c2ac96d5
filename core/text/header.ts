import { toSimplified } from './chinese.ts';

/**
 * A column's header without case, spaces, punctuation and the unit in brackets, in simplified characters: what tables of
 * others are recognised by.
 */
export function normaliseHeader(header: string): string {
  return toSimplified(header.normalize('NFKC').toLowerCase())
    .replace(/[([【].{0,100}?[)\]】]/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
