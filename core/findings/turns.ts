/** Turns of a call: what one speaker says before the other one does, over however many sentences. */
import type { Evidence, Speaker } from '../contract/index.ts';
import { type Call, quote, type SpokenSentence } from './call.ts';
import { substance } from './words.ts';

export interface Turn {
  speaker: Speaker;
  sentences: SpokenSentence[];
  /** The sentences with a comma between them, so that what is split over two of them is found. */
  plain: string;
}

/** In the order of the call; empty without a transcript. */
export function turnsOf(call: Call): Turn[] {
  const turns: Turn[] = [];
  for (const sentence of call.transcript?.sentences ?? []) {
    const last = turns.at(-1);
    if (last?.speaker === sentence.speaker) {
      last.sentences.push(sentence);
      last.plain += `,${sentence.plain}`;
    } else turns.push({ speaker: sentence.speaker, sentences: [sentence], plain: sentence.plain });
  }
  return turns;
}

/** The part of a turn between two positions in `plain`, one piece for each of its sentences. */
export function quoteTurn(call: Call, turn: Turn, from = 0, to = turn.plain.length): Evidence[] {
  let at = 0;
  return turn.sentences.flatMap((sentence) => {
    const start = Math.max(0, from - at);
    const end = Math.min(sentence.plain.length, to - at);
    at += sentence.plain.length + 1;
    return start < end ? [quote(call, sentence, start, end)] : [];
  });
}

/** The first place of a pattern in a turn, as evidence; the whole turn where the pattern is not in it. */
export function quoteMatch(call: Call, turn: Turn, pattern: RegExp): Evidence[] {
  const found = pattern.exec(turn.plain);
  return found ? quoteTurn(call, turn, found.index, found.index + found[0].length) : quoteTurn(call, turn);
}

/**
 * What is said of the other side after a turn.
 * @param count turns of the agent at most that say more than 嗯 or 好
 */
export function agentTurnsAfter(turns: readonly Turn[], at: number, count: number): Turn[] {
  const answers: Turn[] = [];
  let said = 0;
  for (const turn of turns.slice(at + 1)) {
    if (turn.speaker !== 'agent') continue;
    answers.push(turn);
    if (substance(turn.plain).length >= 2) said += 1;
    if (said === count) break;
  }
  return answers;
}

/** Whether somebody whose side is not known speaks after a turn: it may be the answer that is looked for. */
export const unknownAfter = (turns: readonly Turn[], at: number): boolean =>
  turns.slice(at + 1).some(({ speaker }) => speaker === 'unknown');
