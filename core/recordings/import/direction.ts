/** How phone systems spell the direction of a call. Pure. */
import type { Direction } from '../../contract/index.ts';
import { toSimplified } from '../../text/chinese.ts';

/** What a cell may be as a whole. */
const words: Record<Direction, readonly string[]> = {
  inbound: ['inbound', 'incoming', 'in', 'i', '1', '呼入', '来电', '进线', '呼入电话', '被叫', '入', '接入'],
  outbound: ['outbound', 'outgoing', 'out', 'o', '0', '2', '呼出', '去电', '外呼', '外拨', '呼出电话', '主叫', '出'],
};
const bySpelling = new Map(
  (Object.keys(words) as Direction[]).flatMap((direction) =>
    words[direction].map((word) => [word, direction] as const),
  ),
);

/** What a cell may contain beside the kind of call: 呼入(排队), 预测外呼, dial-out, Outbound API. */
const contained: Record<Direction, { han: RegExp; latin: RegExp }> = {
  inbound: {
    han: /[呼打拨接转来进]入|[呼打拨]进|来电|来话|进线|客户主叫/,
    latin: /^(?:in|ib|inb|inbound|incoming|incomming|(?:call|dial|calls|dialed|phone)in|received|receive|terminating)$/,
  },
  outbound: {
    han: /[呼打拨去转]出|外呼|外拨|去电|去话|坐席主叫|回访|回拨|回呼|[预自]动?拨号/,
    latin:
      /^(?:out|ob|outb|outbound|outgoing|(?:call|dial|calls|dialed|phone)out|outcall|dialed|placed|originating|outdial|callback)$/,
  },
};
/** A call between colleagues has neither direction, and neither has one that is only negated. */
const neither = /内[线部]|分机互拨|会议|双向|internal|intercom|\blocal\b|conference|both/;
const negated = /非|不是|\bnon?\b|\bnot\b/;

/** Spellings that may stand in a file name: whole words only, because a lone letter or digit means nothing there. */
export const directionWords: readonly string[] = Object.values(words)
  .flat()
  .filter((word) => word.length > 1)
  .sort((a, b) => b.length - a.length);

/** The direction that a cell or name part spells, or null when it spells none. */
export function parseDirection(text: string): Direction | null {
  const read = readDirection(text);
  return read === 'neither' ? null : read;
}

/** `neither`: understood, but a call within the house; null: not understood. */
export function readDirection(text: string): Direction | 'neither' | null {
  const said = toSimplified(text.normalize('NFKC').trim().toLowerCase());
  const whole = bySpelling.get(said) ?? bySpelling.get(said.replace(/[\s_-]?(call|calls|通话|呼叫)$/u, ''));
  if (whole) return whole;
  if (neither.test(said)) return 'neither';
  if (negated.test(said)) return null;
  const tokens = said.match(/[a-z]+/g) ?? [];
  const joined = [...tokens, ...tokens.slice(1).map((token, index) => tokens[index]! + token)];
  const spelt = (Object.keys(contained) as Direction[]).filter(
    (direction) =>
      contained[direction].han.test(said) || joined.some((token) => contained[direction].latin.test(token)),
  );
  return spelt.length === 1 ? spelt[0]! : null;
}

/** True for a code such as 0, 1 or I, whose meaning each phone system settles for itself. */
export function isDirectionCode(text: string): boolean {
  return /^\d$/.test(text.normalize('NFKC').trim());
}
