/** Who comes in while the other one speaks. 嗯, 对, 好的 are no interruption. */
import type { Evidence, Party } from '../contract/index.ts';
import { type Call, channelOf, isStereo, quote, type SpokenSentence, sentencesOf, sidesOpen, span } from './call.ts';
import { substance } from './words.ts';

interface Limits {
  /** Both speak for at least this long. */
  seconds: number;
  /** Said meanwhile at least, where there is text. */
  characters: number;
}

/**
 * Where it is open whose channel which is, sentences labelled with their speakers tell by their times.
 * @returns null when neither signal nor transcript tells: a mono file, or neither measures nor exact times
 */
export function findInterruptions(call: Call, by: Party, limits: Limits): Evidence[] | null {
  const bySignal = isStereo(call) && call.measures !== null && call.measures.channels.length > 1;
  if (!isStereo(call) && !sidesOpen(call)) return null;
  const timed = call.transcript?.timing === 'exact' && sentencesOf(call, by).length > 0;
  if (bySignal) return measured(call, by, limits, timed);
  return timed ? transcribed(call, by, limits) : null;
}

function measured(call: Call, by: Party, limits: Limits, timed: boolean): Evidence[] {
  const channel = channelOf(call, by);
  return (call.measures?.overlaps ?? [])
    .filter((overlap) => overlap.by === channel && overlap.end - overlap.start >= limits.seconds)
    .flatMap(({ start, end }) => {
      if (!timed) return [span(start, end, channel)];
      const said = sentencesOf(call, by).find(
        (sentence) => charactersWithin(sentence, start, end) >= limits.characters,
      );
      return said ? [span(start, end, channel, said.text)] : [];
    });
}

function transcribed(call: Call, by: Party, limits: Limits): Evidence[] {
  const others = sentencesOf(call, by === 'agent' ? 'customer' : 'agent');
  return sentencesOf(call, by).flatMap((sentence) => {
    // Half a second: sentences cut a little too long are no interruption.
    const over = others.find(
      (other) =>
        other.start < sentence.start - 0.5 && Math.min(other.end, sentence.end) - sentence.start >= limits.seconds,
    );
    if (!over) return [];
    const end = Math.min(over.end, sentence.end);
    if (charactersWithin(sentence, sentence.start, end) < limits.characters) return [];
    return [{ ...quote(call, sentence), end }];
  });
}

/** How many characters that count are said within a span. */
function charactersWithin(sentence: SpokenSentence, start: number, end: number): number {
  const within = Math.min(sentence.end, end) - Math.max(sentence.start, start);
  if (within <= 0) return 0;
  const share = within / Math.max(0.01, sentence.end - sentence.start);
  return Math.round(substance(sentence.plain).length * Math.min(1, share));
}
