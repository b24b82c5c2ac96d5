/** The beginning and the end of what the agent says, in sentences as people count them. */
import { type Call, type SpokenSentence, sentencesOf, together } from './call.ts';
import { isAnnouncement } from './waiting-words.ts';
import { substance } from './words.ts';

/** Pieces of one sentence follow each other at once, seconds; recognisers make three of one at most. */
const breathS = 0.6;
const pieces = 3;
/** Seconds over which a number may be parted by a short word of the customer: 工号八零 · 喂？ · 一二. */
const partedS = 4;
const digit = '[零〇一二三四五六七八九幺洞拐两0-9]';
const endsInDigits = new RegExp(`${digit}[,、。]?$`);
const beginsWithDigits = new RegExp(`^${digit}{1,6}(?:号|[,。!?]|为|$)`);
/** Something must follow: part of a number, a number announced, half a greeting. */
const breaksOff =
  /(?:[零一二三四五六七八九幺洞拐两0-9]|工号|编号|我是|这里是|感谢您?的?|谢谢您?的?|欢迎|[您你]|很高兴|为)[,、]?$/;

/** The agent's sentences, with those together that a recogniser cut: 我是七三 · 零二号. Announcements are nobody's. */
export function agentUtterances(call: Call): SpokenSentence[] {
  const others = call.transcript?.sentences.filter(({ speaker }) => speaker !== 'agent') ?? [];
  const between = (previous: SpokenSentence, next: SpokenSentence) =>
    others.filter(({ start }) => start >= previous.start && start < next.start);
  const isPieceOf = (previous: SpokenSentence, next: SpokenSentence) =>
    next.start - previous.end <= breathS && breaksOff.test(previous.plain) && between(previous, next).length === 0;
  const isRestOfNumber = (previous: SpokenSentence, next: SpokenSentence) =>
    next.start - previous.end <= partedS &&
    endsInDigits.test(previous.plain) &&
    beginsWithDigits.test(next.plain) &&
    between(previous, next).every(({ plain }) => substance(plain).length <= 2);
  const groups: [SpokenSentence, ...SpokenSentence[]][] = [];
  for (const sentence of sentencesOf(call, 'agent')) {
    if (isAnnouncement(sentence.plain)) continue;
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const goesOn =
      group &&
      previous &&
      group.length < pieces &&
      (isPieceOf(previous, sentence) || isRestOfNumber(previous, sentence));
    if (goesOn) group.push(sentence);
    else groups.push([sentence]);
  }
  return groups.map(together);
}
