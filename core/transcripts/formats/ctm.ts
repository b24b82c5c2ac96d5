/** Kaldi's and NeMo's word list: `<file> <channel> <start> <length> <word> [<certainty>]`, a word a line, seconds. */
import type { TranscriptReader } from './format.ts';
import { type StreamWord, sentencesOfWords } from './word-stream.ts';

const line = /^(\S+)\s+([\dAB])\s+(\d+(?:\.\d+)?)\s+(\d+(?:\.\d+)?)\s+(\S+)(?:\s+\S+){0,3}$/;
const noWord = /^(?:<[^<>]*>|\[[^\]]*\])$/;

export const ctm: TranscriptReader = {
  id: 'ctm',
  extensions: ['.ctm'],
  read(text) {
    const words: (StreamWord & { start: number })[] = [];
    for (const given of text.split(/\r\n|\n|\r/)) {
      if (given.trim() === '' || given.startsWith(';;')) continue;
      const found = line.exec(given.trim());
      if (!found) return null;
      const [, , channel, start, lasts, word] = found as unknown as [string, string, string, string, string, string];
      if (noWord.test(word)) continue;
      const begun = Number(start);
      words.push({ text: word, start: begun, end: begun + Number(lasts), label: null, channel: channelOf(channel) });
    }
    const channels = new Set(words.map((one) => one.channel));
    // A file of one channel counts it from one, and it tells no speaker.
    const voiced = channels.size > 1 ? words : words.map((one) => ({ ...one, channel: null }));
    const byChannel = Map.groupBy(voiced, (one) => one.channel);
    const sentences = [...byChannel.values()].flatMap((list) =>
      sentencesOfWords(list.sort((a, b) => a.start - b.start)),
    );
    return sentences.length > 0 ? sentences.sort((a, b) => a.start! - b.start!) : null;
  },
};

const channelOf = (channel: string): number => (/\d/.test(channel) ? Number(channel) : channel === 'A' ? 0 : 1);
