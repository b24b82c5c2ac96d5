import { describe, expect, it } from 'vitest';
import { agentSays, spokenCall } from '../test-support/spoken-call.ts';
import { forbiddenPhrase } from './detectors/forbidden-phrase.ts';

const said = (params: Record<string, unknown>, ...texts: string[]) =>
  forbiddenPhrase.detect(spokenCall(agentSays(...texts)), params).evidence.map(({ text }) => text);

describe('the phrase list of a library', () => {
  it('is the program’s, with phrases added and taken out', () => {
    const text = '这不归我管，您稍等一哈';
    expect(said({}, text)).toEqual(['不归我管']);
    expect(said({ extra: ['等一哈'] }, text)).toEqual(['不归我管', '等一哈']);
    expect(said({ ignored: ['不歸我管'] }, text)).toEqual([]);
  });

  it('takes phrases as they are written, whatever signs they hold', () => {
    expect(said({ extra: ['C++(2)', 'a-b'] }, '这是c++（2）吗', 'A-B不行')).toEqual(['c++（2）', 'A-B']);
  });

  it('has groups that can be left out, and own ones with patterns and exceptions', () => {
    const text = '这不归我管，爱用不用，亲爱的客户亲';
    const groups = [{ title: '称呼', patterns: ['亲爱的|亲$'], phrases: [], exceptions: ['亲爱的客户'] }];
    expect(said({ groupsOff: ['pushing-off'] }, text)).toEqual(['爱用不用']);
    expect(said({ groupsOff: ['pushing-off', 'indifferent'], groups }, text)).toEqual(['亲']);
  });

  it('may add patterns, and say where no phrase counts', () => {
    expect(said({ patterns: ['没(办法|法子)'] }, '我真没法子')).toEqual(['没法子']);
    expect(said({ exceptions: ['如果不归我管'] }, '如果不归我管，我帮您转', '那不归我管')).toEqual(['不归我管']);
  });

  it('still does not count a phrase that is quoted', () => {
    expect(said({ extra: ['太离谱'] }, '您刚才说太离谱')).toEqual([]);
  });

  it('refuses patterns that are not safe, and parameters that it does not know', () => {
    expect(() => forbiddenPhrase.prepare({ patterns: ['(?<=x)y'] })).toThrow(/patterns/);
    expect(() => forbiddenPhrase.prepare({ groups: [{ title: 'x', patterns: ['('] }] })).toThrow(/groups/);
    expect(() => forbiddenPhrase.prepare({ extras: ['x'] })).toThrow(/extras/);
  });
});
