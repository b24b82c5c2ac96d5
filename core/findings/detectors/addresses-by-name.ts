import { z } from 'zod';
import type { Evidence } from '../../contract/index.ts';
import { nameTitle, plainTitle, surname } from '../../text/surnames.ts';
import type { Call } from '../call.ts';
import { defineDetector } from '../define-detector.ts';
import { cannotTell, met, noOccasion, notMet } from '../outcome.ts';
import { quoteTurn, type Turn, turnsOf } from '../turns.ts';
import { substance } from '../words.ts';

/** 我姓王 · 免贵姓李 · 我叫张伟 · 我是刘老师 */
const introduces = new RegExp(
  `(?:我(?:这边|自己)?|免贵|鄙|本人|^|[,。])(?:是)?姓(?<family>${surname})|(?:我(?:的名字)?叫|我是(?!${surname}(?:${plainTitle}|${nameTitle}))(?=${surname}\\p{Script=Han}{1,2}(?<![的了吧])(?:$|[,。!?])))(?<full>${surname}\\p{Script=Han}{1,2})|我是(?<titled>${surname})(?:${plainTitle}|${nameTitle})|^(?<self>${surname})(?:${plainTitle})|(?:my name is|i'm|i am) (?:mr|mrs|ms|miss)?\\.? ?(?<foreign>[a-z]+)`,
  'u',
);
/** The bare name that answers a question for it: 高 · 罗,罗马的罗 · 孙丽 */
const bareName = new RegExp(`^(?:嗯|呃|哦|是|我)?[,]?(?<family>${surname})(?:\\p{Script=Han}{0,2})(?:[,。]|$)`, 'u');
/** A name for everyday, one that is spelt by its parts, or somebody else's: what to call the customer stays open. */
const vague = new RegExp(
  `叫我|喊我|(?:木子|弓长|双木|耳东|立早|古月|草头|三横)(?:${surname})|(?:机主|户主|收件人|名字|老公|爱人|爸|妈|她|他|登记的|朋友)[^,。]{0,6}(?:叫|是|姓)?${surname}|${surname}[总哥姐]的?名字|(?:是|我是)${surname}\\p{Script=Han}?的(?:朋友|家人|同事|女儿|儿子)`,
  'u',
);
const asksName =
  /贵姓|(?:怎么|如何)称呼(?:您|你)?|(?:您|你)(?:怎么|如何)称呼|(?:您|你|机主|户主|收件人)(?:的)?(?:姓名|名字|全名)|(?:您|你)(?:叫|姓)(?:什么|啥)|your name/;
const declines = /不想|不说|不方便|再说|不告诉|不用|先查|没必要/;
const anyTitle = new RegExp(`(?<before>${surname})?(?:${plainTitle})|(?:sir|ma'am|madam|mr|mrs|ms|miss)\\b`, 'gu');

