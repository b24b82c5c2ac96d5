/** Keys pressed on the phone (DTMF). */
import type { Tone } from '../../measures.ts';
import { blockS } from './tone-meter.ts';

/** Blocks of 20 ms that must agree: a key sounds for 50 ms at least, speech and music hit by chance. */
const leastBlocks = 2;
/** Keys pressed within this time are one entry, seconds. */
const together = 3;

interface Press {
  key: string;
  /** Seconds. */
  start: number;
  end: number;
}

/** Each key by itself. What is typed is for nobody to keep. @param pressed see ToneMeter */
export function readKeys(pressed: Uint8Array): Press[] {
  const presses: Press[] = [];
  for (let block = 0; block < pressed.length; ) {
    const key = pressed[block]!;
    let end = block + 1;
    while (end < pressed.length && pressed[end] === key) end++;
    if (key !== 0 && end - block >= leastBlocks)
      presses.push({ key: String.fromCharCode(key), start: block * blockS, end: end * blockS });
    block = end;
  }
  return presses;
}

/** When keys were pressed, and how many. @param pressed see ToneMeter */
export function findKeys(pressed: Uint8Array, channel: number): Tone[] {
  const entries: (Tone & { count: number })[] = [];
  for (const { start, end } of readKeys(pressed)) {
    const previous = entries.at(-1);
    if (previous && start - previous.end <= together) {
      previous.end = end;
      previous.count += 1;
    } else entries.push({ kind: 'dtmf', channel, start, end, count: 1 });
  }
  return entries;
}
