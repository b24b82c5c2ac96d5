/** Courtesy words, each with its spellings (simplified, lower case). */
export const courtesyWords: readonly { id: string; pattern: RegExp }[] = [
  { id: '您好', pattern: /您好|早上好|上午好|中午好|下午好|晚上好|good (?:morning|afternoon|evening)|hello/ },
  { id: '请', pattern: /请(?!假|客|求|示|愿)|麻烦(?:您|你)|劳驾|please/ },
  { id: '谢谢', pattern: /谢谢|感谢|多谢|thank/ },
  { id: '对不起', pattern: /对不起|不好意思|抱歉|打扰(?:了|您)|请(?:您)?(?:谅解|原谅|见谅|包涵)|sorry/ },
  { id: '不客气', pattern: /不客气|不用谢|不用客气|应该的|you'?re welcome/ },
  { id: '再见', pattern: /再见|再会|祝您|bye/ },
];
