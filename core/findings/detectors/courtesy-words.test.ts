import { expect, it } from 'vitest';
import { agentSays, spokenCall } from '../../test-support/spoken-call.ts';
import { courtesyWordsUsed } from './courtesy-words.ts';

it.each([
  [['您好', '谢谢您'], 'met', 2],
  [['您好，請講', '對不起', '再見'], 'met', 4],
  [['您好', '您好'], 'not_met', 1],
  [['喂，请假的事？'], 'not_met', 0],
] as const)('courtesy words in %j', (texts, verdict, value) => {
  expect(courtesyWordsUsed.detect(spokenCall(agentSays(...texts)))).toMatchObject({ verdict, value });
});

it('asks for as many as the library wants', () => {
  expect(courtesyWordsUsed.detect(spokenCall(agentSays('您好，谢谢')), { least: 3 }).verdict).toBe('not_met');
});
