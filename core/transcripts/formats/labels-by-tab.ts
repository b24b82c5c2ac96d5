/** Audacity's labels: `<start>⇥<end>⇥<words>`, seconds with fractions, a label a line. */
import type { RawSentence, TranscriptReader } from './format.ts';
import { labelAll } from './labelled-text.ts';

const line = /^(\d+[.,]\d+)\t(\d+[.,]\d+)\t(.*)$/;

export const labelsByTab: TranscriptReader = {
  id: 'labels',
  extensions: ['.txt'],
  read(text) {
    // A line that begins with a backslash gives the frequencies of the label before.
    const lines = text.split(/\r\n|\n|\r/).filter((one) => one.trim() !== '' && !one.startsWith('\\'));
    const found = lines.map((one) => line.exec(one));
    if (found.length === 0 || found.includes(null)) return null;
    const said = labelAll(found.map((match) => match![3]!));
    const seconds = (number: string) => Number(number.replace(',', '.'));
    return found.map((match, index): RawSentence => {
      return { start: seconds(match![1]!), end: seconds(match![2]!), ...said[index]! };
    });
  },
};
