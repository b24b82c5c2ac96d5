/** Advanced SubStation (`.ass`, `.ssa`): a table of events, whose columns a line of its own names. */
import { tidyText } from '../sentence.ts';
import { parseTime } from '../timestamps.ts';
import { joinLines } from './cues.ts';
import type { RawSentence, TranscriptReader } from './format.ts';
import { labelAll } from './labelled-text.ts';
import { withoutSubtitleTags } from './markup.ts';

export const ass: TranscriptReader = {
  id: 'ass',
  extensions: ['.ass', '.ssa'],
  read(text) {
    const at = text.search(/^\[Events\]/im);
    if (at < 0) return null;
    let columns: string[] = [];
    const events: { start: number; end: number | null; name: string; text: string }[] = [];
    for (const line of text.slice(at).split(/\r\n|\n|\r/)) {
      const [, kind, rest] = /^(Format|Dialogue)\s*:\s*(.*)$/i.exec(line) ?? [];
      if (kind?.toLowerCase() === 'format') columns = rest!.split(',').map((name) => name.trim().toLowerCase());
      else if (kind && columns.length > 0) {
        const cells = rest!.split(',');
        // The text is last and may hold commas.
        const all = [...cells.slice(0, columns.length - 1), cells.slice(columns.length - 1).join(',')];
        const cell = (name: string) => all[columns.indexOf(name)]?.trim() ?? '';
        const start = parseTime(cell('start'));
        if (start === null) return null;
        events.push({ start, end: parseTime(cell('end')), name: cell('name') || cell('actor'), text: cell('text') });
      }
    }
    const said = labelAll(events.map((event) => wordsOf(event.text)));
    const sentences = events.map(({ start, end, name }, index): RawSentence => {
      const spoken = said[index]!;
      return { start, end, ...spoken, label: name === '' ? spoken.label : name };
    });
    return sentences.length > 0 ? sentences : null;
  },
};

/** `\\N` breaks a line, `{…}` says how it looks. */
function wordsOf(text: string): string {
  const plain = withoutSubtitleTags(text.replace(/\{[^{}]{0,200}\}/g, ''));
  return joinLines(plain.split(/\\[Nn]/).map((line) => tidyText(line.replaceAll('\\h', ' '))));
}
