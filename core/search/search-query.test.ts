import { describe, expect, it } from 'vitest';
import { parseTerms, spokenCriteria } from './search-query.ts';

const terms = (text: string) => parseTerms(text).map((term) => (term.excluded ? '-' : '') + term.text);

describe('what is typed into a search', () => {
  it('is words between spaces, phrases between quotation marks of any kind, and words that a minus excludes', () => {
    expect(terms('退款  宽带')).toEqual(['退款', '宽带']);
    expect(terms('“请问 您” 退款 「稍等」')).toEqual(['请问 您', '退款', '稍等']);
    expect(terms('退款 -宽带 －流量 -"再 见"')).toEqual(['退款', '-宽带', '-流量', '-再 见']);
    expect(terms('wi-fi 10-20')).toEqual(['wi-fi', '10-20']);
  });

  it('leaves out what holds nothing that can be searched for, and takes an unclosed quotation to its end', () => {
    expect(terms('， - "" ？')).toEqual([]);
    expect(terms('"请问 您')).toEqual(['请问 您']);
  });

  it('asks for nothing when everything is only excluded', () => {
    expect(spokenCriteria({ text: '-宽带' })).toBeNull();
    expect(spokenCriteria({ text: '。' })).toBeNull();
  });
});

describe('a number in a search', () => {
  const spellings = (text: string) => parseTerms(text)[0]!.spellings;
  it('stands for its spelling in figures, digit by digit, and with units', () => {
    const all = ['8012', '八零一二', '八零幺二', '八千零一十二'];
    expect(spellings('8012')).toEqual(all);
    for (const text of all) expect(spellings(text).toSorted()).toEqual(all.toSorted());
    expect(spellings('８０１２')).toContain('八零一二');
    expect(spellings('工号8012号')).toContain('工号八零幺二号');
    expect(spellings('200元')).toEqual(['200元', '二零零元', '二百元', '两百元']);
    expect(spellings('十二点')).toEqual(['十二点', '12点', '一二点', '幺二点']);
  });

  it('is not seen in a single digit, in several numbers, or in words', () => {
    for (const text of ['一下', '三天', '十分满意', '12月30日', '宽带']) expect(spellings(text)).toEqual([text]);
  });
});
