/** Small words that decide what an utterance is. All on `plain` text. */
import { agrees } from './consent.ts';

const filler = /[\s\p{P}]|嗯|呃|啊|哦|噢|喔|唉|哎|欸|诶|嗨|呀|呢|吧|哈|唔|mm|uh|um|yeah|ok(?:ay)?/gu;
const assents = /是的|对的|好的|好吧|好|对|是|行/g;
const calls = /喂|您好|你好|在吗|还在吗|人呢|有人吗|听得到吗|听到吗|说话呀?|怎么没声音|没声音|hello|hi|anybody|there/g;

/** What is left of a sentence without hesitation and 嗯, 对, 好的: its length says whether somebody really spoke. */
export const substance = (plain: string): string => plain.replace(filler, '').replace(assents, '');

/** Only calls into a silent line: 喂？ 你好？ 还在吗？ */
export const isCallingOut = (plain: string): boolean => plain.replace(filler, '').replace(calls, '').length <= 1;

/** A customer's short yes to a request: nothing else is said with it. */
export const isAssent = (plain: string): boolean => agrees(plain) && plain.replace(/[\s\p{P}]/gu, '').length <= 10;

export const isFarewell = (plain: string): boolean => /再见|拜拜|再会|bye/.test(plain);

/** Something was said there that the transcript does not show: [听不清], ……, *** */
export const isGarbled = (plain: string): boolean =>
  /\[[^\]]*\]|\((?:听不清|不清|噪音|模糊|inaudible)[^)]*\)|\.{3,}|…|[*×□]{2,}/.test(plain);
