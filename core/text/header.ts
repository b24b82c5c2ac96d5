/** A column's header without case, spaces, punctuation and the unit in brackets: what tables of others are recognised by. */
export function normaliseHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【].{0,100}?[)\]】]/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
