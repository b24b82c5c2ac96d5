import { describe, expect, it } from 'vitest';
import { agentSays, type Line, spokenCall } from '../../test-support/spoken-call.ts';
import { forbiddenPhrase } from '../detectors/forbidden-phrase.ts';
import { pushingOff } from '../detectors/pushing-off.ts';

const detect = (...texts: string[]) => forbiddenPhrase.detect(spokenCall(agentSays(...texts)));

describe('a phrase', () => {
  it.each([
    ['我 怎 么 知 道。', '我 怎 么 知 道'],
    ['七三零五。你问我，呃，我问谁？', '你问我，呃，我问谁'],
    ['爱用不佣。', '爱用不佣'],
    ['这个不归那个我管。', '不归那个我管'],
    ['我，怎么，知道', '我，怎么，知道'],
  ])('is quoted as it was said in %s', (text, words) => {
    expect(detect(text)).toMatchObject({ verdict: 'not_met', evidence: [{ text: words }] });
  });

  it('heard by its sound says so', () => {
    expect(detect('爱用不佣').reason.zh).toBe('坐席说了服务忌语：爱用不佣（按读音匹配“爱用不用”）。');
  });

  it('of which other words are written accuses nobody', () => {
    expect(detect('我怎么指导？')).toMatchObject({ verdict: 'cannot_tell', evidence: [{ text: '我怎么指导' }] });
    expect(detect('我怎么指导您操作呢').verdict).toBe('met');
    expect(detect('这个不归我馆管理，我帮您转').verdict).toBe('met');
  });

  it('goes over two sentences, with the time of both', () => {
    const lines: Line[] = [
      ['agent', 0, 2, '这个不归'],
      ['agent', 2.5, 4, '我管'],
    ];
    const { verdict, evidence } = forbiddenPhrase.detect(spokenCall(lines));
    expect([verdict, evidence[0]!.text]).toEqual(['not_met', '不归 我管']);
    expect(evidence[0]!.start).toBeCloseTo(1);
    expect(evidence[0]!.end).toBeCloseTo(4);
    const parted: Line[] = [lines[0]!, ['customer', 2.1, 2.4, '喂'], lines[1]!];
    expect(forbiddenPhrase.detect(spokenCall(parted)).verdict).toBe('met');
    expect(detect('这个不是我', '管理部门会处理').verdict).toBe('met');
  });

  it('that is conceded with help is none, without help it is one, and with help alone a person must judge', () => {
    const verdict = (text: string) => pushingOff.detect(spokenCall(agentSays(text))).verdict;
    expect(verdict('虽然不归我管，但我帮您问')).toBe('met');
    expect(verdict('虽然不归我管，我也没办法')).toBe('not_met');
    expect(verdict('不归我管，我帮您转给售后')).toBe('cannot_tell');
  });

  it.each([
    ['这我咋晓得嘛', '我咋晓得'],
    ['这我啷个晓得', '我啷个晓得'],
    ['关我啥子事', '关我啥子事'],
  ])('in the words of a dialect is quoted as it was said: %s', (text, words) => {
    expect(detect(text).evidence[0]!.text).toBe(words);
  });

  it('that the sentence before announces as somebody else’s is none', () => {
    expect(detect('他的原话是：', '不归我管').verdict).toBe('met');
    expect(detect('我看到了。', '不归我管').verdict).toBe('not_met');
  });
});
