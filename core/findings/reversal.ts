/** Whether an answer turns what the other side has just said into its opposite: 我没签 · 签了. All on `plain` text. */

/** What says nothing of what is claimed. */
const small =
  /[\s\p{P}]|你们|您们|我们|他们|自己|根本|明明|肯定|绝对|确实|真的|什么时候|[着你您我他她它咱人就都才又在也先再了过的啊呀吧呢是有啦嘛那这会个]/gu;
const negation = /没有?|不(?!过|但|仅|管)|未|别|哪有/g;
/** Answers that give in, or that say nothing by themselves. */
const yielding = /^(?:好|行|可以|能|没事|谢谢|要|急|着急|麻烦|客气|知道|清楚|明白|方便|需要|嗯|哦|喂)$/;
const asks = /[吗么?]|是不是|有没有|能不能|多少|几|怎么(?!可能|又|还|这么|老是?|总)|什么|哪|谁|呢$/;
const wishes = /^(?:我|那|就|只)*(?:想|要|希望|让|帮)/;

/** The longest claim that is held against another: a longer clause explains. */
const longestClaim = 8;

export function turnsRound(theirs: string, own: string): boolean {
  const claims = clausesOf(theirs).filter((clause) => !asks.test(clause) && !wishes.test(clause));
  return clausesOf(own).some((clause) => {
    if (/[吗么?]|(?<!着)呢$/.test(clause)) return false;
    const answer = claimOf(clause);
    if (answer.about === '' || answer.about.length > longestClaim || yielding.test(answer.about)) return false;
    return claims.some((claim) => {
      const { about, denied } = claimOf(claim);
      return denied !== answer.denied && (about.includes(answer.about) || isIn(about, answer.about));
    });
  });
}

/** A claim of one character is too common to be found within a longer one. */
const isIn = (short: string, long: string): boolean => short.length >= 2 && long.includes(short);

const clausesOf = (plain: string): string[] => plain.split(/[,。!;、…]+/).filter((clause) => clause !== '');

/** What a clause is about, and whether it denies it; 错 is 不对. */
function claimOf(clause: string): { about: string; denied: boolean } {
  const even = clause.replace(/错(?=的|了|$)/g, '不对');
  const denials = even.match(negation)?.length ?? 0;
  return { about: even.replace(negation, '').replace(small, ''), denied: denials % 2 === 1 };
}
