import type { Heard } from '../engine.ts';
import type { Token } from './whisper-node.ts';

/** Tokens that make whole characters are words; an empty token begins a sentence. */
export function tokensToSentences(tokens: readonly Token[]): Heard[] {
  const sentences: Heard[] = [];
  let words: NonNullable<Heard['words']> = [];
  let open: Token | null = null;
  const finish = () => {
    if (words.length > 0)
      sentences.push({
        from: words[0]!.start,
        to: words.at(-1)!.end,
        text: words.map((word) => word.text).join(''),
        words,
      });
    words = [];
    open = null;
  };
  for (const token of tokens) {
    if (token.bytes.length === 0) {
      finish();
      continue;
    }
    const joined: Token = open
      ? { from: open.from, to: token.to, bytes: Buffer.concat([open.bytes, token.bytes]) }
      : token;
    const text = textOf(joined.bytes);
    // No character has more than four bytes: what is longer and no text never becomes one.
    if (text === null && joined.bytes.length < 4) {
      open = joined;
      continue;
    }
    words.push({ text: text ?? joined.bytes.toString('utf8'), start: joined.from, end: joined.to });
    open = null;
  }
  finish();
  return sentences;
}

function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
