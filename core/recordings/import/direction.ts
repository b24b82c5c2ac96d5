/** How phone systems spell the direction of a call. Pure. */
import type { Direction } from '../../contract/index.ts';

const words: Record<Direction, readonly string[]> = {
  inbound: ['inbound', 'incoming', 'in', 'i', '1', '呼入', '来电', '进线', '呼入电话', '被叫', '入', '接入'],
  outbound: ['outbound', 'outgoing', 'out', 'o', '0', '2', '呼出', '去电', '外呼', '外拨', '呼出电话', '主叫', '出'],
};
const bySpelling = new Map(
  (Object.keys(words) as Direction[]).flatMap((direction) =>
    words[direction].map((word) => [word, direction] as const),
  ),
);

/** Spellings that may stand in a file name: whole words only, because a lone letter or digit means nothing there. */
export const directionWords: readonly string[] = Object.values(words)
  .flat()
  .filter((word) => word.length > 1)
  .sort((a, b) => b.length - a.length);

/** The direction that a cell or name part spells, or null when it spells none. */
export function parseDirection(text: string): Direction | null {
  const word = text.normalize('NFKC').trim().toLowerCase();
  return bySpelling.get(word) ?? bySpelling.get(word.replace(/[\s_-]?(call|calls|通话|呼叫)$/u, '')) ?? null;
}
