/** ELAN's annotations (`.eaf`): a tier for each speaker, times in a table of their own. Read by their tags alone. */
import { attribute, plainText } from '../../text/markup.ts';
import type { RawSentence, TranscriptReader } from './format.ts';

const slot = /<TIME_SLOT\b([^>]*)>/g;
/** Split at the tags, so that one that never ends costs no search to the end of the file. */
const tier = '<TIER';
const annotation = '<ALIGNABLE_ANNOTATION';

export const elan: TranscriptReader = {
  id: 'elan',
  extensions: ['.eaf'],
  read(text) {
    if (!/<ANNOTATION_DOCUMENT\b/.test(text.slice(0, 4096))) return null;
    const times = new Map(
      Array.from(text.matchAll(slot), ([, tag]) => {
        const at = attribute(` ${tag}`, 'TIME_VALUE');
        return [attribute(` ${tag}`, 'TIME_SLOT_ID'), at === undefined ? null : Number(at) / 1000] as const;
      }),
    );
    const sentences = text
      .split(tier)
      .slice(1)
      .flatMap((inner) => {
        const head = headOf(inner);
        const label = attribute(head, 'PARTICIPANT') || attribute(head, 'TIER_ID') || null;
        return inner
          .split(annotation)
          .slice(1)
          .map((given): RawSentence => {
            const time = (name: string) => times.get(attribute(headOf(given), name)) ?? null;
            const [, value = ''] = given.split('<ANNOTATION_VALUE>', 2);
            const words = plainText(value.split('</ANNOTATION_VALUE>', 1)[0]!);
            return { label, start: time('TIME_SLOT_REF1'), end: time('TIME_SLOT_REF2'), text: words };
          });
      });
    const spoken = sentences.filter((sentence) => sentence.text !== '' && sentence.start !== null);
    return spoken.length > 0 ? spoken.sort((a, b) => a.start! - b.start!) : null;
  },
};

/** The attributes of a tag whose name has been cut off. */
const headOf = (rest: string): string => ` ${rest.slice(0, Math.max(0, rest.indexOf('>')))}`;
