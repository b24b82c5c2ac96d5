/** Who speaks, from the label that a transcript puts before a sentence, in any usual spelling, Chinese or English. */
import type { Direction, Speaker } from '../contract/index.ts';
import { comparable } from '../text/chinese.ts';
import type { SpeakersBy } from './sentence.ts';

/** What is known of the recording that the transcript belongs to. */
export interface SpeakerHints {
  /** Channel that carries the agent; default 0 (left). */
  agentChannel?: number | null | undefined;
  /** Tells who "caller" is; default inbound. */
  direction?: Direction | null | undefined;
}

type Meaning =
  | { kind: 'speaker'; speaker: Speaker }
  | { kind: 'channel'; channel: number }
  | { kind: 'leg'; leg: 'caller' | 'callee' }
  /** Numbered speakers: what number is whose depends on the numbers that occur. */
  | { kind: 'number'; number: number };

const words: { pattern: RegExp; meaning: Meaning }[] = [
  {
    pattern:
      /^(坐席|座席|坐席员|座席员|客服|客服人员|客服代表|客服专员|话务员|接线员|业务员|服务员|服务人员|工作人员|员工|专员|agent|operator|representative|rep|csr|staff|advisor|adviser|attendant|employee|service|seat)$/,
    meaning: { kind: 'speaker', speaker: 'agent' },
  },
  {
    pattern: /^(客户|顾客|用户|来电者|来电人|来电客户|消费者|对方|customer|client|user|consumer|guest|cust)$/,
    meaning: { kind: 'speaker', speaker: 'customer' },
  },
  { pattern: /^(未知|不明|其他|unknown|other|unk|\?)$/, meaning: { kind: 'speaker', speaker: 'unknown' } },
  { pattern: /^(主叫|主叫方|caller|calling)$/, meaning: { kind: 'leg', leg: 'caller' } },
  { pattern: /^(被叫|被叫方|callee|called)$/, meaning: { kind: 'leg', leg: 'callee' } },
  { pattern: /^(左|左声道|左通道|left|left ?channel|l)$/, meaning: { kind: 'channel', channel: 0 } },
  { pattern: /^(右|右声道|右通道|right|right ?channel|r)$/, meaning: { kind: 'channel', channel: 1 } },
  { pattern: /^(a|甲|甲方)$/, meaning: { kind: 'number', number: 1 } },
  { pattern: /^(b|乙|乙方)$/, meaning: { kind: 'number', number: 2 } },
];
const chineseDigits = '零一二三四五六七八九';
/** A role followed by who it is: 坐席8012, 客服(张敏), 客户王先生, agent 8012, customer-1. */
const withName =
  /^(坐席|座席|客服|话务员|接线员|客户|顾客|用户|agent|operator|customer|client|caller)(?:[\s_-]*\d{1,8}|\s*[([【][^)\]】]{1,12}[)\]】]|[\p{Script=Han}]{1,4})$/u;

/**
 * @param labels every label of one transcript; numbered speakers are told apart by the numbers that occur
 * @returns the speaker of each label that is understood; a label that is missing here is not a speaker's
 */
export function speakersOf(labels: Iterable<string>, hints: SpeakerHints = {}): Map<string, Speaker> {
  const meanings = new Map<string, Meaning>();
  for (const label of labels) {
    const meaning = meaningOf(label);
    if (meaning) meanings.set(label, meaning);
  }
  const numbers = [...meanings.values()].flatMap((meaning) => (meaning.kind === 'number' ? [meaning.number] : []));
  const first = numbers.includes(0) ? 0 : 1;
  return new Map([...meanings].map(([label, meaning]) => [label, resolve(meaning, hints, first)]));
}

/** The speaker of a channel number as transcription services give it (0 or 1, or 1 and 2 when `first` is 1). */
export function speakerOfChannel(channel: number, hints: SpeakerHints = {}): Speaker {
  const agentChannel = hints.agentChannel ?? 0;
  if (channel === agentChannel) return 'agent';
  return channel === 0 || channel === 1 ? 'customer' : 'unknown';
}

/** What the labels of one transcript rest on; null when they name no speaker. */
export function labelsRestOn(labels: Iterable<string>): SpeakersBy | null {
  const kinds = new Set([...labels].flatMap((label) => meaningOf(label)?.kind ?? []));
  if (kinds.has('speaker') || kinds.has('leg')) return 'labels';
  if (kinds.has('channel')) return 'channels';
  return kinds.has('number') ? 'numbers' : null;
}

export function isSpeakerLabel(label: string): boolean {
  return meaningOf(label) !== null;
}

/** As `isSpeakerLabel`, for a line of its own: 客服您好 is rather a sentence than the label of a person called 您好. */
export function isBareSpeakerLabel(label: string): boolean {
  return (
    !/[:：]/.test(label) &&
    meaningOf(label) !== null &&
    !(withName.test(tidy(label)) && /\p{Script=Han}{3,}$/u.test(tidy(label)))
  );
}

/** No label is longer; the patterns below must not go back and forth over what a file may hold instead. */
const longestLabel = 100;

function meaningOf(label: string): Meaning | null {
  if (label.length > longestLabel) return null;
  const plain = tidy(label);
  const known = words.find(({ pattern }) => pattern.test(plain));
  if (known) return known.meaning;
  const channel = /^(?:channel|ch|声道|通道|track)[ _-]?([0-9])$/.exec(plain);
  if (channel) return { kind: 'channel', channel: Number(channel[1]) };
  const numbered = /^(?:speaker|spk|s|说话人|讲话人|发言人|角色|段落)?[ _-]*([0-9]{1,2}|[一二三四五六七八九])$/.exec(
    plain,
  );
  if (numbered && !/^\d+$/.test(plain)) {
    const value = numbered[1]!;
    return { kind: 'number', number: /\d/.test(value) ? Number(value) : chineseDigits.indexOf(value) };
  }
  const lettered = /^(?:speaker|spk|说话人|讲话人|发言人|角色)[ _-]*([ab])$/.exec(plain);
  if (lettered) return { kind: 'number', number: lettered[1] === 'a' ? 1 : 2 };
  const named = withName.exec(plain);
  return named ? meaningOf(named[1]!) : null;
}

function resolve(meaning: Meaning, hints: SpeakerHints, first: number): Speaker {
  switch (meaning.kind) {
    case 'speaker':
      return meaning.speaker;
    case 'channel':
      return speakerOfChannel(meaning.channel, hints);
    case 'leg':
      return (meaning.leg === 'caller') === (hints.direction === 'outbound') ? 'agent' : 'customer';
    case 'number':
      return meaning.number === first ? 'agent' : meaning.number === first + 1 ? 'customer' : 'unknown';
  }
}

const tidy = (label: string): string => {
  const plain = comparable(label)
    .trim()
    .replace(/[:\s]+$/, '');
  return /^[[(<【《](.*)[\])>】》]$/.exec(plain)?.[1]?.trim() ?? plain;
};
