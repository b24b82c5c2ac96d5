/** Order of names: by pinyin, numbers by their size in either script, so that 一组 comes before 二组 and 十一组. */

const byPinyin = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true }).compare;
const digits = '零一二三四五六七八九';

export function compareNames(a: string, b: string): number {
  return byPinyin(withFigures(a), withFigures(b)) || byPinyin(a, b);
}

/** Numerals up to 99 as figures: 十一组 = 11组, 第二十组 = 第20组. */
function withFigures(name: string): string {
  return name.replace(
    /([二三四五六七八九]?)(十)([一二三四五六七八九]?)|[一二三四五六七八九]/g,
    (all, tens, ten, ones) =>
      ten
        ? String((tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0))
        : String(digits.indexOf(all)),
  );
}
