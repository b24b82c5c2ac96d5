import { pinyin } from 'pinyin-pro';

/** First letters of a name's syllables, lower case: 张敏 = zm, 单雄信 = sxx. Letters and digits stay as they are. */
export function initialsOf(name: string): string {
  return pinyin(name.normalize('NFKC'), { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