/** Article 26.3: who has said the name is addressed by it, or by a title. */
export const addressesByName = defineDetector({
  id: 'addresses-by-name',
  version: 2,
  title: { zh: '以姓氏或尊称称呼客户', en: 'Addresses the customer by name' },
  breach: { zh: '知道姓名却没有称呼客户', en: 'Customer never addressed by name' },
  severity: 'minor',
  situation: { zh: '客户自报的姓名', en: 'name given by the customer' },
  needs: ['transcript'],
  params: z.object({
    /** False: only the name counts, a title alone (先生) does not. */
    titleAlone: z
      .boolean()
      .default(true)
      .meta({ label: { zh: '只说“先生、女士”也算', en: 'A title without the name counts' } }),
  }),
  detect(call, { titleAlone }) {
    const turns = turnsOf(call);
    const known = nameIn(call, turns);
    if (!known) return noOccasion();
    const spoken = turns
      .filter(({ speaker }) => speaker === 'agent')
      .flatMap((turn) => addressIn(call, turn, known.name, titleAlone));
    const own = spoken.find(({ kind }) => kind === 'own');
    if (own) return met('称呼了客户。', 'The customer was addressed by name or title.', { evidence: own.said });
    const other = spoken.find(({ kind }) => kind === 'other');
    if (other)
      return cannotTell(
        '坐席用了另一个姓氏，可能是听写之误或指别人。',
        'The agent uses another name: a misheard one, or somebody else’s.',
        { evidence: [...known.said, ...other.said] },
      );
    if (known.name === null)
      return cannotTell('客户没有说清姓名，或说的是别人的姓名。', 'The customer’s own name is not clear.', {
        evidence: known.said,
      });
    const later = turns.slice(known.at + 1);
    if (!later.some(({ speaker, plain }) => speaker === 'agent' && substance(plain).length >= 2))
      return cannotTell('客户说出姓名后坐席几乎没有再说话。', 'The agent hardly speaks after the name is known.', {
        evidence: known.said,
      });
    if (later.some(({ speaker }) => speaker === 'unknown'))
      return cannotTell('有说话人不明的语句，称呼可能在其中。', 'Somebody speaks whose side is not known.', {
        evidence: known.said,
      });
    return notMet('客户已说出姓名，坐席始终没有称呼。', 'The name is known, and the agent never uses it or a title.', {
      evidence: known.said,
    });
  },
});

interface Known {
  /** Null: somebody's name was said, but what to call the customer is not clear. */
  name: string | null;
  at: number;
  said: Evidence[];
}

function nameIn(call: Call, turns: readonly Turn[]): Known | null {
  let open: Known | null = null;
  for (const [at, turn] of turns.entries()) {
    if (turn.speaker !== 'customer') continue;
    const asked = turns[at - 1]?.speaker === 'agent' && asksName.test(turns[at - 1]!.plain);
    const introduced = introduces.exec(turn.plain);
    const found = introduced ?? (asked ? bareName.exec(turn.plain) : null);
    const name = Object.values(found?.groups ?? {}).find((group) => group !== undefined);
    const unclear = !introduced && (vague.test(turn.plain) || (asked && ofHolder(turns[at - 1]!)));
    if (found && name !== undefined && !unclear)
      return { name, at, said: quoteTurn(call, turn, found.index, found.index + found[0].length) };
    if (unclear || (asked && !declines.test(turn.plain))) open ??= { name: null, at, said: quoteTurn(call, turn) };
  }
  return open;
}

/** Whoever the line belongs to need not be the one who calls. */
const ofHolder = ({ plain }: Turn): boolean => /(?:机主|户主|收件人)/.test(plain);

interface Address {
  /** `other`: a title with another name. */
  kind: 'own' | 'other';
  said: Evidence[];
}

function addressIn(call: Call, turn: Turn, name: string | null, titleAlone: boolean): Address[] {
  const { plain } = turn;
  const family = name === null ? null : (new RegExp(`^${surname}`, 'u').exec(name)?.[0] ?? name);
  const byName =
    family === null
      ? null
      : new RegExp(
          `${family}(?:${plainTitle}|${nameTitle}|\\p{Script=Han}{1,2}(?:${plainTitle}))|(?:mr|mrs|ms|miss)\\.? ${family}${name === family ? '' : `|${name}`}`,
          'u',
        ).exec(plain);
  if (byName) return [{ kind: 'own', said: quoteTurn(call, turn, byName.index, byName.index + byName[0].length) }];
  return Array.from(plain.matchAll(anyTitle)).flatMap(({ 0: words, index, groups }): Address[] => {
    const before = groups?.before;
    if (before !== undefined && family !== null && before !== family)
      return [{ kind: 'other', said: quoteTurn(call, turn, index, index + words.length) }];
    if (before === undefined && !titleAlone && name !== null) return [];
    return [{ kind: 'own', said: quoteTurn(call, turn, index, index + words.length) }];
  });
}
