/** Praat's TextGrid, long or short: a tier for each speaker, intervals with words. */
import type { RawSentence, TranscriptReader } from './format.ts';
import { splitLabel } from './labelled-text.ts';

/** The values in order; what stands around them in the long form says only their names. */
const value = /"((?:[^"]|"")*)"|(?<![\w[.-])(-?\d+(?:\.\d+)?(?:e-?\d+)?)(?![\w\]])/gi;

export const textgrid: TranscriptReader = {
  id: 'textgrid',
  extensions: ['.textgrid'],
  read(text) {
    if (!/^\s*File type = "ooTextFile/.test(text) || !/"TextGrid"/.test(text.slice(0, 200))) return null;
    const values = Array.from(text.matchAll(value), ([, said, number]) =>
      said === undefined ? Number(number) : said.replaceAll('""', '"'),
    );
    const sentences: RawSentence[] = [];
    let at = values.findIndex((one) => one === 'IntervalTier' || one === 'TextTier');
    while (at >= 0 && at < values.length) {
      const [kind, name, , , count] = values.slice(at, at + 5);
      const width = kind === 'IntervalTier' ? 3 : 2;
      if (typeof name !== 'string' || typeof count !== 'number') return null;
      for (let one = 0; one < count; one++) {
        const [start, end, said] = values.slice(at + 5 + one * width, at + 5 + (one + 1) * width);
        if (
          width === 3 &&
          typeof start === 'number' &&
          typeof end === 'number' &&
          typeof said === 'string' &&
          said.trim()
        )
          sentences.push(labelled({ start, end, text: said, label: name || null }));
      }
      at += 5 + count * width;
    }
    return sentences.length > 0 ? sentences.sort((a, b) => a.start! - b.start!) : null;
  },
};

/** A tier of both parties names them before their words. */
function labelled(sentence: RawSentence): RawSentence {
  const said = splitLabel(sentence.text);
  return said.label === null ? sentence : { ...sentence, ...said };
}
