/** Courtesy words, each with its spellings (simplified, lower case). */
export const courtesyWords: readonly { id: string; pattern: RegExp }[] = [
  {
    id: '您好',
    pattern:
      /您好(?!像|不容易|久|多)|(?<![为对要])你好(?!好|像|不|久|多|烦|慢|了|意思|大|吵)|(?:早上|上午|中午|下午|晚上)好(?!像)|good (?:morning|afternoon|evening)|hello/,
  },
  {
    id: '请',
    pattern:
      /(?<![申邀聘宴])请(?!假|客|求|示|愿|帖|柬|款|(?:您|你)?(?:多)?(?:谅解|原谅|见谅|包涵))|麻烦(?:您|你)|劳驾|please/,
  },
  { id: '谢谢', pattern: /(?<!我)谢谢|感谢|多谢|thank/ },
  {
    id: '对不起',
    pattern:
      /对不起|不好意思|抱歉|打扰(?:了|您)|(?:请)?(?:您)?(?:多)?(?:谅解|原谅|见谅|包涵)|(?:带来|造成)[^,。]{0,4}不便|遗憾|sorry/,
  },
  { id: '不客气', pattern: /[不别](?:这么|用)?客气|不(?:用)?谢|应该的|you'?re welcome|my pleasure/ },
  { id: '再见', pattern: /再见(?!不|到|面|过)|再会|拜拜|祝您|bye/ },
];
