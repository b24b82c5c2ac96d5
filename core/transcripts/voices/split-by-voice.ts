/** Joins what was said with who spoke when: sentences are cut where another voice takes over. Pure. */
import type { Sentence } from '../sentence.ts';

/** A stretch in which one voice was heard; seconds. Stretches of different voices may overlap. */
export interface VoiceSpan {
  start: number;
  end: number;
  /** Number of the voice; says nothing about whose it is. */
  voice: number;
}

type Said = Omit<Sentence, 'speaker'>;
export interface VoicedSentence extends Said {
  /** Null: it cannot be told. */
  voice: number | null;
}

/** A sentence without word times belongs to the voice that fills this share of what is voiced in it. */
const clearShare = 0.75;
/** A shorter change of voice is rather an error of the separation than an interjection; seconds. */
const shortestTurn = 0.4;

/** @returns the sentences in their order; nothing that was said is lost */
export function splitByVoice(sentences: readonly Said[], spans: readonly VoiceSpan[]): VoicedSentence[] {
  const ordered = spans.toSorted((a, b) => a.start - b.start);
  return sentences.flatMap((sentence) => {
    const near = ordered.filter(({ start, end }) => end > sentence.start && start < sentence.end);
    const voice = voiceOf(sentence.start, sentence.end, near, clearShare);
    if (voice !== null || !sentence.words?.length) return [{ ...sentence, voice }];
    return cutByWords(sentence, near) ?? [{ ...sentence, voice: null }];
  });
}

/** @param share of the voiced time that the voice must fill */
function voiceOf(start: number, end: number, spans: readonly VoiceSpan[], share: number): number | null {
  const heard = new Map<number, number>();
  for (const span of spans) {
    const overlap = Math.min(end, span.end) - Math.max(start, span.start);
    if (overlap > 0) heard.set(span.voice, (heard.get(span.voice) ?? 0) + overlap);
  }
  const all = [...heard.values()].reduce((sum, length) => sum + length, 0);
  const [most] = [...heard].sort(([, a], [, b]) => b - a);
  return most && most[1] >= all * share ? most[0] : null;
}

interface Turn {
  voice: number | null;
  words: NonNullable<Said['words']>;
}

/** @returns null when the words do not make up the text, so that it cannot be cut at them */
function cutByWords(sentence: Said, spans: readonly VoiceSpan[]): VoicedSentence[] | null {
  const turns = settled(turnsOf(sentence.words ?? [], spans));
  const starts = startsIn(sentence.text, sentence.words ?? []);
  if (!starts) return null;
  let word = 0;
  return turns.flatMap(({ voice, words }, index) => {
    const from = index === 0 ? 0 : starts[word]!;
    word += words.length;
    const text = sentence.text.slice(from, starts[word] ?? sentence.text.length).trim();
    const start = index === 0 ? sentence.start : words[0]!.start;
    const end = index === turns.length - 1 ? sentence.end : words.at(-1)!.end;
    return text === '' ? [] : [{ start, end: Math.max(start, end), text, words, voice }];
  });
}

/** Neighbouring words of one voice; a word in which none is heard goes on with the one before. */
function turnsOf(words: NonNullable<Said['words']>, spans: readonly VoiceSpan[]): Turn[] {
  const turns: Turn[] = [];
  for (const word of words) {
    const last = turns.at(-1);
    const voice = voiceOf(word.start, Math.max(word.end, word.start + 0.01), spans, 0.5) ?? last?.voice ?? null;
    if (last && (last.voice === voice || last.voice === null)) {
      last.voice ??= voice;
      last.words.push(word);
    } else turns.push({ voice, words: [word] });
  }
  return turns;
}

/** Turns that are too short to be one join the one before, the first one the one after. */
function settled(turns: readonly Turn[]): Turn[] {
  const kept: Turn[] = [];
  for (const turn of turns) {
    const last = kept.at(-1);
    if (last && (isShort(turn) || last.voice === turn.voice)) last.words = [...last.words, ...turn.words];
    else if (last && kept.length === 1 && isShort(last))
      kept[0] = { voice: turn.voice, words: [...last.words, ...turn.words] };
    else kept.push({ ...turn });
  }
  return kept;
}

const isShort = ({ words }: Turn): boolean => words.at(-1)!.end - words[0]!.start < shortestTurn;

/** Where each word stands in the text; null when one is not found in its turn. */
function startsIn(text: string, words: NonNullable<Said['words']>): number[] | null {
  const starts: number[] = [];
  let place = 0;
  for (const word of words) {
    const at = text.indexOf(word.text, place);
    if (at < 0) return null;
    starts.push(at);
    place = at + word.text.length;
  }
  return starts;
}
