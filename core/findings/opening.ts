/** The beginning and the end of what the agent says, in sentences as people count them. */
import { type Call, type SpokenSentence, sentencesOf, together } from './call.ts';
import { isAnnouncement } from './waiting-words.ts';

/** Pieces of one sentence follow each other at once, seconds; recognisers make three of one at most. */
const breathS = 0.6;
const pieces = 3;
/** Something must follow: part of a number, a number announced, half a greeting. */
const breaksOff =
  /(?:[零一二三四五六七八九幺洞拐两0-9]|工号|编号|我是|这里是|感谢您?的?|谢谢您?的?|欢迎|[您你]|很高兴|为)[,、]?$/;

/** The agent's sentences, with those together that a recogniser cut: 我是七三 · 零二号. Announcements are nobody's. */
export function agentUtterances(call: Call): SpokenSentence[] {
  const others = call.transcript?.sentences.filter(({ speaker }) => speaker !== 'agent') ?? [];
  const groups: [SpokenSentence, ...SpokenSentence[]][] = [];
  for (const sentence of sentencesOf(call, 'agent')) {
    if (isAnnouncement(sentence.plain)) continue;
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const goesOn =
      group &&
      previous &&
      group.length < pieces &&
      sentence.start - previous.end <= breathS &&
      breaksOff.test(previous.plain) &&
      !others.some(({ start }) => start >= previous.start && start < sentence.start);
    if (goesOn) group.push(sentence);
    else groups.push([sentence]);
  }
  return groups.map(together);
}
