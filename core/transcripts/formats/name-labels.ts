/** Names of people as labels: `Zhang Min: Hello`, `张敏 00:01`. Anything may stand before a colon, so that the file as a whole must tell. */
import type { LabelledText } from './format.ts';

const named = /^\s*([^:：\n]{1,24}?)\s*[:：]\s*(\S[\s\S]*)$/;
const latinName = /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}?[\p{L}'’.-]*){0,3}(?: \([^()]{1,20}\))?$/u;
const hanName = /^\p{Script=Han}{1,6}(?:[ ·•]?[\p{Script=Han}\p{L}\d]{1,8})?$/u;
/** What stands before a colon in a sentence: 问题：…, 地址是：… */
const heading =
  /问题|地址|时间|电话|号码|姓名|内容|原因|备注|结果|如下|方式|日期|金额|密码|账号|是$|说$|为$|^(?:note|time|date|address|reason|subject|name|phone)$/i;

/** Names are few: of so many lines per name one expects more than one, from here on. */
const manyLines = 6;

/** Whether a text could be somebody's name. */
export const isName = (text: string): boolean =>
  (latinName.test(text) || hanName.test(text)) && !heading.test(text) && !/[。，！？,!?]/.test(text);

/** Labels and words of all lines, when nearly every line begins with a name; else null. */
export function splitNames(texts: readonly string[]): LabelledText[] | null {
  const split = texts.map((text): LabelledText => {
    const match = named.exec(text);
    return match && isName(match[1]!.trim()) ? { label: match[1]!.trim(), text: match[2]! } : { label: null, text };
  });
  const names = split.flatMap(({ label }) => label ?? []);
  const distinct = new Set(names).size;
  const enough = names.length >= 2 && names.length >= texts.length * 0.8;
  return enough && (texts.length < manyLines || distinct <= texts.length / 2) ? split : null;
}
