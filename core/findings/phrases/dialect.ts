/** Words of dialects in the standard wording, so that a phrase need be listed once: 咋 · 啥子 · 啷个 · 干啥 · 晓得. */
import type { Normalised } from '../../text/normalise.ts';

const standard: readonly (readonly [string, string])[] = [
  ['问哪个(?=$|[,。!?])', '问谁'],
  ['咋个|啷个|咋样(?=的)|咋', '怎么'],
  ['干啥子|干啥|干嘛|干吗', '干什么'],
  ['啥子|啥', '什么'],
  ['晓得', '知道'],
  ['(?<=[想要能])整(?=$|[,。!?])', '办'],
];
const some = new RegExp(standard.map(([wording]) => `(${wording})`).join('|'), 'g');

/** The sentence in the standard wording; the same object when it is that already. */
export function inStandard(text: Normalised): Normalised {
  let plain = '';
  const places: number[] = [];
  let done = 0;
  const keep = (until: number) => {
    for (let at = done; at < until; at += 1) places.push(text.places?.[at] ?? at);
    plain += text.plain.slice(done, until);
  };
  for (const match of text.plain.matchAll(some)) {
    const word = standard[match.slice(1).findIndex((group) => group !== undefined)]![1];
    keep(match.index);
    done = match.index + match[0].length;
    // Each character stands where the word does: its last one at the last of the word.
    for (let at = 1; at <= word.length; at += 1) {
      const place = at === word.length ? done - 1 : Math.min(match.index + at - 1, done - 1);
      places.push(text.places?.[place] ?? place);
    }
    plain += word;
  }
  if (done === 0) return text;
  keep(text.plain.length);
  return { plain, places };
}
