/** TTML and DFXP: subtitles in XML, as broadcasters and video services give them. Read by their tags alone. */
import { attribute, plainText } from '../../text/markup.ts';
import { tidyText } from '../sentence.ts';
import { parseTime } from '../timestamps.ts';
import type { RawSentence, TranscriptReader } from './format.ts';
import { labelAll } from './labelled-text.ts';

/** Split at the tag, so that a paragraph that never ends costs no search to the end of the file. */
const paragraph = /<(?:\w+:)?p\b/;

export const ttml: TranscriptReader = {
  id: 'ttml',
  extensions: ['.ttml', '.dfxp'],
  read(text) {
    const root = /<(?:\w+:)?tt\b([^>]*)>/.exec(text.slice(0, 4096));
    if (!root) return null;
    const ticks = Number(attribute(` ${root[1]}`, 'tickRate') ?? 1) || 1;
    const frames = Number(attribute(` ${root[1]}`, 'frameRate') ?? 30) || 30;
    const found = text
      .split(paragraph)
      .slice(1)
      .flatMap((rest) => {
        const close = rest.indexOf('>');
        const tag = close < 0 || rest[close - 1] === '/' ? '' : rest.slice(0, close);
        const inner = rest.slice(close + 1).split(/<\/(?:\w+:)?p>/, 1)[0]!;
        const time = (name: string) => timeOf(attribute(` ${tag}`, name), ticks, frames);
        const start = time('begin');
        const lasts = time('dur');
        const end = time('end') ?? (start !== null && lasts !== null ? start + lasts : null);
        const broken = inner.replace(/<(?:\w+:)?br\s*\/?>/gi, breakOf);
        return start === null
          ? []
          : [{ start, end, text: tidyText(plainText(broken)), who: attribute(` ${tag}`, 'agent') }];
      });
    const said = labelAll(found.map((one) => one.text));
    const sentences = found.map(({ start, end, who }, index): RawSentence => {
      const spoken = said[index]!;
      return { start, end, ...spoken, label: spoken.label ?? who ?? null };
    });
    return sentences.length > 0 ? sentences : null;
  },
};

/** Chinese goes on without a space. */
const breakOf = (_break: string, at: number, whole: string): string =>
  /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(whole[at - 1] ?? '') ? '' : ' ';

/** `00:00:01.200`, `00:00:01:12` with frames, `1.2s`, `1200ms`, `30t`, `3f`, `2m`, `1h`. */
function timeOf(value: string | undefined, ticks: number, frames: number): number | null {
  const said = value?.trim() ?? '';
  const framed = /^(\d+:\d{2}:\d{2}):(\d+)$/.exec(said);
  if (framed) return (parseTime(framed[1]!) ?? 0) + Number(framed[2]) / frames;
  const counted = /^(\d+(?:\.\d+)?)(h|m|s|ms|f|t)$/.exec(said);
  if (!counted) return said === '' ? null : parseTime(said);
  const unit = { h: 3600, m: 60, s: 1, ms: 0.001, f: 1 / frames, t: 1 / ticks }[counted[2]!]!;
  return Number(counted[1]) * unit;
}
