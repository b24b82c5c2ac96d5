/** Keys pressed on the phone (DTMF). */
import type { Tone } from '../../measures.ts';
import { blockS } from './tone-meter.ts';

/** Blocks of 20 ms that must agree: a key sounds for 50 ms at least, speech and music hit by chance. */
const leastBlocks = 2;
/** Keys pressed within this time are one entry, seconds. */
const together = 3;

/** @param pressed see ToneMeter */
export function findKeys(pressed: Uint8Array, channel: number): Tone[] {
  const entries: (Tone & { digits: string })[] = [];
  for (let block = 0; block < pressed.length; ) {
    const key = pressed[block]!;
    let end = block + 1;
    while (end < pressed.length && pressed[end] === key) end++;
    if (key !== 0 && end - block >= leastBlocks) {
      const [from, to] = [block * blockS, end * blockS];
      const previous = entries.at(-1);
      if (previous && from - previous.end <= together) {
        previous.end = to;
        previous.digits += String.fromCharCode(key);
      } else entries.push({ kind: 'dtmf', channel, start: from, end: to, digits: String.fromCharCode(key) });
    }
    block = end;
  }
  return entries;
}
