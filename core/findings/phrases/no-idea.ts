/** 我怎么知道 and its kin: a question back that refuses an answer, unless it goes on to give one. */

/** In every way it is said: 我咋晓得 · 我上哪儿知道去 · 我哪能清楚. */
export const noIdea =
  /我(?:哪|能|又)?(?:知道|晓得)个(?:什么|啥|屁|鬼)|我(?:又)?(?:怎么|咋|咋个|哪|哪里|哪儿|上哪|上哪儿|从哪儿?)(?:会|能|能够|可能)?(?:知道|晓得|清楚)/;

/** Who tells how he knows, or asks for proof of who is calling: 我怎么知道的呢，是系统显示的 · 我怎么知道您是不是本人. */
export const answersItself = [
  /问我(?:是)?(?:怎么|咋)[^,。!?]{0,4}(?:知道|晓得|清楚)的/,
  /我(?:怎么|咋)(?:会|能)?(?:知道|晓得|清楚)的(?:呢|吗)?[,，:：]?[^。!?！？]{0,3}(?:是|因为|系统|后台|资料|这里|看到)/,
  /我(?:怎么|咋)(?:会|能)?(?:知道|晓得|清楚|确认)(?:您|你|对方|他|她)?(?:是不是|是否|是本人|有没有授权)/,
];
